"""Votes on answers, and taking an answer away."""

import logging
from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck

from bot.slack import texts
from bot.slack.blocks.page import sentence_page
from bot.slack.posting import delete_original
from bot.slack.surfaces import message_of

log = logging.getLogger(__name__)


async def feedback_callback(ack: AsyncAck, body: dict[str, Any], action: dict[str, Any]) -> None:
    """Count the vote in the log (which entry, not whose vote), and say honestly that it is all."""
    await ack()
    log.info("feedback: %s", action.get("value"))
    await message_of(body).respond(sentence_page(texts.THANKS))


async def remove_callback(ack: AsyncAck, body: dict[str, Any], action: dict[str, Any]) -> None:
    """Delete the answer if the person who asked wants that; Slack shows the button to them only."""
    await ack()
    message = message_of(body)
    if action.get("value") == message.user:
        await delete_original(message.response_url)
    else:
        await message.respond(sentence_page(texts.NOT_YOURS))
