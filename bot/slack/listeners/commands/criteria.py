"""/criteria [CATEGORY]: the categories, or the criteria of one."""

from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck

from bot.engine import Engine
from bot.slack.blocks.browse import categories_page, criteria_page, unknown_category_page
from bot.slack.blocks.page import Page
from bot.slack.messages import wants_help
from bot.slack.mrkdwn import plain
from bot.slack.posting import respond


async def criteria_callback(ack: AsyncAck, command: dict[str, Any], engine: Engine) -> None:
    """List what was asked for, privately."""
    await ack()
    await respond(command["response_url"], listed(plain(command.get("text") or ""), engine))


def listed(typed: str, engine: Engine) -> Page:
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
