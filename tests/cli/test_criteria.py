"""Listing categories and criteria in the terminal."""

import json

import pytest

from .terminal import wwc_bot

CRITERION_KEYS = {"id", "practice", "title", "wording", "official", "resources"}


def test_criteria_lists_categories_with_counts() -> None:
    """Without a category, all practices of both standards are listed."""
    done = wwc_bot("criteria")

    assert "Results-Driven Contracting" in done.stdout
    assert "8 criteria known" in done.stdout
    assert done.stdout.index("2022 standard") < done.stdout.index("2018 standard")


def test_criteria_of_a_misspelt_category() -> None:
    """A slip in the name finds the category all the same."""
    done = wwc_bot("criteria", "stakeholdr engagment")

    assert done.returncode == 0
    assert "SE4" in done.stdout


def test_criteria_of_an_unknown_category() -> None:
    """An unknown category names the nearest ones and exits with 3."""
    done = wwc_bot("criteria", "zebra")

    assert done.returncode == 3
    assert "The nearest names:" in done.stderr


@pytest.mark.parametrize("typed", ["2022", "“2022”", "2022 standard", "current standard"])
def test_criteria_of_a_standard(typed: str) -> None:
    """A year or the name of a standard lists its categories, as /criteria does in Slack."""
    done = wwc_bot("criteria", typed)

    assert done.returncode == 0
    assert done.stdout.startswith("2022 standard (current, since August 2022): 43 criteria")
    assert "2018 standard" not in done.stdout


def test_criteria_of_several_categories() -> None:
    """Several names list each of them."""
    done = wwc_bot("criteria", "open data and rdc", "--standard", "2022")

    assert done.returncode == 0
    assert done.stdout.index("Open Data (2022)") < done.stdout.index("Contracting (2022)")


def test_criteria_json_of_a_category() -> None:
    """JSON keeps its keys, and a criterion without a resource has its practice's."""
    done = wwc_bot("criteria", "open data", "--standard", "2022", "--json")
    criteria = [json.loads(line) for line in done.stdout.splitlines()]

    assert [one["id"] for one in criteria] == [f"2022:OD{n}" for n in (1, 2, 3, 4)]
    assert all(set(one) == CRITERION_KEYS for one in criteria)
    assert all(one["resources"] for one in criteria)


def test_criteria_json_of_one_standard() -> None:
    """All 43 criteria of 2022 come as JSON lines."""
    done = wwc_bot("criteria", "--standard", "2022", "--json")

    assert len([json.loads(line) for line in done.stdout.splitlines()]) == 43


def test_unknown_standard_names_the_known_ones() -> None:
    """A standard that does not exist is wrong use."""
    done = wwc_bot("criteria", "--standard", "1999")

    assert done.returncode == 2
    assert "2018 or 2022" in done.stderr
