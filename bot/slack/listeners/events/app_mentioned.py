"""Somebody mentions us: one reply in the thread."""

from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.engine import Engine
from bot.slack.answering import reply_in_thread
from bot.slack.registry import Registry


async def app_mentioned_callback(
    event: dict[str, Any], client: AsyncWebClient, engine: Engine, registry: Registry
) -> None:
    """Answer in the thread of the mention."""
    await reply_in_thread(event, client, engine, registry)
