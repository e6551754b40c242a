"""/criteria [CATEGORY]: the categories, or the criteria of one."""

from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck

from bot.engine import Engine
from bot.slack.answering import category_named
from bot.slack.mrkdwn import plain
from bot.slack.posting import respond


async def criteria_callback(ack: AsyncAck, command: dict[str, Any], engine: Engine) -> None:
    """List what was asked for, privately."""
    await ack()
    await respond(command["response_url"], category_named(plain(command.get("text") or ""), engine))
