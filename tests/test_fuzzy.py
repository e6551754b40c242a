"""Likeness of words, names and texts."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.fuzzy import Speller, Verbatim, closest, complete, rank

COUNTS = {
    "cat": 3,
    "contract": 3,
    "data": 9,
    "evaluation": 5,
    "od1": 3,
    "ordinance": 4,
    "plan": 2,
    "plane": 4,
    "police": 2,
    "policy": 5,
    "stakeholder": 2,
}

TITLES = {
    "generator": "od1 open data policy generator",
    "engagement": "stakeholder engagement",
    "cost": "cost",
}


@pytest.fixture(scope="module")
def speller() -> Speller:
    """A speller that knows a few words."""
    return Speller(COUNTS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("polciy", "policy"),  # two letters swapped
        ("ordnance", "ordinance"),  # one left out
        ("dataa", "data"),  # one too many
        ("palicy", "policy"),  # one instead of another
        ("stakeholdr", "stakeholder"),
        ("evalaution", "evaluation"),
        ("rodinance", "ordinance"),  # the first two swapped
        ("vealuation", "evaluation"),
        ("xordinance", "ordinance"),  # one too many in front
    ],
)
def test_a_slip_is_corrected(speller: Speller, typed: str, meant: str) -> None:
    """A word with one slip is taken for the known word."""
    assert speller.correct(typed) == meant


@pytest.mark.parametrize("typed", ["", "p", "cta", "od2", "od1x", "zzzz", "xrdinance", "plan-e"])
def test_what_is_near_no_word_is_left_alone(speller: Speller, typed: str) -> None:
    """Short words, words with digits or signs and words far from all known ones stay."""
    assert speller.correct(typed) is None


def test_the_more_frequent_word_wins_a_tie() -> None:
    """Where two known words are equally near, the one that people use more is meant."""
    often = {"grant": 9, "grand": 1}

    assert Speller(often).correct("grann") == "grant"
    assert Speller({"grant": 1, "grand": 9}).correct("grann") == "grand"


def test_how_near_a_word_must_be_can_be_said(speller: Speller) -> None:
    """A caller that must be surer asks for more similarity."""
    assert speller.correct("polic", least=0.8) == "policy"
    assert speller.correct("polic", least=0.9) is None


@given(st.text(max_size=30))
def test_a_correction_is_a_known_word(typed: str) -> None:
    """No text raises, and what is returned is one of the known words."""
    assert Speller(COUNTS).correct(typed) in {None, *COUNTS}


@pytest.mark.parametrize(
    ("typed", "names", "meant"),
    [
        ("summry", ["title", "summary"], "summary"),
        ("also-called", ["title", "also_called"], "also_called"),
        ("summary", ["summary"], "summary"),
        ("x", ["summary", "title"], None),
        ("summary", [], None),
    ],
)
def test_the_closest_name_is_the_one_meant(typed: str, names: list[str], meant: str | None) -> None:
    """A name with a slip leads to the right one; what resembles none leads to none."""
    assert closest(typed, names) == meant


def test_how_close_a_name_must_be_can_be_said() -> None:
    """A caller that must be surer asks for more likeness."""
    assert closest("summy", ["summary"], least=80) == "summary"
    assert closest("summy", ["summary"], least=95) is None


def test_names_are_ranked_by_their_best() -> None:
    """A key counts by the likest of its names, the best key comes first, one without names last."""
    names: Mapping[str, list[str]] = {
        "none": [],
        "other": ["contracting"],
        "meant": ["portal", "open data"],
    }

    ranked = rank("open data", names)

    assert [key for key, _ in ranked] == ["meant", "other", "none"]
    assert ranked[0][1] == 100
    assert ranked[-1][1] == 0


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("policy gen", ["generator"]),
        ("polcy gen", ["generator"]),
        ("stakeholder enggement", ["engagement"]),
        ("cost", ["cost"]),
        ("cos", []),  # fewer letters than a slip can be told in
        ("cost of everything", []),  # longer than the title
        ("zoning", []),
        ("", []),
    ],
)
def test_titles_are_completed_in_spite_of_a_slip(typed: str, found: list[str]) -> None:
    """Titles that hold what was typed so far are found, with one slip in it, too."""
    assert complete(typed, TITLES) == found


VERBATIM = Verbatim(
    [
        ("data", "the city publishes its data on time every year".split()),
        ("loans", "all about loans".split()),
        ("nothing", []),
    ]
)


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        ("the city publishes its data on time every year", "data"),
        ("city publishes its data on time", "data"),  # a piece
        ("we read that the city publishes its data on time every year ok", "data"),
        ("the city publishes its data on tme every year", "data"),  # a slip
        ("all about loans", "loans"),
        ("loans all about", None),
        ("publishes its data", None),  # too short to be a piece
        ("the city of elm publishes all of its data", None),
        ("publishes its data on time but nobody in the council ever looks", None),
        ("", None),
    ],
)
def test_a_repeated_text_is_found(asked: str, key: str | None) -> None:
    """A text or a longer piece of it is recognized nearly word for word, and only then."""
    assert VERBATIM.find(asked.split()) == key


def test_the_text_repeated_best_is_found() -> None:
    """Of two texts that share a run of words, the one that fits whole is meant."""
    texts = Verbatim(
        [
            ("year", "the city publishes its data every year".split()),
            ("month", "the city publishes its data every month".split()),
        ]
    )

    assert texts.find("the city publishes its data every month".split()) == "month"


@given(st.lists(st.text(min_size=1, max_size=8), max_size=12))
def test_every_text_repeats_itself(spoken: list[str]) -> None:
    """Any text of at least one word is found by its own words."""
    found = Verbatim([("key", spoken)]).find(spoken)

    assert found == ("key" if spoken else None)
