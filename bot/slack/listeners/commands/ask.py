"""/wwc QUESTION: a private answer that can be shared."""

from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck

from bot.slack.answering import answer_to
from bot.slack.desk import Desk
from bot.slack.doors import Doors
from bot.slack.escape import plain
from bot.slack.posting import respond


async def ask_callback(ack: AsyncAck, command: dict[str, Any], desk: Desk, doors: Doors) -> None:
    """Answer the person who typed the command, and nobody else."""
    await ack()
    question = plain(command.get("text") or "")
    page = answer_to(question, command["user_id"], desk, doors, private=True)
    await respond(command["response_url"], page)
