"""Somebody mentions us: one reply in the thread."""

from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.answering import reply_in_thread
from bot.slack.desk import Desk
from bot.slack.doors import Doors
from bot.slack.incoming import is_question


async def app_mentioned_callback(
    event: dict[str, Any], client: AsyncWebClient, desk: Desk, doors: Doors
) -> None:
    """Answer in the thread of the mention."""
    if is_question(event):
        await reply_in_thread(event, client, desk, doors)
