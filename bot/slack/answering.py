"""From what somebody typed to the page that answers it, whichever door they came through."""

from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.engine import Engine
from bot.slack.blocks.answer import answer_page
from bot.slack.blocks.browse import categories_page, criteria_page, unknown_category_page
from bot.slack.blocks.help import help_page
from bot.slack.blocks.page import Page
from bot.slack.messages import question_in, thread_of, wants_help
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
    typed = "".join(filter(str.isprintable, typed)).strip()
    if wants_help(typed):
        return categories_page(engine.categories())
    if typed in engine.standards():
        return categories_page(engine.categories(typed))
    lookup = engine.find_categories(typed)
    found = [engine.category(practice.id) for practice in lookup.found]
    if pages := [page for page in found if page]:
        return criteria_page(pages)
    nearest = [engine.category(practice.id) for practice in lookup.nearest]
    return unknown_category_page(typed, [page.category.choice for page in nearest if page])


async def reply_in_thread(
    event: dict[str, Any], client: AsyncWebClient, engine: Engine, registry: Registry
) -> None:
    """Answer what was said to us, in its thread."""
    page = answer_to(question_in(event), event["user"], engine, registry, private=False)
    await post(client, event["channel"], page, thread_of(event))
