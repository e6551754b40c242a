"""A message: answered in our direct messages (the agent's Messages tab), left alone elsewhere.

Every message event is listened to, because one that is not acknowledged comes again.
"""

from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.answering import reply_in_thread
from bot.slack.desk import Desk
from bot.slack.doors import Doors
from bot.slack.incoming import is_question


async def message_callback(
    event: dict[str, Any], client: AsyncWebClient, desk: Desk, doors: Doors
) -> None:
    """Answer under a question in our direct messages."""
    if is_question(event):
        await reply_in_thread(event, client, desk, doors)
