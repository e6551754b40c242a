"""/criteria [CATEGORY]: the categories, or the criteria of one."""

from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck

from bot.answers.lookup import CategoryLookup
from bot.engine import Engine
from bot.slack.blocks.browse import categories_page, criteria_page, unknown_category_page
from bot.slack.blocks.page import Page
from bot.slack.mrkdwn import plain
from bot.slack.posting import respond


async def criteria_callback(ack: AsyncAck, command: dict[str, Any], engine: Engine) -> None:
    """List what was asked for, privately."""
    await ack()
    found = engine.find_category(plain(command.get("text") or ""))
    await respond(command["response_url"], lookup_page(found))


def lookup_page(found: CategoryLookup) -> Page:
    """Show what was found: a list of categories, the criteria of some, or the nearest names."""
    if found.listed:
        return categories_page(found.listed)
    if found.pages:
        return criteria_page(found.pages)
    return unknown_category_page(found.typed, found.nearest)
