"""Listing categories and criteria in the terminal."""

import json

import pytest

from .terminal import wwc_bot

CRITERION_KEYS = {"id", "practice", "title", "wording", "official", "resources"}


def test_criteria_lists_categories_with_counts() -> None:
    """Without a category, all practices of both standards are listed, the current one first."""
    done = wwc_bot("criteria")

    assert "Lending and Sharing (LE): 2 criteria known" in done.stdout
    assert done.stdout.index("2035 checklist") < done.stdout.index("2031 checklist")


def test_criteria_of_a_misspelt_category() -> None:
    """A slip in the name finds the category all the same."""
    done = wwc_bot("criteria", "lendng and shairing")

    assert done.exit_code == 0
    assert "LE2 Long Opening Hours" in done.stdout


def test_criteria_of_an_unknown_category() -> None:
    """An unknown category names the nearest ones and exits with 3."""
    done = wwc_bot("criteria", "zebra")

    assert done.exit_code == 3
    assert "The nearest names:" in done.stderr


@pytest.mark.parametrize("typed", ["2035", "“2035”", "2035 checklist", "new checklist"])
def test_criteria_of_a_standard(typed: str) -> None:
    """A year or the name of a standard lists its categories, as /criteria does in Slack."""
    done = wwc_bot("criteria", typed)

    assert done.exit_code == 0
    assert done.stdout.startswith("2035 checklist (current, since 2035): 2 criteria")
    assert "2031 checklist" not in done.stdout


def test_criteria_of_several_categories() -> None:
    """Several names list each of them, in the order typed."""
    done = wwc_bot("criteria", "loans and lending")

    assert done.exit_code == 0
    assert done.stdout.index("Lending and Sharing (2035)") < done.stdout.index("Lending (2031)")


def test_criteria_json_of_a_category() -> None:
    """JSON keeps its keys, and a criterion without a resource has its practice's."""
    done = wwc_bot("criteria", "loans", "--standard", "2035", "--json")
    criteria = [json.loads(line) for line in done.stdout.splitlines()]

    assert [one["id"] for one in criteria] == ["2035:LE1", "2035:LE2"]
    assert all(set(one) == CRITERION_KEYS for one in criteria)
    assert [r["id"] for r in criteria[1]["resources"]] == ["resource:helpline"]


def test_criteria_json_of_one_standard() -> None:
    """All criteria of a standard come as JSON lines."""
    done = wwc_bot("criteria", "--standard", "2031", "--json")

    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["2031:LE1"]


def test_unknown_standard_names_the_known_ones() -> None:
    """A standard that does not exist is wrong use."""
    done = wwc_bot("criteria", "--standard", "1999")

    assert done.exit_code == 2
    assert "2031 or 2035" in done.stderr
