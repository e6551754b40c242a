"""The files in which every line is a phrase."""

from pathlib import Path

import pytest

from bot.knowledge import load_catalog
from tests.knowledge.editing import assert_problem, problems, replace

PHRASINGS, VOCABULARY = "phrasings/all.yaml", "vocabulary.yaml"
LONG = "so " * 200 + "may we?"


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (PHRASINGS, "2035:LE2: |\n", "2035:LE2:\n", "'|' is missing after '2035:LE2:'"),
        (PHRASINGS, "2035:LE2: |\n", "2035:LE2: >\n", "'|' is missing after '2035:LE2:'"),
        (PHRASINGS, "  how long should", "  - how long should", "'- how long should we be open' is more than the phrase"),
        (PHRASINGS, "  how long should we be open", "  'how long should we be open'", "is more than the phrase"),
        (PHRASINGS, "  how long should we be open", "  ???", "'???' holds no word"),
        (PHRASINGS, "  how long should we be open", f"  {LONG}", "the phrasing is longer than 600 characters; shorten the story"),
        (VOCABULARY, "shorthand:\n  pls: please\n", "shorthand: [pls]\n", "'shorthand' is not a map"),
        (VOCABULARY, "  pls: please", "  pls: 12", "the meaning of 'pls' is not text; put it in quotes"),
        (VOCABULARY, "    volume\n    libro\n", "    volume\n  loan: |\n    Volume\n", "'Volume' is already under the concept 'book'"),
    ],
)  # fmt: skip
def test_a_phrase_that_is_not_right_is_named(
    small: Path, name: str, old: str, new: str, said: str
) -> None:
    """Each is one line, near the phrase."""
    assert_problem(small, name, old, new, said, within=3)


def test_a_list_with_dashes_is_named_as_that(small: Path) -> None:
    """Other files have such lists; here every line is a phrase."""
    (small / PHRASINGS).write_text(
        "2035:LE2:\n  - how long should we be open\n  - and on sundays\n"
    )

    assert problems(small) == [
        f"{PHRASINGS}:1: the phrases of '2035:LE2' are a list with dashes; "
        "take the dashes away and write '|' after '2035:LE2:'"
    ]


def test_a_file_that_is_a_list(small: Path) -> None:
    """A list at the top belongs to no entry."""
    (small / PHRASINGS).write_text("- how long should we be open\n")

    assert problems(small) == [
        f"{PHRASINGS}: the file is not a map of ids; write 'ID: |', then a phrasing a line"
    ]


def test_a_story_is_a_phrasing(small: Path) -> None:
    """Three to five sentences fit; spaces are made one, and lines that begin with # are notes."""
    story = "We are small. " * 30 + "May we charge?"
    with (small / PHRASINGS).open("a", encoding="utf-8") as file:
        file.write(f"\n2035:LE1: |\n  # a note\n  {story}\n  do   we   charge\n")

    assert load_catalog(small).phrasings["2035:LE1"] == (story, "do we charge")


def test_phrasings_of_an_entry_may_stand_in_several_files(small: Path) -> None:
    """A further file adds to what the others say of an entry."""
    before = load_catalog(small).phrasings["2031:LE1"]
    (small / "phrasings" / "more.yaml").write_text("2031:LE1: |\n  a brand new way to ask\n")

    assert load_catalog(small).phrasings["2031:LE1"] == (*before, "a brand new way to ask")


def test_a_part_of_the_vocabulary_that_is_missing(small: Path) -> None:
    """All three parts have to be there, and no other."""
    replace(small, VOCABULARY, "shorthand:", "short hand:")

    assert problems(small) == [
        f"{VOCABULARY}: 'shorthand' is missing; add it: 'shorthand:'",
        f"{VOCABULARY}:6: unknown key 'short hand'; use concepts, shorthand or ignored",
    ]
