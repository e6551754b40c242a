"""Values that are not right are named with what they are and what to write."""

from pathlib import Path

import pytest

from bot.knowledge import Resource
from bot.knowledge.validation import slip_of
from tests.knowledge.editing import assert_problem, problems, replace

LENDING = "2035/lending.yaml"


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (LENDING, "title_origin: official", "titel_origin: official", "did you mean 'title_origin'?"),
        (LENDING, "    title: Loans", "    colour: red\n    title: Loans", "unknown key 'colour'; allowed are "),
        (LENDING, "title_origin: official", "title_origin: mine", "'title_origin' has the unknown value 'mine'"),
        (LENDING, "    title: Loans Without Fees", "    title: 12", "'title' should be text; put it in quotes"),
        (LENDING, "    title: Loans Without Fees", "    title: ''", "'title' is empty; fill it"),
        (LENDING, "    title: Loans Without Fees", "    title:", "'title' is empty; fill it"),
        (LENDING, "resources: [resource:helpline]", "resources:", "'resources' is empty; fill it"),
        (LENDING, "resources: [resource:helpline]", "resources: resource:helpline", "'resources' should be a list"),
        (LENDING, "abbreviation: LE", "abbreviation: lend", "'abbreviation' is 'lend', which does not have the usual form; write it like OD"),
        (LENDING, "- id: 2035:LE1", "- id: LE1", "'id' is 'LE1', which does not have the usual form; write it like 2018:OD1"),
        (LENDING, "- id: 2035:LE1", "- id: 2035:LЕ1", "the word 'LЕ1' holds 'Е' (cyrillic capital letter ie)"),
        (LENDING, "source: [the new leaflet]", "source: []", "'source' is an empty list; give at least one item"),
        (LENDING, "source: [the new leaflet]", "source: [12]", "'source' should be text; put it in quotes"),
        ("standards.yaml", 'id: "2031"', "id: 2031", "'id' should be text; put it in quotes"),
        ("standards.yaml", 'id: "2031"', 'id: "1931"', "'id' is '1931', which does not have the usual form; write it like 2018"),
        ("standards.yaml", "current: false", 'current: "false"', "'current' should be true or false"),
        ("standards.yaml", "criteria_total: 2", "criteria_total: two", "'criteria_total' should be a whole number"),
        ("standards.yaml", "years: 2031 to 2035", "years: 2031", "'years' should be text; put it in quotes"),
        ("resources.yaml", "url: https://readers.example/handbook", "url: readers.example", "'url' is not an address; begin it with https://"),
        ("resources.yaml", "url: https://readers.example/handbook", "url: https://readers example/", "'url' is not an address; "),
        ("resources.yaml", "url: https://readers.example/handbook", "url: https://[readers.example/", "'url' is not an address; take out the brackets"),
        ("resources.yaml", "url: https://readers.example/handbook", "url: https://readers.example/a b", "'url' is not an address; take out the spaces"),
        ("resources.yaml", "url: https://readers.example/handbook", "url: https://readers.example/<a>", "'url' is not an address; take out the spaces, quotes, < > and |"),
        ("resources.yaml", "checked: 2035-01-31", "checked: 2035-02-31", "'checked' is not a date"),
        ("resources.yaml", "about: How to lend books.", 'about: "One.\\n\\nTwo."', "'about' is more than one paragraph"),
        ("topics.yaml", "topics:", "topic:", "the file has no list 'topics'; begin it with 'topics:'"),
        ("partners.yaml", "partners:", "more: 1\npartners:", "unknown key 'more'; this file holds only 'partners'"),
    ],
)  # fmt: skip
def test_a_value_that_is_not_right_is_named_at_its_line_and_alone(
    small: Path, name: str, old: str, new: str, said: str
) -> None:
    """One slip gives one line, even where other files refer to the block that it is in."""
    assert_problem(small, name, old, new, said)


def test_a_key_that_is_missing_is_named_at_its_block(small: Path) -> None:
    """What is missing has no line of its own; the line of the block is given."""
    line = replace(small, LENDING, "    title_origin: official\n", "")

    assert problems(small) == [
        f"{LENDING}:{line - 2}: 'title_origin' is missing; add a line 'title_origin: ...'"
    ]


def test_all_slips_are_said_at_once(small: Path) -> None:
    """Two slips in two files give two lines, in the order of the files."""
    replace(small, LENDING, "title_origin: official", "title_origin: mine")
    replace(small, "resources.yaml", "status: live", "status: alive")

    first, second = problems(small)

    assert first.startswith(LENDING)
    assert second.startswith("resources.yaml")


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("url", "https://a.example/", ""),
        ("url", "a", "'url' is not an address; begin it with https:// and a host name"),
        ("source", (), "'source' is an empty list; give at least one item"),
        ("about", " ", "'about' is empty; fill it or delete the line"),
        ("checked", "soon", "'checked' is not a date; write year-month-day, such as 2026-11-23"),
    ],
)
def test_one_value_is_judged_as_in_a_file(key: str, value: object, said: str) -> None:
    """A value that is typed on its own gets the sentence that check would give."""
    assert slip_of(Resource, key, value) == said
