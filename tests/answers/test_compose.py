"""From a decision to what is said."""

import pytest

from bot.answers import card, categories, category_page, choice, compose
from bot.answers.texts import crosswalk as crosswalk_line
from bot.cli.layout import ask_by
from bot.knowledge import Catalog
from bot.matching import Decision, Matcher


def test_answer_stands_behind_one_card_and_offers_two(catalog: Catalog, matcher: Matcher) -> None:
    """An answer has its card, two alternatives and the reasons."""
    answer = compose(catalog, matcher.match("do we need a law for open data"))

    assert [card.choice.entry_id for card in answer.cards] == ["2018:OD1"]
    assert len(answer.choices) == 2
    assert answer.reasons[0].words


def test_refusal_has_no_card(catalog: Catalog, matcher: Matcher) -> None:
    """A refusal stands behind nothing and says what the question looks like."""
    answer = compose(catalog, matcher.match("which aws certification should i take"))

    assert answer.decision is Decision.REFUSE
    assert answer.cards == ()
    assert answer.off_topic == "another certificate or course"


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
    """A practice of which nothing was seen says so."""
    shown = card(catalog, "2018:general-management")

    assert shown.criteria == ()
    assert shown.gap
    assert "None of its criteria was seen" in shown.gap


def test_suggested_words_lead_to_what_they_stand_for(catalog: Catalog, matcher: Matcher) -> None:
    """Whoever types what is suggested for a criterion or practice gets it first."""
    wrong = [
        entry_id
        for entry_id in (*catalog.criteria, *catalog.practices)
        if matcher.match(ask_by(choice(catalog, entry_id))).candidates[0].entry_id != entry_id
    ]

    assert wrong == []


def test_resources_of_the_practice_are_said_to_be_that(catalog: Catalog) -> None:
    """A criterion for which no resource was named does not claim its practice's as its own."""
    note = card(catalog, "2022:OD3").resources_note

    assert note == "No resource is named for this criterion; these are named for its practice."
