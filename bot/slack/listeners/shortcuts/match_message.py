"""The message shortcut: which criteria a message touches, and by which words."""

from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.engine import Engine
from bot.slack.blocks.views import match_view
from bot.slack.messages import question_in, thread_of


async def match_message_callback(
    ack: AsyncAck, shortcut: dict[str, Any], client: AsyncWebClient, engine: Engine
) -> None:
    """Open a window with what the message touches."""
    await ack()
    message = {"ts": shortcut.get("message_ts"), **shortcut["message"]}
    where = {"channel": shortcut["channel"]["id"], "thread_ts": thread_of(message)}
    view = match_view(engine.touched(question_in(message)), where)
    await client.views_open(trigger_id=shortcut["trigger_id"], view=view)
