"""Windows and the Home tab: valid, and without what Slack takes in messages only."""

from dataclasses import replace

import pytest

from bot.answers.texts import PROGRAM
from bot.slack import texts
from bot.slack.blocks import ids
from bot.slack.blocks.answer import answer_page
from bot.slack.blocks.browse import categories_page
from bot.slack.blocks.card import card_page
from bot.slack.blocks.page import VIEW_BLOCKS, Page, sentence_page
from bot.slack.blocks.views import (
    home_page,
    home_view,
    match_view,
    modal,
    search_view,
    touched_page,
)
from tests.slack.blocks.samples import LONG, card_of, endless, shown, valid_view
from tests.slack.bots import OPEN_DATA, engine
from tests.slack.reading import button_texts, read, values

WHERE = {"channel": "C1", "thread_ts": "1.2"}


@pytest.mark.parametrize("standard", engine().standards())
def test_the_start_of_the_home_tab(standard: str) -> None:
    """The Home tab says what the bot does, asks, switches, and lists a standard's categories."""
    view = home_view(engine().categories(standard), engine().standards(), standard)
    assert valid_view(view)
    assert PROGRAM in read(view)
    assert f"{standard} standard (shown)" in button_texts(view)
    assert values(view, ids.OPEN_CATEGORY) == [
        one.choice.entry_id for one in engine().categories(standard)
    ]


def test_messages_keep_votes_to_themselves() -> None:
    """A page of a message can be shown in a window and the Home tab, without votes."""
    for page in (card_page(card_of("2018:OD1"), "U1"), answer_page(engine().ask(OPEN_DATA), "U1")):
        for view in (modal(page), home_page(page)):
            assert valid_view(view)
            assert not values(view, ids.FEEDBACK)
            assert texts.BROWSE in button_texts(view)


def test_a_long_page_is_cut_to_the_limit_of_views() -> None:
    """The way back and the box stay, however long the page."""
    page = Page("", "", body=sentence_page("x").body * 200)
    view = home_page(page, ask=True)
    assert valid_view(view)
    assert len(view["blocks"]) == VIEW_BLOCKS
    assert values(view, ids.HOME_START)
    assert texts.MORE in read(view)


def test_a_page_without_blocks_shows_its_text() -> None:
    """A window is never empty."""
    assert read(modal(Page("Title", "Just a sentence."))) == "Just a sentence."


def test_a_long_title_is_cut() -> None:
    """The title of a window has little room."""
    assert valid_view(modal(sentence_page("x", LONG)))


def test_the_search_window_shows_what_was_picked() -> None:
    """Before a pick there is the menu; after it the card stands below."""
    assert valid_view(search_view())
    picked = search_view(card_of("2018:OD1"))
    assert valid_view(picked)
    assert card_of("2018:OD1").wording in read(picked)
    assert valid_view(search_view(endless(card_of("2018:OD1"))))


def test_a_message_with_criteria() -> None:
    """Each criterion that a message touches is shown with its words and can be opened."""
    reasons = engine().touched(OPEN_DATA)
    view = match_view(reasons, WHERE)
    assert valid_view(view)
    entry_ids = [reason.choice.entry_id for reason in reasons]
    assert values(view, ids.PICK_ENTRY) == entry_ids
    assert values(view, ids.REPLY_IN_THREAD) == [" ".join(entry_ids)]
    assert read(view).count(texts.MATCHED) == len(reasons)


def test_a_message_with_endless_criteria() -> None:
    """Endless names are cut."""
    reasons = [
        one._replace(choice=one.choice._replace(title=LONG)) for one in engine().touched(OPEN_DATA)
    ]
    assert valid_view(match_view(reasons * 20, WHERE))


def test_a_message_without_criteria() -> None:
    """A message that touches nothing is told so, without a way to reply."""
    view = match_view((), WHERE)
    assert texts.NOTHING_TOUCHED in read(view)
    assert not values(view, ids.REPLY_IN_THREAD)


def test_the_public_reply_names_criteria_and_resources() -> None:
    """The reply under a message names who asked, each criterion, its links and whose they are."""
    card = card_of("2022:DM1")
    noted = replace(card, resources_note="A note on the resources.")
    said = shown(touched_page([noted], "U1"))
    for part in ("<@U1>", card.wording, "A note on the resources."):
        assert part in said
    assert all(resource.title in said for resource in card.resources)
    assert shown(touched_page([endless(card)] * 30, "U1"))


def test_lists_can_be_browsed_in_a_window() -> None:
    """The list of categories is valid in a window and the Home tab."""
    page = categories_page(engine().categories())
    assert valid_view(modal(page))
    assert valid_view(home_page(page))
