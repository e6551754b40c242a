"""/wwc QUESTION: a private answer that can be shared."""

from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck

from bot.engine import Engine, wants_help
from bot.slack.blocks.answer import answer_page, restated_page
from bot.slack.blocks.help import help_page
from bot.slack.mrkdwn import plain
from bot.slack.registry import Registry
from bot.slack.surfaces import message_of


async def ask_callback(
    ack: AsyncAck, command: dict[str, Any], engine: Engine, registry: Registry
) -> None:
    """Answer the person who typed the command, and nobody else."""
    await ack()
    question, place = plain(command.get("text") or ""), message_of(command)
    if wants_help(question):
        page = help_page(registry.usages())
    else:
        answer = engine.ask(question)
        page = answer_page(answer, place.user, private=True, share=not place.direct)
        page = restated_page(page, question)
    await place.respond(page)
