"""A card: everything that is known of an entry, valid on every surface."""

import pytest

from bot.answers import texts as answers
from bot.slack import texts
from bot.slack.blocks.card import card_page
from bot.slack.blocks.views import home_page, modal
from bot.slack.mrkdwn import escape
from tests.slack.blocks.samples import card_of, endless, shown, valid_view
from tests.slack.bots import engine
from tests.slack.reading import labels, nodes, read

ENTRIES = sorted(engine().catalog.entries)


@pytest.mark.parametrize("entry_id", ENTRIES)
def test_every_card_on_every_surface(entry_id: str) -> None:
    """Each entry's card is valid everywhere, and names and opens all that it speaks of."""
    card = card_of(entry_id)
    page = card_page(card)
    said = shown(page)
    for one in answers.card_sections(card):
        assert one.title in said
        for line in one.lines:
            assert not line.url or f"<{escape(line.url)}|" in str(page.blocks)
    openable = {n["value"] for n in nodes(page.blocks) if n.get("type") == "button"}
    assert {choice.entry_id for choice in card.criteria} <= openable
    counterparts = card.crosswalk.choices if card.crosswalk else ()
    assert {choice.entry_id for choice in counterparts} <= openable
    for view in (modal(page), home_page(page)):
        assert valid_view(view)
        assert card.wording in read(view)


@pytest.mark.parametrize("entry_id", ENTRIES)
def test_sources_can_be_clicked(entry_id: str) -> None:
    """Every web address that a card names as a source leads there."""
    shown_blocks = str(card_page(card_of(entry_id)).blocks)
    for source in card_of(entry_id).source:
        if source.startswith("http") and " " not in source:
            assert f"<{escape(source)}|" in shown_blocks


def test_official_wording_is_verbatim() -> None:
    """Official sentences arrive character by character, as quotations."""
    official = [c for c in engine().catalog.criteria.values() if c.wording]
    assert len(official) >= 6
    for criterion in official:
        said = shown(card_page(card_of(criterion.id)))
        assert f"> {criterion.wording}" in said
        assert "official wording" in said


def test_endless_knowledge_is_cut_with_more() -> None:
    """A card of any length becomes a valid message that says that there is more."""
    page = card_page(endless(card_of("2018:OD1")))
    said = shown(page)
    assert texts.MORE in said
    assert texts.MORE_MARK.strip() in said
    assert valid_view(modal(page))


def test_text_for_screen_readers_names_entry_and_resource() -> None:
    """The top-level text alone says the criterion, its wording and where to look."""
    card = card_of("2018:OD1")
    for part in (card.choice.code, card.choice.title, card.wording, card.resources[0].url):
        assert part in card_page(card).text


def test_buttons_of_entries_are_read_aloud_by_name() -> None:
    """A screen reader names the entry that a button shows."""
    page = card_page(card_of("2018:open-data"))
    assert "Show OD1 Open data policy (2018)" in labels({"blocks": page.blocks})


def test_a_card_is_rendered_once() -> None:
    """Blocks and text of a card are kept, so that a click does not make them again."""
    card = card_of("2018:OD1")
    assert card_page(card) is card_page(card)
