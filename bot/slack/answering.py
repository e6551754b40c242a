"""From what somebody typed to the page that answers it, whichever door they came through."""

from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.answers import Answer
from bot.engine import Engine, wants_help
from bot.slack.blocks.answer import answer_page
from bot.slack.blocks.browse import categories_page, criteria_page, unknown_category_page
from bot.slack.blocks.help import help_page
from bot.slack.blocks.page import Page
from bot.slack.messages import question_in, thread_of
from bot.slack.mrkdwn import carried, is_key
from bot.slack.posting import post
from bot.slack.registry import Registry


def answer_to(
    question: str, asker: str, engine: Engine, registry: Registry, *, private: bool
) -> Page:
    """Answer a question, or help where there is none."""
    if wants_help(question):
        return help_page(registry.helped())
    return answer_page(engine.ask(question), asker, private=private)


def category_named(typed: str, engine: Engine) -> Page:
    """List the categories, those of a standard, or the criteria of a category."""
    found = engine.find_category(typed)
    if found.listed:
        return categories_page(found.listed)
    if found.pages:
        return criteria_page(found.pages)
    return unknown_category_page(found.typed, found.nearest)


def answer_of(value: str, engine: Engine) -> Answer | None:
    """Return the answer that a button belongs to; None when its long question was forgotten."""
    if is_key(value):
        return engine.recall(value.removeprefix("long:"))
    return engine.ask(carried(value))


async def reply_in_thread(
    event: dict[str, Any], client: AsyncWebClient, engine: Engine, registry: Registry
) -> None:
    """Answer what was said to us, in its thread."""
    page = answer_to(question_in(event), event["user"], engine, registry, private=False)
    await post(client, event["channel"], page, thread_of(event))
