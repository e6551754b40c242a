"""Somebody picks an entry: from a row of buttons, from the search menu, or whom to ask."""

from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.answers import Card
from bot.answers import texts as answers
from bot.engine import Engine
from bot.slack import texts
from bot.slack.blocks import ids
from bot.slack.blocks.answer import card_page, plain_card
from bot.slack.blocks.card import card_text
from bot.slack.blocks.page import Page, sentence_page
from bot.slack.blocks.views import search_view
from bot.slack.surfaces import Surface, show, surface_of, update


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
    place = surface_of(body)
    settled = ids.asker_of(str(action.get("block_id"))) == place.user
    page = picked(engine.card(action["value"]), place, private=place.private or not settled)
    await show(client, place, page, replace=settled)


async def ask_a_person_callback(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, engine: Engine
) -> None:
    """Show whom to ask, to this person only and beside the answer."""
    await ack()
    place = surface_of(body)
    await show(client, place, picked(engine.contact(), place, private=True))


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
    await update(client, surface_of(body), view, over_newer=True)


def picked(card: Card | None, place: Surface, *, private: bool) -> Page:
    """Lay an entry out, or say that it is gone."""
    if card is None:
        return sentence_page(texts.UNKNOWN_ENTRY)
    if place.kind == "message":
        return card_page(card, place.user, private=private)
    return Page(answers.name(card.choice), card_text(card), plain_card(card))
