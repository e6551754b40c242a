"""Texts, dates and addresses as people leave them."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.knowledge.editing import assert_problem

LENDING, RESOURCES = "2035/lending.yaml", "resources.yaml"
SUMMARY, CHECKED = "summary: Lend without fees.", "checked: 2026-01-31"
URL = "url: https://readers.example/handbook"
TO_COME = date.today() + timedelta(days=30)


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (LENDING, SUMMARY, "summary: TODO", "'summary' is still 'TODO'; write the text"),
        (LENDING, SUMMARY, "summary: ...", "'summary' is still '...'"),
        (LENDING, SUMMARY, "summary: <b>Lend</b> it.", "'summary' holds markup (<b>); write plain text"),
        (LENDING, SUMMARY, "summary: Lend **freely**.", "'summary' holds markup (**)"),
        (LENDING, SUMMARY, "summary: Lend [it](https://a.example).", "'summary' holds markup (](); write plain text"),
        (LENDING, SUMMARY, "summary: Lend it \N{ROCKET}", "an emoji (rocket) is in the line; take it out"),
        (LENDING, SUMMARY, "summary: \N{CYRILLIC CAPITAL LETTER ES}ity loans", "holds '\N{CYRILLIC CAPITAL LETTER ES}' (cyrillic capital letter es); type the word anew"),
        (LENDING, SUMMARY, "summary: &Lend it", "'&' begins a value, a character that YAML keeps for itself"),
        (LENDING, SUMMARY, 'summary: Lend it"', "a quote closes that was not opened"),
        (LENDING, SUMMARY, "summary: Lend it # or not", "YAML leaves out what follows the '#'"),
        (RESOURCES, URL, f"{URL}.", "'url' ends with '.'; take it away"),
        (RESOURCES, CHECKED, f"checked: {TO_COME}", f"'checked' is {TO_COME}, which is yet to come"),
        (RESOURCES, CHECKED, "checked: 31.01.2026", "'checked' is not a date; write year-month-day"),
        ("cities.yaml", "year: 2026", "year: 2206", "'year' is 2206, which cannot be"),
    ],
)  # fmt: skip
def test_a_value_that_somebody_left_is_named_alone(
    small: Path, name: str, old: str, new: str, said: str
) -> None:
    """The line is that of the value, and nothing that follows from it is said."""
    assert_problem(small, name, old, new, said)


def test_line_ends_that_are_kept(small: Path) -> None:
    """A text that was begun with the wrong sign is told which one to write."""
    text = "summary: |\n      Lend\n      without fees."

    assert_problem(small, LENDING, SUMMARY, text, "'summary' keeps its line ends; write '>-'", 1)
