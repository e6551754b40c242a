"""Windows and the Home tab: pages turned into views (https://docs.slack.dev/reference/views)."""

import json
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Any

from slack_sdk.models.blocks import (
    ButtonElement,
    ExternalDataSelectElement,
    InputBlock,
    PlainTextInputElement,
)
from slack_sdk.models.blocks.basic_components import DispatchActionConfig, Option
from slack_sdk.models.views import View as ViewModel

from bot.answers import Category, Choice
from bot.answers.texts import PROGRAM, WHAT_IT_DOES, name
from bot.slack import texts
from bot.slack.blocks import ids
from bot.slack.blocks.browse import category_blocks
from bot.slack.blocks.elements import (
    ASK_A_PERSON,
    Block,
    actions,
    button,
    header,
    plain_text,
    section,
)
from bot.slack.blocks.page import VIEW_BLOCKS, Page

View = dict[str, Any]

MODAL_TITLE = ViewModel.title_max_length
MESSAGES_ONLY = "context_actions"


def modal(
    page: Page, callback_id: str = ids.CARD_VIEW, metadata: str = "", *, on_top: bool = False
) -> View:
    """Show a page in a window; the button of one ``on_top`` of another leads back to that."""
    return ViewModel(
        type="modal",
        callback_id=callback_id,
        private_metadata=metadata,
        title=plain_text(page.title, MODAL_TITLE),
        close=plain_text(texts.BACK if on_top else texts.CLOSE, MODAL_TITLE),
        blocks=_blocks(page) or [section(page.text)],
    ).to_dict()


def search_view(picked: Choice | None = None, page: Page | None = None) -> View:
    """Show the search window, with the page of what was picked.

    ``min_query_length`` 1: Slack asks for options from the first letter on.
    """
    menu = ExternalDataSelectElement(
        action_id=ids.PICK_CRITERION,
        placeholder=plain_text(texts.SEARCH_PLACEHOLDER),
        min_query_length=1,
        initial_option=option(picked) if picked else None,
    )
    head = (section(texts.SEARCH_LABEL), actions([menu], ids.SEARCH))
    shown = replace(page or Page("", ""), title=texts.SEARCH_TITLE, head=head)
    return modal(shown, ids.SEARCH_VIEW)


def option(choice: Choice) -> Option:
    """Show an entry as an option of the menu."""
    return Option(text=plain_text(name(choice)), value=choice.entry_id)


def home_view(categories: Sequence[Category]) -> View:
    """Show the start of the Home tab: a box to ask in, whom to ask, and what there is."""
    box = _ask_box(ASK_A_PERSON)
    head = (header(PROGRAM), section(WHAT_IT_DOES), *box, *category_blocks(categories))
    made = _home(Page("", "", head), "")
    return made | {"private_metadata": sha256(json.dumps(made).encode()).hexdigest()[:16]}


def home_page(page: Page, stamp: str = "") -> View:
    """Show a page in the Home tab, with the way back to its start.

    ``stamp``: the metadata of the start, which changes with the knowledge.
    """
    back = button(texts.BACK_TO_START, ids.HOME_START, "start")
    return _home(replace(page, head=(*_ask_box(back), *page.head)), stamp)


def _ask_box(beside: ButtonElement) -> tuple[Block, ...]:
    """Return the input that asks with Enter or with the button below, and one more button there."""
    on_enter = DispatchActionConfig(trigger_actions_on=["on_enter_pressed"])
    box = InputBlock(
        block_id=ids.QUESTION,
        dispatch_action=True,
        label=plain_text(texts.HOME_ASK),
        hint=plain_text(texts.HOME_ASK_HINT),
        element=PlainTextInputElement(action_id=ids.HOME_ASK, dispatch_action_config=on_enter),
    ).to_dict()
    return box, actions([button(texts.ASK, ids.HOME_ASK_BUTTON, "ask"), beside])


def _home(page: Page, stamp: str) -> View:
    return ViewModel(
        type="home", callback_id=ids.HOME_VIEW, private_metadata=stamp, blocks=_blocks(page)
    ).to_dict()


def _blocks(page: Page) -> list[Block]:
    """Return the blocks of a page without those that Slack takes in messages only."""
    below = tuple(block for block in page.actions if block["type"] != MESSAGES_ONLY)
    return list(replace(page, actions=below).fit(VIEW_BLOCKS))
