"""Categories by what people type for them, and entries while they type."""

import pytest

from bot.knowledge import Catalog
from bot.matching import Matcher, find_practices


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("stakeholdr engagment", ["2018:stakeholder-engagement"]),
        ("rdc 2018", ["2018:results-driven-contracting"]),
        ("od", ["2022:open-data", "2018:open-data"]),
        ("contracting", ["2018:results-driven-contracting", "2022:results-driven-contracting"]),
        ("general management", ["2018:general-management", "2022:leadership-and-capacity"]),
        ("zoning", []),
    ],
)
def test_a_category_is_found_in_each_standard_that_has_it(
    catalog: Catalog, typed: str, found: list[str]
) -> None:
    """A name without a year leads to both standards, what was named first; slips do not matter."""
    lookup = find_practices(catalog, typed)

    assert [practice.id for practice in lookup.found] == found
    assert bool(lookup.nearest) == (not found)


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
