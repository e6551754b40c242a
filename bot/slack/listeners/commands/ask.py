"""/wwc QUESTION: a private answer that can be shared."""

from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck

from bot.engine import Engine, wants_help
from bot.slack.blocks.answer import answer_page
from bot.slack.blocks.help import help_page
from bot.slack.mrkdwn import plain
from bot.slack.posting import respond
from bot.slack.registry import Registry


async def ask_callback(
    ack: AsyncAck, command: dict[str, Any], engine: Engine, registry: Registry
) -> None:
    """Answer the person who typed the command, and nobody else."""
    await ack()
    question = plain(command.get("text") or "")
    if wants_help(question):
        page = help_page(registry.usages())
    else:
        page = answer_page(engine.ask(question), command["user_id"], private=True)
    await respond(command["response_url"], page)
