"""Windows and the Home tab: pages turned into views (https://docs.slack.dev/reference/views)."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from slack_sdk.models.blocks import (
    ExternalDataSelectElement,
    InputBlock,
    PlainTextInputElement,
)
from slack_sdk.models.blocks.basic_components import DispatchActionConfig
from slack_sdk.models.views import View as ViewModel

from bot.answers import Card, Category, Reason
from bot.answers.texts import PROGRAM, WHAT_IT_DOES, link_state, name, names
from bot.slack import texts
from bot.slack.blocks import ids
from bot.slack.blocks.answer import reason_blocks
from bot.slack.blocks.browse import category_blocks
from bot.slack.blocks.card import bare_card_page
from bot.slack.blocks.elements import (
    Block,
    actions,
    button,
    context,
    cut,
    header,
    plain_text,
    section,
    show_button,
)
from bot.slack.blocks.page import TOP_TEXT, VIEW_BLOCKS, Page
from bot.slack.mrkdwn import bold, escape, link

View = dict[str, Any]

MODAL_TITLE = ViewModel.title_max_length
MESSAGES_ONLY = "context_actions"


def modal(page: Page, callback_id: str = ids.CARD_VIEW, metadata: str = "") -> View:
    """Show a page in a window."""
    return ViewModel(
        type="modal",
        callback_id=callback_id,
        private_metadata=metadata,
        title=plain_text(page.title, MODAL_TITLE),
        close=plain_text(texts.CLOSE, MODAL_TITLE),
        blocks=_blocks(page) or [section(page.text)],
    ).to_dict()


def search_view(card: Card | None = None) -> View:
    """Show the search window, with the card of what was picked.

    ``min_query_length`` 1: Slack asks for options from the first letter on.
    """
    menu = ExternalDataSelectElement(
        action_id=ids.PICK_CRITERION,
        placeholder=plain_text(texts.SEARCH_PLACEHOLDER),
        min_query_length=1,
    )
    head = (section(texts.SEARCH_LABEL), actions([menu]))
    body = bare_card_page(card).body if card else ()
    return modal(Page(texts.SEARCH_TITLE, texts.SEARCH_LABEL, head, body), ids.SEARCH_VIEW)


def match_view(reasons: Sequence[Reason], where: dict[str, str]) -> View:
    """Show which criteria a message touches; ``where`` is the message to reply to."""
    if not reasons:
        page = Page(texts.MATCH_TITLE, "", body=(section(texts.NOTHING_TOUCHED),))
        return modal(page, ids.MATCH_VIEW)
    body: list[Block] = []
    for place, reason in enumerate(reasons, 1):
        show = show_button(reason.choice, name(reason.choice))
        body += reason_blocks(reason, place, accessory=show)
    entry_ids = " ".join(reason.choice.entry_id for reason in reasons)
    reply = actions([button(texts.REPLY_IN_THREAD, ids.REPLY_IN_THREAD, entry_ids)])
    page = Page(texts.MATCH_TITLE, "", (section(texts.TOUCHES),), tuple(body), (reply,))
    return modal(page, ids.MATCH_VIEW, json.dumps(where))


def home_view(categories: Sequence[Category], standards: Sequence[str], shown: str) -> View:
    """Show the start of the Home tab."""
    switch = [
        button(
            texts.standard_button(standard, standard == shown),
            f"{ids.SWITCH_STANDARD}_{standard}",
            standard,
        )
        for standard in standards
    ]
    head = (header(PROGRAM), section(WHAT_IT_DOES), _ask_box(), actions(switch))
    return _home(Page("", "", head, category_blocks(categories)))


def home_page(page: Page, *, ask: bool = False) -> View:
    """Show a page in the Home tab, with the way back to its start."""
    back = actions([button(texts.BACK, ids.HOME_START, "start")])
    box = (_ask_box(),) if ask else ()
    return _home(replace(page, head=(back, *box, *page.head)))


def touched_page(cards: Sequence[Card], asker: str) -> Page:
    """Show in public which criteria a message touches, with their resources."""
    head = (context(texts.touched_by(asker)), section(f"*{texts.TOUCHED_REPLY}*"))
    body: list[Block] = []
    for card in cards:
        line = f"{bold(name(card.choice))}\n{escape(card.wording)}"
        body.append(section(line, show_button(card.choice, name(card.choice))))
        resources = [
            f"{link(one.title, one.url)}: {escape(link_state(one))}" for one in card.resources
        ]
        if card.resources_note:
            resources.append(escape(card.resources_note))
        if resources:
            body.append(context("\n".join(resources)))
    text = cut(f"{texts.TOUCHED_REPLY}: {escape(names(card.choice for card in cards))}", TOP_TEXT)
    return Page(texts.TOUCHED_REPLY, text, head, tuple(body))


def _ask_box() -> Block:
    """Return the input that sends what was typed when Enter is pressed."""
    on_enter = DispatchActionConfig(trigger_actions_on=["on_enter_pressed"])
    return InputBlock(
        dispatch_action=True,
        label=plain_text(texts.HOME_ASK),
        hint=plain_text(texts.HOME_ASK_HINT),
        element=PlainTextInputElement(action_id=ids.HOME_ASK, dispatch_action_config=on_enter),
    ).to_dict()


def _home(page: Page) -> View:
    return ViewModel(type="home", callback_id=ids.HOME_VIEW, blocks=_blocks(page)).to_dict()


def _blocks(page: Page) -> list[Block]:
    """Return the blocks of a page without those that Slack takes in messages only."""
    below = tuple(block for block in page.actions if block["type"] != MESSAGES_ONLY)
    return list(replace(page, actions=below).fit(VIEW_BLOCKS))
