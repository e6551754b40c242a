"""Windows and the Home tab: pages turned into views (https://docs.slack.dev/reference/views)."""

import json
from collections.abc import Sequence
from typing import Any

from bot.answers import Card, Category, Reason
from bot.answers import texts as answers
from bot.slack import texts
from bot.slack.blocks import ids
from bot.slack.blocks.answer import plain_card, reason_blocks
from bot.slack.blocks.browse import category_blocks
from bot.slack.blocks.card import entry_button
from bot.slack.blocks.page import (
    MODAL_TITLE,
    TOP_TEXT,
    VIEW_BLOCKS,
    Block,
    Page,
    actions,
    button,
    context,
    cut,
    fit,
    header,
    plain,
    section,
)
from bot.slack.mrkdwn import escape

View = dict[str, Any]
MESSAGES_ONLY = ("context_actions",)


def modal(page: Page, callback_id: str = ids.CARD_VIEW, metadata: str = "") -> View:
    """Show a page in a window."""
    return {
        "type": "modal",
        "callback_id": callback_id,
        "private_metadata": metadata,
        "title": plain(page.title, MODAL_TITLE),
        "close": plain(texts.CLOSE, MODAL_TITLE),
        "blocks": _blocks(page.blocks) or [section(page.text)],
    }


def search_view(card: Card | None = None) -> View:
    """Show the search window, with the card of what was picked.

    ``min_query_length`` 1: Slack asks for options from the first letter on.
    """
    menu = {
        "type": "external_select",
        "action_id": ids.PICK_CRITERION,
        "placeholder": plain(texts.SEARCH_PLACEHOLDER),
        "min_query_length": 1,
    }
    body = [section(texts.SEARCH_LABEL), actions([menu])]
    shown = plain_card(card) if card else ()
    return modal(Page(texts.SEARCH_TITLE, texts.SEARCH_LABEL, (*body, *shown)), ids.SEARCH_VIEW)


def match_view(reasons: Sequence[Reason], where: dict[str, str]) -> View:
    """Show which criteria a message touches; ``where`` is the message to reply to."""
    if not reasons:
        page = Page(texts.MATCH_TITLE, "", (section(texts.NOTHING_TOUCHED),))
        return modal(page, ids.MATCH_VIEW)
    body: list[Block] = [section(texts.TOUCHES)]
    for number, reason in enumerate(reasons):
        title, matched = reason_blocks(reason, texts.score(reason.score, None), number + 1)
        title["accessory"] = entry_button(reason.choice, number, texts.SHOW)
        body += [title, matched]
    entry_ids = " ".join(reason.choice.entry_id for reason in reasons)
    reply = actions([button(texts.REPLY_IN_THREAD, ids.REPLY_IN_THREAD, entry_ids)])
    page = Page(texts.MATCH_TITLE, "", fit(body, [reply], VIEW_BLOCKS))
    return modal(page, ids.MATCH_VIEW, json.dumps(where))


def home_view(categories: Sequence[Category], standards: Sequence[str], shown: str) -> View:
    """Show the start of the Home tab."""
    switch = [
        button(
            texts.standard_button(f"{standard} standard", standard == shown),
            ids.switch_standard(standard),
            standard,
        )
        for standard in standards
    ]
    body = [
        header(answers.PROGRAM),
        section(answers.WHAT_IT_DOES),
        _ask_box(),
        actions(switch),
        *category_blocks(categories),
    ]
    return _home(body)


def home_page(page: Page, *, ask: bool = False) -> View:
    """Show a page in the Home tab, with the way back to its start."""
    back = actions([button(texts.BACK, ids.HOME_START, "start")])
    return _home([back, *([_ask_box()] if ask else []), *page.blocks])


def touched_page(cards: Sequence[Card], asker: str) -> Page:
    """Lay out the public reply: the criteria that a message touches, with their resources."""
    body: list[Block] = [context(texts.touched_by(asker)), section(f"*{texts.TOUCHED_REPLY}*")]
    for number, card in enumerate(cards):
        line = f"*{escape(answers.name(card.choice))}*\n{escape(card.wording)}"
        body.append(section(line, entry_button(card.choice, number, texts.SHOW)))
        if card.resources:
            links = ", ".join(f"<{escape(r.url)}|{escape(r.title)}>" for r in card.resources)
            states = "; ".join(f"{r.title}: {answers.link_state(r)}" for r in card.resources)
            body.append(context(f"{links} _{escape(states)}_"))
    names = escape("; ".join(answers.name(card.choice) for card in cards))
    text = cut(f"{texts.TOUCHED_REPLY}: {names}", TOP_TEXT)
    return Page(texts.TOUCHED_REPLY, text, fit(body))


def _ask_box() -> Block:
    """Return the input that sends what was typed when Enter is pressed."""
    return {
        "type": "input",
        "dispatch_action": True,
        "label": plain(texts.HOME_ASK),
        "hint": plain(texts.HOME_ASK_HINT),
        "element": {
            "type": "plain_text_input",
            "action_id": ids.HOME_ASK,
            "dispatch_action_config": {"trigger_actions_on": ["on_enter_pressed"]},
        },
    }


def _home(body: Sequence[Block]) -> View:
    blocks = list(fit(_blocks(body), most=VIEW_BLOCKS))
    return {"type": "home", "callback_id": ids.HOME_VIEW, "blocks": blocks}


def _blocks(blocks: Sequence[Block]) -> list[Block]:
    return [block for block in blocks if block["type"] not in MESSAGES_ONLY]
