"""From a decision to what is said."""

import pytest

from bot.answers import card, categories, category_page, choice, compose
from bot.answers.texts import crosswalk as crosswalk_line
from bot.cli.layout import ask_by
from bot.engine import key_of
from bot.knowledge import Catalog
from bot.matching import Candidate, Decision, Match, Matcher

RANKED = ("2018:OD1", "2018:SE3", "2022:open-data", "2022:OD2", "topic:levels")


def match(decision: Decision, *, asks: int = 1, off_topic: str | None = None) -> Match:
    """Return what the matcher may say of a question."""
    candidates = tuple(Candidate(entry_id, 0.9) for entry_id in RANKED)
    return Match("a law?", decision, candidates, margin=0.5, asks=asks, off_topic=off_topic)


@pytest.mark.parametrize(
    ("decision", "asks", "cards", "choices"),
    [
        (Decision.ANSWER, 1, RANKED[:1], RANKED[1:3]),
        (Decision.ANSWER, 3, RANKED[:3], RANKED[3:]),
        (Decision.CHOICES, 1, (), RANKED[:3]),
        (Decision.REFUSE, 1, (), RANKED[:3]),
    ],
)
def test_decision_says_what_is_shown_and_what_is_offered(
    catalog: Catalog,
    decision: Decision,
    asks: int,
    cards: tuple[str, ...],
    choices: tuple[str, ...],
) -> None:
    """An answer has a card for each ask and two near entries; all else has three to pick from."""
    answer = compose(catalog, match(decision, asks=asks), "key")

    assert tuple(card.choice.entry_id for card in answer.cards) == cards
    assert tuple(choice.entry_id for choice in answer.choices) == choices
    assert tuple(reason.choice.entry_id for reason in answer.reasons) == RANKED


def test_off_topic_refusal_offers_nothing(catalog: Catalog) -> None:
    """What is about something else says what it looks like, and has no near entry."""
    kind, title = next((one.id, one.title) for one in catalog.off_topics.values())
    answer = compose(catalog, match(Decision.REFUSE, off_topic=kind), "key")

    assert answer.off_topic == title
    assert answer.choices == ()


def test_key_belongs_to_the_question() -> None:
    """The same question has the same key, another has another, and any text has one."""
    assert key_of("a law?") == key_of("a law?") != key_of("a law")
    assert len(key_of("\ud800")) == 16


def test_every_entry_has_a_card(catalog: Catalog) -> None:
    """Whatever can be matched can be shown, with words, source and confidence."""
    for entry_id in catalog.entries:
        shown = card(catalog, entry_id)
        assert shown.wording
        assert shown.source
        assert shown.confidence
        assert shown.resources or shown.gap or shown.kind == "criterion"


def test_only_the_six_are_shown_as_official(catalog: Catalog) -> None:
    """Official wording is marked for the criteria of Sunlight's page and for nothing else."""
    official = {entry for entry in catalog.entries if card(catalog, entry).official}

    assert official == {f"2018:{code}" for code in ("OD1", "OD2", "SE1", "SE2", "SE3", "SE4")}


@pytest.mark.parametrize(
    ("entry_id", "line"),
    [
        ("2018:OD1", "In the 2022 standard: OD1 Open Data Policy (the same sentence)."),
        ("2022:OD1", "In the 2018 standard: OD1 Open data policy (the same sentence)."),
        (
            "2022:OD4",
            "In the 2018 standard: SE1 Knowing data users (asks nearly the same). This is our inference.",
        ),
    ],
)
def test_crosswalk_goes_both_ways(catalog: Catalog, entry_id: str, line: str) -> None:
    """An old criterion names its successor and a new one its predecessor."""
    crosswalk = card(catalog, entry_id).crosswalk

    assert crosswalk
    assert crosswalk_line(crosswalk) == line


def test_criterion_without_counterpart_names_the_nearest(catalog: Catalog) -> None:
    """Where nothing of 2022 asks the same, that is said and the nearest are named."""
    crosswalk = card(catalog, "2018:SE3").crosswalk

    assert crosswalk
    assert "nothing that asks the same. Nearest: CI1" in crosswalk_line(crosswalk)


def test_categories_count_their_criteria(catalog: Catalog) -> None:
    """All practices are listed, the newest standard first, with what is known of them."""
    listed = categories(catalog)

    assert len(listed) == 16
    assert [c.choice.standard for c in listed] == ["2022"] * 8 + ["2018"] * 8
    assert sum(c.count for c in listed) == len(catalog.criteria)


def test_category_page_marks_our_words(catalog: Catalog) -> None:
    """A page says which wording is official and carries the practice's resources."""
    page = category_page(catalog, "2018:open-data")

    assert [line.official for line in page.lines] == [True, True]
    assert page.gap


def test_gap_is_said_as_a_gap(catalog: Catalog) -> None:
    """A practice of which little was seen says so."""
    shown = card(catalog, "2018:general-management")

    assert shown.gap


def test_suggested_words_lead_to_what_they_stand_for(catalog: Catalog, matcher: Matcher) -> None:
    """Whoever types what is suggested for a criterion or practice gets it first."""
    wrong = [
        entry_id
        for entry_id in (*catalog.criteria, *catalog.practices)
        if matcher.match(ask_by(choice(catalog, entry_id))).candidates[0].entry_id != entry_id
    ]

    assert wrong == []


def test_borrowed_resources_are_said_to_be_that(catalog: Catalog) -> None:
    """What was named for the practice or the counterpart of a criterion never passes as its own."""
    borrowed = {
        link.borrowed_from
        for entry_id, entry in catalog.entries.items()
        for link in card(catalog, entry_id).resources
        if link.id not in entry.resources
    }
    own = {
        link.borrowed_from
        for entry_id, entry in catalog.entries.items()
        for link in card(catalog, entry_id).resources
        if link.id in entry.resources
    }

    assert borrowed == {"practice", "counterpart"}
    assert own == {""}
