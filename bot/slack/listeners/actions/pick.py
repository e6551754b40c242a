"""Somebody picks an entry: from buttons, from the search menu, or whom to ask."""

from dataclasses import replace
from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.engine import Engine
from bot.slack import texts
from bot.slack.blocks import ids
from bot.slack.blocks.answer import answer_page, bare_answer_page
from bot.slack.blocks.elements import context
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
    surface, user, entry_id = surface_of(body), user_of(body), str(action.get("value"))
    settled = ids.asker_of(str(action.get("block_id"))) == user
    if not (settled and isinstance(surface, Message)):
        await show(client, surface, picked_page(engine, entry_id, surface))
    elif surface.private:
        await surface.respond(picked_page(engine, entry_id, surface), replace=True)
    elif answer := engine.pick([entry_id], surface.thread):
        page = replace(answer_page(answer, user), head=(context(texts.picked_by(user)),))
        await surface.respond(page, replace=True)
    else:
        await surface.respond(sentence_page(texts.UNKNOWN_ENTRY))


async def ask_a_person_callback(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, engine: Engine
) -> None:
    """Show whom to ask, to this person only and beside the answer."""
    await ack()
    surface, contact = surface_of(body), engine.contact()
    answer = engine.pick([contact.choice.entry_id]) if contact else None
    page = bare_answer_page(answer, "") if answer else sentence_page(texts.UNKNOWN_ENTRY)
    if isinstance(surface, Message):
        await surface.respond(page)
    else:
        await show(client, surface, page)


async def pick_criterion_callback(
    ack: AsyncAck,
    body: dict[str, Any],
    action: dict[str, Any],
    client: AsyncWebClient,
    engine: Engine,
) -> None:
    """Show what was picked in the search window."""
    await ack()
    window, entry_id = modal_of(body), (action.get("selected_option") or {}).get("value", "")
    card = engine.card(entry_id)
    view = search_view(card.choice if card else None, picked_page(engine, entry_id, window))
    await window.update(client, view, over_newer=True)


def picked_page(engine: Engine, entry_id: str, surface: Surface) -> Page:
    """Answer with an entry, for the person alone; from a channel's message it can be shared."""
    answer = engine.pick([entry_id])
    if answer is None:
        return sentence_page(texts.UNKNOWN_ENTRY)
    share = isinstance(surface, Message) and not surface.direct
    return answer_page(answer, "", private=True, share=share)
