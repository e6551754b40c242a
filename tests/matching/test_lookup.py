"""Categories by what people type for them, and entries while they type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge import Catalog
from bot.matching import Matcher, find_practices
from bot.matching.lookup import Suggester


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("stakeholdr engagment", ["2018:stakeholder-engagement"]),
        ("rdc 2018", ["2018:results-driven-contracting"]),
        ("od", ["2022:open-data", "2018:open-data"]),
        ("contracting", ["2018:results-driven-contracting", "2022:results-driven-contracting"]),
        ("general management", ["2018:general-management", "2022:leadership-and-capacity"]),
        ("open data 2018", ["2018:open-data"]),
        ("2022 open data", ["2022:open-data"]),
        ("2018 2022 open data", ["2022:open-data", "2018:open-data"]),
        ("SE", ["2018:stakeholder-engagement"]),
        (
            "Performance & Analytics",
            ["2022:performance-and-analytics", "2018:performance-and-analytics"],
        ),
        ("rigorous evaluatoins", ["2022:rigorous-evaluations", "2018:evaluations"]),
        ("2018:open-data", ["2018:open-data"]),
        (" 2018:Open-Data ", ["2018:open-data"]),
        ("SE 2022", []),
        ("data", []),
        ("2018", []),
        ("", []),
        ("zoning", []),
    ],
)
def test_a_category_is_found_in_each_standard_that_has_it(
    catalog: Catalog, typed: str, found: list[str]
) -> None:
    """A name leads to both standards, what was named first, unless it has a year; slips do not matter."""
    lookup = find_practices(catalog, typed)

    assert [practice.id for practice in lookup.found] == found
    assert bool(lookup.nearest) == (not found)


def test_a_category_that_is_none_offers_the_nearest(small_catalog: Catalog) -> None:
    """At most three names are offered, the likest first, and those of the year that was named."""
    assert [p.id for p in find_practices(small_catalog, "lend a hand").nearest] == [
        "2035:lending",
        "2031:lending",
    ]
    assert [p.id for p in find_practices(small_catalog, "land use 2031").nearest] == [
        "2031:lending"
    ]


def test_a_practice_of_a_year_comes_without_its_twin(small_catalog: Catalog) -> None:
    """With a year only that practice is found, also where its twin has another name."""
    assert [p.id for p in find_practices(small_catalog, "lending 2031").found] == ["2031:lending"]
    assert [p.id for p in find_practices(small_catalog, "loans").found] == [
        "2035:lending",
        "2031:lending",
    ]


@pytest.mark.parametrize("typed", ["zzzz", "xx", "a" * 3000])
def test_nothing_is_suggested_for_nothing_known(matcher: Matcher, typed: str) -> None:
    """A type-ahead list that has nothing to do with what was typed is worse than none."""
    assert matcher.suggest(typed) == ()


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("open data pol", "2018:OD1"),
        ("se3", "2018:SE3"),
        ("who helps with contracts", "2022:results-driven-contracting"),
    ],
)
def test_suggestions_come_from_beginnings_and_from_meaning(
    matcher: Matcher, typed: str, suggested: str
) -> None:
    """What begins as typed, and what is meant by it, is offered."""
    assert suggested in matcher.suggest(typed)


@pytest.fixture(scope="module")
def suggester(small_catalog: Catalog) -> Suggester:
    """The type-ahead list of the small knowledge."""
    return Suggester(small_catalog)


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("lend", ["2031:lending", "2035:lending"]),
        ("LE2", ["2035:LE2"]),
        ("le1", ["2031:LE1", "2035:LE1"]),
        ("le1 2035", ["2035:LE1"]),
        ("2035 lend", ["2035:lending"]),
        ("fees loans", ["2035:LE1"]),  # in any order
        ("Long Open", ["2035:LE2"]),
        ("opnening hours", ["2035:LE2"]),  # a slip
        ("witout fees", ["2035:LE1"]),
        ("cost", ["topic:cost"]),
    ],
)
def test_type_ahead_finds_codes_years_and_titles(
    suggester: Suggester, typed: str, suggested: list[str]
) -> None:
    """What has every word as typed comes first; what is near but for a slip may follow."""
    assert suggester.suggest(typed)[: len(suggested)] == suggested


@pytest.mark.parametrize("typed", ["opn", "zoning", "lend zoning"])
def test_type_ahead_finds_nothing_near_nothing(suggester: Suggester, typed: str) -> None:
    """Words that nothing has, and slips in very short words, suggest nothing."""
    assert suggester.suggest(typed) == []


def test_what_begins_as_typed_comes_first(suggester: Suggester) -> None:
    """A title that begins with the word stands before one that has it further on."""
    assert suggester.suggest("lo") == ["2031:LE1", "2035:LE1", "2035:LE2"]
    assert suggester.suggest("long") == ["2035:LE2"]
    assert suggester.suggest("w") == ["topic:cost", "2035:LE1"]


def test_nothing_typed_suggests_everything(small_catalog: Catalog, suggester: Suggester) -> None:
    """An empty field shows all there is."""
    assert set(suggester.suggest("")) == set(small_catalog.entries)


@given(st.text(max_size=60))
def test_any_text_suggests_entries(
    small_catalog: Catalog, suggester: Suggester, typed: str
) -> None:
    """No text raises, and what is suggested are entries, each once."""
    suggested = suggester.suggest(typed)

    assert len(set(suggested)) == len(suggested)
    assert set(suggested) <= set(small_catalog.entries)
