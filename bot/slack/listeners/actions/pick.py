"""Somebody picks an entry: from a row of buttons, from the search menu, or whom to ask."""

from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.answers import Card
from bot.engine import Engine
from bot.slack import texts
from bot.slack.blocks import ids
from bot.slack.blocks.card import bare_card_page, card_page
from bot.slack.blocks.page import Page, sentence_page
from bot.slack.blocks.views import search_view
from bot.slack.surfaces import Message, Surface, modal_of, show, surface_of, user_of


async def pick_entry_callback(
    ack: AsyncAck,
    body: dict[str, Any],
    action: dict[str, Any],
    client: AsyncWebClient,
    engine: Engine,
) -> None:
    """Show the entry to the person who picked it.

    Where we only asked what was meant, the asker's pick takes the place of our question.
    """
    await ack()
    surface, user = surface_of(body), user_of(body)
    card, settled = engine.card(action["value"]), ids.asker_of(str(action.get("block_id"))) == user
    if settled and isinstance(surface, Message):
        page = picked(card, surface, user, private=surface.private)
        await surface.respond(page, replace=True)
    else:
        await show(client, surface, picked(card, surface, user))


async def ask_a_person_callback(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, engine: Engine
) -> None:
    """Show whom to ask, to this person only and beside the answer."""
    await ack()
    surface = surface_of(body)
    await show(client, surface, picked(engine.contact(), surface, user_of(body)))


async def pick_criterion_callback(
    ack: AsyncAck,
    body: dict[str, Any],
    action: dict[str, Any],
    client: AsyncWebClient,
    engine: Engine,
) -> None:
    """Show the card of what was picked in the search window."""
    await ack()
    chosen = action.get("selected_option") or {}
    view = search_view(engine.card(chosen.get("value", "")))
    await modal_of(body).update(client, view, over_newer=True)


def picked(card: Card | None, surface: Surface, user: str, *, private: bool = True) -> Page:
    """Lay an entry out, or say that it is gone; a ``private`` one can be shared from a message."""
    if card is None:
        return sentence_page(texts.UNKNOWN_ENTRY)
    if isinstance(surface, Message):
        return card_page(card, user, private=private)
    return bare_card_page(card)
