"""The button "Why this answer": the matched words, the score and the runners-up."""

from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck

from bot.slack import words
from bot.slack.blocks.answer import why_page
from bot.slack.blocks.limits import sentence_page
from bot.slack.desk import Desk
from bot.slack.place import place_of
from bot.slack.posting import respond


async def why_callback(
    ack: AsyncAck, body: dict[str, Any], action: dict[str, Any], desk: Desk
) -> None:
    """Explain the answer to the person who wants to know, and leave the answer where it is."""
    await ack()
    place = place_of(body)
    question = desk.asked(action["value"])
    page = sentence_page(words.FORGOTTEN) if question is None else why_page(desk.ask(question))
    await respond(place.response_url, page, thread_ts=place.thread_ts)
