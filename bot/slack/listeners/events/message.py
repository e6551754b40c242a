"""A message: answered in our direct messages (the agent's Messages tab), left alone elsewhere.

Every message event is listened to, because one that is not acknowledged comes again.
"""

from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.engine import Engine
from bot.slack.answering import reply_in_thread
from bot.slack.registry import Registry


async def message_callback(
    event: dict[str, Any], client: AsyncWebClient, engine: Engine, registry: Registry
) -> None:
    """Answer under a question in our direct messages."""
    await reply_in_thread(event, client, engine, registry)
