"""The menu behind three dots: what else can be done about an answer."""

from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.engine import Engine
from bot.slack import texts
from bot.slack.blocks import ids
from bot.slack.blocks.answer import others_page
from bot.slack.blocks.browse import categories_page
from bot.slack.blocks.card import card_page
from bot.slack.blocks.page import Page, joined, sentence_page
from bot.slack.blocks.why import why_page
from bot.slack.listeners.actions.pick import picked_page
from bot.slack.surfaces import open_window, show, surface_of


async def more_callback(
    ack: AsyncAck,
    body: dict[str, Any],
    action: dict[str, Any],
    client: AsyncWebClient,
    engine: Engine,
) -> None:
    """Do what was picked: explain and show everything in a window, all else in place."""
    await ack()
    surface = surface_of(body)
    option = action.get("selected_option") or {}
    kind, _, about = str(option.get("value") or "").partition(" ")
    if kind == ids.EVERYTHING:
        await open_window(client, body, everything_page(engine, about.split()))
    elif kind == ids.WHY:
        answer = engine.recall(about)
        page = why_page(answer) if answer else sentence_page(texts.FORGOTTEN, texts.WHY)
        await open_window(client, body, page)
    elif kind == ids.OTHERS:
        cards = [card for entry_id in about.split() if (card := engine.card(entry_id))]
        near = tuple(card.choice for card in cards)
        await show(
            client, surface, others_page(near) if near else sentence_page(texts.UNKNOWN_ENTRY)
        )
    elif kind == ids.BROWSE:
        await show(client, surface, categories_page(engine.categories()))
    else:
        await show(client, surface, picked_page(engine, about, surface))


def everything_page(engine: Engine, entry_ids: list[str]) -> Page:
    """Show the full cards of entries, one below the other."""
    cards = [card for entry_id in entry_ids if (card := engine.card(entry_id))]
    if not cards:
        return sentence_page(texts.UNKNOWN_ENTRY)
    return joined([card_page(card) for card in cards])
