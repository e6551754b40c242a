"""What somebody types after "criteria", in the terminal and in Slack alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.lookup import find_category
from bot.knowledge import Catalog


@pytest.mark.parametrize(
    ("typed", "standards"),
    [
        ("", {"2018", "2022"}),
        ("help", {"2018", "2022"}),
        ("all", {"2018", "2022"}),
        ("Everything!", {"2018", "2022"}),
        ("categories", {"2018", "2022"}),
        ("list all criteria", {"2018", "2022"}),
        ("2018 and 2022", {"2018", "2022"}),
        ("2022", {"2022"}),
        ("“2022”", {"2022"}),
        ("2018.", {"2018"}),
        ("2022 standard", {"2022"}),
        ("the 2018 standard", {"2018"}),
        ("current standard", {"2022"}),
        ("all criteria of 2018", {"2018"}),
    ],
)
def test_lists_are_asked_for_in_many_ways(
    catalog: Catalog, typed: str, standards: set[str]
) -> None:
    """A year, a standard's name, "all" or nothing lists categories, with any marks around it."""
    found = find_category(catalog, typed)

    assert {category.choice.standard for category in found.listed} == standards
    assert len(found.listed) == 8 * len(standards)
    assert (found.pages, found.nearest) == ((), ())


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("open data", ["2022:open-data", "2018:open-data"]),
        ("“Open Data”?", ["2022:open-data", "2018:open-data"]),
        ("criteria for open data", ["2022:open-data", "2018:open-data"]),
        ("\u202eopen data", ["2022:open-data", "2018:open-data"]),
        ("2018:open-data", ["2018:open-data"]),
        ("rdc 2022", ["2022:results-driven-contracting"]),
        ("stakeholdr engagment", ["2018:stakeholder-engagement"]),
        ("perfomance & analitics 2018", ["2018:performance-and-analytics"]),
        ("leadership and capacity 2022", ["2022:leadership-and-capacity"]),
        ("SE, DM", ["2018:stakeholder-engagement", "2022:data-management", "2018:data-governance"]),
        ("open data and rdc 2022", ["2022:open-data", "2022:results-driven-contracting"]),
        ("open data 2018; rdc 2022", ["2018:open-data", "2022:results-driven-contracting"]),
    ],
)
def test_categories_are_found_by_name(catalog: Catalog, typed: str, ids: list[str]) -> None:
    """Titles, short forms and ids name categories, several at once, with slips and years."""
    found = find_category(catalog, typed)

    assert [page.category.choice.entry_id for page in found.pages] == ids
    assert (found.listed, found.nearest) == ((), ())


@pytest.mark.parametrize("typed", ["zebra", "open data, zebra", "1999"])
def test_unknown_names_get_the_nearest(catalog: Catalog, typed: str) -> None:
    """What no category is called gets three names that come near."""
    found = find_category(catalog, typed)

    assert found.typed == typed
    assert len(found.nearest) == 3
    assert (found.listed, found.pages) == ((), ())


def test_a_given_year_holds_where_none_was_typed(catalog: Catalog) -> None:
    """The option --standard narrows lists and names; a typed year wins over it."""
    listed = find_category(catalog, "all", "2018").listed
    named = find_category(catalog, "open data", "2018").pages
    typed = find_category(catalog, "open data 2022", "2018").pages

    assert {category.choice.standard for category in listed} == {"2018"}
    assert [page.category.choice.standard for page in named] == ["2018"]
    assert [page.category.choice.standard for page in typed] == ["2022"]


@given(typed=st.text(max_size=60))
def test_anything_typed_has_one_result(catalog: Catalog, typed: str) -> None:
    """Any text lists, finds or offers, and just one of the three."""
    found = find_category(catalog, typed)

    assert sum(map(bool, (found.listed, found.pages, found.nearest))) == 1
