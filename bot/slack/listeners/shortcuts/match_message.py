"""The message shortcut: which criteria a message touches, and by which words."""

from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.engine import Engine
from bot.slack.blocks.touched import touched_view
from bot.slack.messages import thread_of
from bot.slack.reading import read_message


async def match_message_callback(
    ack: AsyncAck, shortcut: dict[str, Any], client: AsyncWebClient, engine: Engine
) -> None:
    """Open a window with what the message touches."""
    await ack()
    message = {"ts": shortcut.get("message_ts"), **shortcut["message"]}
    where = {
        "channel": shortcut["channel"]["id"],
        "thread_ts": thread_of(message),
        "response_url": shortcut.get("response_url", ""),
    }
    seen = read_message(message)
    view = touched_view(engine.touched(seen.text), seen.unread, where)
    await client.views_open(trigger_id=shortcut["trigger_id"], view=view)
