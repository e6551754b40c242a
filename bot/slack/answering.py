"""From what somebody typed to the page that answers it, whichever door they came through."""

from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.blocks.answer import answer_page
from bot.slack.blocks.browse import categories_page, criteria_page, unknown_category_page
from bot.slack.blocks.help import help_page
from bot.slack.blocks.limits import Page
from bot.slack.desk import Desk
from bot.slack.doors import Doors
from bot.slack.incoming import question_in, thread_of, wants_help
from bot.slack.posting import post


def answer_to(question: str, asker: str, desk: Desk, doors: Doors, *, private: bool) -> Page:
    """Answer a question, or help where there is none."""
    if wants_help(question):
        return help_page(doors.helped())
    return answer_page(desk.ask(question), asker, private=private)


def category_named(typed: str, desk: Desk) -> Page:
    """List the categories, those of a standard, or the criteria of a category."""
    typed = "".join(filter(str.isprintable, typed)).strip()
    if wants_help(typed):
        return categories_page(desk.categories())
    if typed in desk.standards():
        return categories_page(desk.categories(typed))
    lookup = desk.find_categories(typed)
    found = [desk.category(practice.id) for practice in lookup.found]
    if pages := [page for page in found if page]:
        return criteria_page(pages)
    nearest = [desk.category(practice.id) for practice in lookup.nearest]
    return unknown_category_page(typed, [page.category.choice for page in nearest if page])


async def reply_in_thread(
    event: dict[str, Any], client: AsyncWebClient, desk: Desk, doors: Doors
) -> None:
    """Answer what was said to us, in its thread."""
    page = answer_to(question_in(event), event["user"], desk, doors, private=False)
    await post(client, event["channel"], page, thread_of(event))
