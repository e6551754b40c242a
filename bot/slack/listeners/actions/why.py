"""The button "Why this answer": the matched words, the score and the runners-up."""

from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck

from bot.engine import Engine
from bot.slack import texts
from bot.slack.blocks.answer import why_page
from bot.slack.blocks.page import sentence_page
from bot.slack.surfaces import message_of


async def why_callback(
    ack: AsyncAck, body: dict[str, Any], action: dict[str, Any], engine: Engine
) -> None:
    """Explain the answer to the person who wants to know, and leave the answer where it is."""
    await ack()
    answer = engine.recall(action["value"])
    page = why_page(answer) if answer else sentence_page(texts.FORGOTTEN)
    await message_of(body).respond(page)
