"""The global shortcut: a window with a type-ahead menu."""

from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.blocks.views import search_view


async def search_criteria_callback(
    ack: AsyncAck, shortcut: dict[str, Any], client: AsyncWebClient
) -> None:
    """Open the search window."""
    await ack()
    await client.views_open(trigger_id=shortcut["trigger_id"], view=search_view())
