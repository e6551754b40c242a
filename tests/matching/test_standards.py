"""Families of entries, and the standards that questions name."""

from dataclasses import replace

import pytest

from bot.knowledge import Catalog
from bot.matching.reading import Reader
from bot.matching.standards import Standards


@pytest.fixture(scope="module")
def standards(small_catalog: Catalog) -> Standards:
    """The standards of the small knowledge."""
    return Standards(small_catalog)


def named(standards: Standards, catalog: Catalog, text: str) -> str | None:
    """Return the standard that a text names by its year, its name or a title."""
    reader = Reader(catalog.vocabulary, {})
    tokens = [token for sentence in reader.read(text) for token in sentence]
    return standards.year_in(tokens) or standards.titled_in(tokens)


def test_entries_that_ask_the_same_are_a_family(standards: Standards) -> None:
    """An entry and its successor are one family, named for the oldest; others are alone."""
    assert standards.members == {
        "2031:LE1": ("2031:LE1", "2035:LE1"),
        "2031:lending": ("2031:lending", "2035:lending"),
        "2035:LE2": ("2035:LE2",),
        "topic:cost": ("topic:cost",),
    }


def test_every_entry_has_its_family(standards: Standards, small_catalog: Catalog) -> None:
    """Each entry is a member of just one family."""
    assert standards.family_of.keys() == small_catalog.entries.keys()
    assert standards.family_of["2035:LE1"] == "2031:LE1"
    assert standards.family_of["topic:cost"] == "topic:cost"


@pytest.mark.parametrize(
    ("family", "standard", "lead"),
    [
        ("2031:LE1", None, "2031:LE1"),  # the editors let it lead
        ("2031:LE1", "2031", "2031:LE1"),
        ("2031:LE1", "2035", "2035:LE1"),
        ("2031:lending", None, "2035:lending"),  # the newest
        ("2031:lending", "2031", "2031:lending"),
        ("2035:LE2", "2031", "2035:LE2"),  # there is no other
        ("topic:cost", "2035", "topic:cost"),
    ],
)
def test_the_standard_asked_for_leads(
    standards: Standards, family: str, standard: str | None, lead: str
) -> None:
    """The member of the standard named answers; else the one that leads; else the newest."""
    assert standards.lead(family, standard) == lead


@pytest.mark.parametrize(
    ("text", "standard"),
    [
        ("what does the 2031 checklist ask", "2031"),
        ("is there an old checklist", "2031"),
        ("The NEW checklist!", "2035"),
        ("2031 or 2035", None),
        ("the old checklist and the 2031 one", "2031"),
        ("in 2040", None),
        ("is there a checklist", None),
        ("", None),
        ("all of lending", "2031"),  # 2035 calls it otherwise
        ("all of lending and sharing", "2035"),
    ],
)
def test_a_standard_is_named_by_its_names_and_titles(
    standards: Standards, small_catalog: Catalog, text: str, standard: str | None
) -> None:
    """A year, a name, or a title that only one of them has names a standard; two name none."""
    assert named(standards, small_catalog, text) == standard


def test_the_longer_name_is_meant(small_catalog: Catalog) -> None:
    """In "before 2035" the year is part of a name of the older standard."""
    older = small_catalog.standards["2031"].model_copy(update={"also_called": ("before 2035",)})
    catalog = replace(small_catalog, standards={**small_catalog.standards, "2031": older})

    assert named(Standards(catalog), catalog, "what was asked before 2035") == "2031"
    assert named(Standards(catalog), catalog, "what is asked in 2035") == "2035"


def test_a_title_that_both_have_names_no_standard(small_catalog: Catalog) -> None:
    """Where the twins of a practice have one title, the title tells nothing."""
    newer = small_catalog.practices["2035:lending"].model_copy(update={"title": "Lending"})
    catalog = replace(small_catalog, practices={**small_catalog.practices, newer.id: newer})

    assert named(Standards(catalog), catalog, "all of lending") is None
