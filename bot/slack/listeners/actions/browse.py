"""Browsing: the categories, the criteria of one, and what did not fit."""

from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.engine import Engine
from bot.slack import texts
from bot.slack.blocks.browse import categories_page, criteria_page
from bot.slack.blocks.page import Page, sentence_page
from bot.slack.blocks.values import read_more
from bot.slack.surfaces import show, surface_of


async def browse_callback(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, engine: Engine
) -> None:
    """List the categories."""
    await ack()
    await show(client, surface_of(body), categories_page(engine.categories()))


async def open_category_callback(
    ack: AsyncAck,
    body: dict[str, Any],
    action: dict[str, Any],
    client: AsyncWebClient,
    engine: Engine,
) -> None:
    """List the criteria of a category."""
    await ack()
    await show(client, surface_of(body), listed(engine, (str(action.get("value")),)))


async def show_more_callback(
    ack: AsyncAck,
    body: dict[str, Any],
    action: dict[str, Any],
    client: AsyncWebClient,
    engine: Engine,
) -> None:
    """List the criteria that follow."""
    await ack()
    first, practice_ids = read_more(str(action.get("value")))
    await show(client, surface_of(body), listed(engine, practice_ids, first))


def listed(engine: Engine, practice_ids: tuple[str, ...], first: int = 0) -> Page:
    """List criteria of categories, or say that the category is gone."""
    found = [engine.category(practice_id) for practice_id in practice_ids]
    if pages := [page for page in found if page]:
        return criteria_page(pages, first)
    return sentence_page(texts.UNKNOWN_ENTRY)
