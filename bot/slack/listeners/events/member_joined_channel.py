"""Somebody joins a channel that we are in; we greet when that is ourselves."""

from typing import Any

from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from bot.engine import Engine
from bot.slack.blocks.help import greeting_page
from bot.slack.dedupe import Deduplicator
from bot.slack.posting import post


async def member_joined_channel_callback(
    event: dict[str, Any],
    client: AsyncWebClient,
    context: AsyncBoltContext,
    engine: Engine,
    dedupe: Deduplicator,
) -> None:
    """Say once what we are for."""
    if event.get("user") != context.bot_user_id:
        return
    with dedupe.once(("greeting", event["channel"])) as first:
        if first:
            await post(client, event["channel"], greeting_page(engine.greeting()), None)
