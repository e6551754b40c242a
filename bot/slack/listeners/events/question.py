"""Somebody mentions us or writes to us in direct messages: one reply in the thread."""

from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.engine import Engine, wants_help
from bot.slack.blocks.answer import answer_page
from bot.slack.blocks.help import help_page
from bot.slack.messages import conversation_of, question_in, thread_of
from bot.slack.posting import post
from bot.slack.registry import Registry


async def question_callback(
    event: dict[str, Any], client: AsyncWebClient, engine: Engine, registry: Registry
) -> None:
    """Answer what somebody asks us; what is not addressed to us never comes here."""
    question = question_in(event)
    if wants_help(question):
        page = help_page(registry.usages())
    else:
        page = answer_page(engine.ask(question, *conversation_of(event)), event["user"])
    await post(client, event["channel"], page, thread_of(event))
