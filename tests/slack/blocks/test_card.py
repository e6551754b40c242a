"""A card: everything that is known of an entry, valid on every surface."""

import pytest

from bot.answers import texts as answers
from bot.slack import texts
from bot.slack.blocks import ids
from bot.slack.blocks.card import (
    bare_card_page,
    card_page,
    shared_card_page,
)
from bot.slack.blocks.views import home_page, modal, search_view
from bot.slack.mrkdwn import escape
from tests.slack.blocks.samples import card_of, endless, shown, valid_view
from tests.slack.bots import engine
from tests.slack.reading import button_texts, labels, nodes, read, values

ENTRIES = sorted(engine().catalog.entries)


@pytest.mark.parametrize("entry_id", ENTRIES)
def test_every_card_on_every_surface(entry_id: str) -> None:
    """Each entry's card is valid everywhere and says all that is said of it elsewhere."""
    card = card_of(entry_id)
    for page in (card_page(card, "U1"), shared_card_page(card, "U1"), bare_card_page(card)):
        said = shown(page)
        for one in answers.card_sections(card):
            assert one.title in said
            assert all(line.text in said for line in one.lines)
            for line in one.lines:
                assert not line.url or f"<{escape(line.url)}|" in str(page.blocks)
        openable = {n["value"] for n in nodes(page.blocks) if n.get("type") == "button"}
        assert {choice.entry_id for choice in card.criteria} <= openable
        counterparts = card.crosswalk.choices if card.crosswalk else ()
        assert {choice.entry_id for choice in counterparts} <= openable
    for view in (modal(bare_card_page(card)), home_page(bare_card_page(card)), search_view(card)):
        assert valid_view(view)
        assert card.wording in read(view)


def test_official_wording_is_verbatim() -> None:
    """Official sentences arrive character by character, as quotations."""
    official = [c for c in engine().catalog.criteria.values() if c.wording]
    assert len(official) >= 6
    for criterion in official:
        said = shown(card_page(card_of(criterion.id), "U1"))
        assert f"> {criterion.wording}" in said
        assert "official wording" in said


def test_our_own_words_are_called_so() -> None:
    """Whoever reads our words is told that they are not the standard's."""
    assert "in our own words" in shown(card_page(card_of("2022:DM1"), "U1"))


def test_endless_knowledge_is_cut_with_more() -> None:
    """A card of any length becomes a valid message that says that there is more."""
    card = endless(card_of("2018:OD1"))
    for page in (card_page(card, "U1"), shared_card_page(card, "U1")):
        said = shown(page)
        assert texts.MORE in said
        assert texts.MORE_MARK.strip() in said
        assert texts.BROWSE in button_texts({"blocks": page.blocks})
    assert valid_view(modal(bare_card_page(card)))


def test_a_private_card_can_be_shared() -> None:
    """Only a private card has the button to share it, which names the entry."""
    private, public = (card_page(card_of("2018:OD1"), "U1", private=one) for one in (True, False))
    assert values({"blocks": private.blocks}, ids.SHARE_CARD) == ["2018:OD1"]
    assert values({"blocks": public.blocks}, ids.SHARE_CARD) == []
    assert values({"blocks": bare_card_page(card_of("2018:OD1")).blocks}, ids.ASK_A_PERSON) == []


def test_a_shared_card_names_who_shares_it() -> None:
    """Everybody sees who shared an entry, in the text for screen readers, too."""
    page = shared_card_page(card_of("2018:OD1"), "U1")
    assert "<@U1> shared:" in shown(page)
    assert page.text.startswith("<@U1> shared:")


def test_text_for_screen_readers_names_entry_and_resource() -> None:
    """The top-level text alone says the criterion, its wording and where to look."""
    card = card_of("2018:OD1")
    for part in (card.choice.code, card.choice.title, card.wording, card.resources[0].url):
        assert part in bare_card_page(card).text


def test_buttons_of_entries_are_read_aloud_by_name() -> None:
    """A screen reader names the entry that a button shows."""
    page = card_page(card_of("2018:open-data"), "U1")
    assert "Show OD1 Open data policy (2018)" in labels({"blocks": page.blocks})


def test_a_card_is_rendered_once() -> None:
    """Blocks and text of a card are kept, so that a mention does not make them again."""
    card = card_of("2018:OD1")
    assert bare_card_page(card) is bare_card_page(card)
