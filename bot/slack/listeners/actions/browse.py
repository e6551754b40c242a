"""Browsing: the categories, the criteria of one, and what did not fit."""

from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack import words
from bot.slack.blocks.browse import categories_page, criteria_page, read_more
from bot.slack.blocks.limits import Page, sentence_page
from bot.slack.desk import Desk
from bot.slack.place import place_of, show


async def browse_callback(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, desk: Desk
) -> None:
    """List the categories."""
    await ack()
    await show(client, place_of(body), categories_page(desk.categories()))


async def open_category_callback(
    ack: AsyncAck, body: dict[str, Any], action: dict[str, Any], client: AsyncWebClient, desk: Desk
) -> None:
    """List the criteria of a category."""
    await ack()
    await show(client, place_of(body), listed(desk, (action["value"],)))


async def show_more_callback(
    ack: AsyncAck, body: dict[str, Any], action: dict[str, Any], client: AsyncWebClient, desk: Desk
) -> None:
    """List the criteria that follow."""
    await ack()
    first, practice_ids = read_more(action["value"])
    await show(client, place_of(body), listed(desk, practice_ids, first))


def listed(desk: Desk, practice_ids: tuple[str, ...], first: int = 0) -> Page:
    """List criteria of categories, or say that the category is gone."""
    found = [desk.category(practice_id) for practice_id in practice_ids]
    if pages := [page for page in found if page]:
        return criteria_page(pages, first)
    return sentence_page(words.UNKNOWN_ENTRY)
