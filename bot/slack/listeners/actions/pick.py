"""Somebody picks an entry: from a row of buttons, from the search menu, or whom to ask."""

from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.answers import Card
from bot.slack import words
from bot.slack.blocks import ids
from bot.slack.blocks.answer import card_page, plain_card
from bot.slack.blocks.card import card_text
from bot.slack.blocks.limits import Page, sentence_page
from bot.slack.blocks.windows import search_view
from bot.slack.desk import Desk
from bot.slack.place import Place, place_of, show, update


async def pick_entry_callback(
    ack: AsyncAck, body: dict[str, Any], action: dict[str, Any], client: AsyncWebClient, desk: Desk
) -> None:
    """Show the entry to the person who picked it.

    Where we only asked what was meant, the asker's pick takes the place of our question.
    """
    await ack()
    place = place_of(body)
    settled = ids.asker_of(str(action.get("block_id"))) == place.user
    page = picked(desk.card(action["value"]), place, private=place.private or not settled)
    await show(client, place, page, replace=settled)


async def ask_a_person_callback(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, desk: Desk
) -> None:
    """Show whom to ask, to this person only and beside the answer."""
    await ack()
    place = place_of(body)
    await show(client, place, picked(desk.contact(), place, private=True))


async def pick_criterion_callback(
    ack: AsyncAck, body: dict[str, Any], action: dict[str, Any], client: AsyncWebClient, desk: Desk
) -> None:
    """Show the card of what was picked in the search window."""
    await ack()
    chosen = action.get("selected_option") or {}
    view = search_view(desk.card(chosen.get("value", "")))
    await update(client, place_of(body), view, over_newer=True)


def picked(card: Card | None, place: Place, *, private: bool) -> Page:
    """Lay an entry out, or say that it is gone."""
    if card is None:
        return sentence_page(words.UNKNOWN_ENTRY)
    if place.kind == "message":
        return card_page(card, place.user, private=private)
    return Page(words.named(card.choice), card_text(card), plain_card(card))
