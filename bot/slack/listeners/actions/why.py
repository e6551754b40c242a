"""The button "Why this answer": the matched words, the score and the runners-up."""

from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck

from bot.engine import Engine
from bot.slack import texts
from bot.slack.answering import answer_of
from bot.slack.blocks.answer import why_page
from bot.slack.blocks.page import sentence_page
from bot.slack.posting import respond
from bot.slack.surfaces import surface_of


async def why_callback(
    ack: AsyncAck, body: dict[str, Any], action: dict[str, Any], engine: Engine
) -> None:
    """Explain the answer to the person who wants to know, and leave the answer where it is."""
    await ack()
    place = surface_of(body)
    answer = answer_of(action["value"], engine)
    page = why_page(answer) if answer else sentence_page(texts.FORGOTTEN)
    await respond(place.response_url, page, thread_ts=place.thread_ts)
