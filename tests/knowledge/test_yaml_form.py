"""A file that the parser gives up on: the line that is not in the form of our files is named."""

from pathlib import Path

import pytest

from bot.knowledge.phrase_files import phrase_misfit
from bot.knowledge.yaml_form import misfit
from tests.knowledge.editing import problems, slip

LENDING, TOPICS, PHRASINGS = "2035/lending.yaml", "topics.yaml", "phrasings/all.yaml"
TITLE = "    title: Long Opening Hours\n"
FITS_NOT = "the line does not fit to those above; correct its indent"
NO_DASH = "the line does not fit into the list above; correct its indent, or begin it with '- '"
NO_COLON = "a ':' is missing; write 'key: value', or indent the line where text goes on"
COLON = "a ':' stands where none may be; put the text in quotes, or correct the indent"


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (LENDING, TITLE, "     title: Long Opening Hours\n", COLON),
        (LENDING, TITLE, "   title: Long Opening Hours\n", FITS_NOT),
        (LENDING, TITLE, "  title: Long Opening Hours\n", NO_DASH),
        (LENDING, TITLE, "    title:Long Opening Hours\n", "a space is missing after ':'; write 'key: value'"),
        (LENDING, TITLE, "    title = Long Opening Hours\n", NO_COLON),
        (LENDING, TITLE, "    title： Long Opening Hours\n", NO_COLON),
        (LENDING, TITLE, '    title: "Long" Opening Hours\n', "text follows the quote that closes; put the whole value in one pair"),
        (LENDING, TITLE, "    title: 'The library's Hours\n", "text follows the quote that closes"),
        (LENDING, TITLE, "    title: [Hours](https://a.example)\n", "text follows the bracket that closes"),
        (LENDING, TITLE, "    title: | Long Opening Hours\n", "text stands behind '|'; begin it on the next line"),
        (LENDING, TITLE, "    title: *Long Opening Hours*\n", "'*' begins a value, a character that YAML keeps for itself"),
        (LENDING, TITLE, "    title: ? Hours\n", "'?' begins a value"),
        (LENDING, TITLE, "    title: Hours: Long\n", COLON),
        (LENDING, "  - id: 2035:LE2", "  - id: 2035: LE2", COLON),
        (LENDING, "  - id: 2035:LE2", "  -id: 2035:LE2", "'-' begins the line, but not as '- '; begin it with '- '"),
        (LENDING, "  - id: 2035:LE2", "  • id: 2035:LE2", "'•' begins the line, but not as '- '"),
        (LENDING, "  - id: 2035:LE2", "  – id: 2035:LE2", "'–' begins the line, but not as '- '"),
        (LENDING, "  - id: 2035:LE2", "- id: 2035:LE2", FITS_NOT),
        (LENDING, "  - id: 2035:LE2", " - id: 2035:LE2", FITS_NOT),
        (LENDING, "  - id: 2035:LE2", "   - id: 2035:LE2", FITS_NOT),
        (LENDING, "[Loans]", "[Loans, , Books]", "nothing stands before a comma; take the comma out"),
        (LENDING, "[Loans]", "[Loans]]", "text follows the bracket that closes"),
        (LENDING, "[Loans]", "[Loans", "the bracket that begins here is not closed"),
        (LENDING, "practice:\n", "Lending\npractice:\n", NO_COLON),
        (LENDING, "criteria:\n", "---\ncriteria:\n", "'---' begins another document; delete the line"),
        (TOPICS, "        source:", "       source:", FITS_NOT),
        (PHRASINGS, "2035:LE2: |", "2035:LE2 |", "': |' is missing after '2035:LE2'"),
        (PHRASINGS, "2031:LE1: |", "  2031:LE1: |", "the id '2031:LE1' is indented; begin the line with it"),
        (PHRASINGS, "  how long should", "how long should", "the line is neither a phrasing nor an id; indent a phrasing by two spaces"),
        (PHRASINGS, "  do we need to open", " do we need to open", FITS_NOT),
        (PHRASINGS, "  how long should", "\thow long should", "a tab is used to indent; use two spaces"),
    ],
)  # fmt: skip
def test_a_line_without_a_form_is_named_alone(
    small: Path, name: str, old: str, new: str, said: str
) -> None:
    """The line where the slip is, and not the one where the parser noticed."""
    found, line = slip(small, name, old, new)

    assert found.startswith(f"{name}:{line}: ")
    assert said in found


def test_an_id_without_its_bar(small: Path) -> None:
    """A colon in a later phrasing is what the parser trips over; the bar above it is missing."""
    path = small / PHRASINGS
    text = path.read_text().replace("2035:LE2: |", "2035:LE2:")
    path.write_text(text.replace("opening hours in", "hours: opening in"))

    (found,) = problems(small)

    assert found.startswith(f"{PHRASINGS}:6: '|' is missing after '2035:LE2'; then one phrasing")


def test_a_block_without_its_key(small: Path) -> None:
    """A first line that was deleted is missed at what stood below it."""
    found, line = slip(small, LENDING, "practice:\n  id", "  id")

    assert found.startswith(f"{LENDING}:{line}: no key stands above the line; write it")


@pytest.mark.parametrize(
    "text",
    [
        "a: >-\n  text: with - [any 'thing\n\n  and more\nb: 1",
        "a: 'one\n  two three'\nb: |\n  c\nd: [e,\n  f]",
        'a: "one \\" two" # note\nb: [c, "d]"] # note',
        "a:\n- b: 1\n  c: 2\n- b: 3\nd: 4",
        "a: text that goes on\n  below\nb:\n  - c\n  -\n    d: 1",
        "# note\na: https://a.example:80/b # note: yes",
    ],
)
def test_what_has_our_forms_passes(text: str) -> None:
    """Texts, quotes, brackets and lists over several lines have a form."""
    assert misfit(text.split("\n")) is None


def test_every_shipped_file_has_our_forms(folder: Path) -> None:
    """No line of the shipped files would be taken for the slip of another."""
    files = {path: path.read_text(encoding="utf-8").split("\n") for path in folder.rglob("*.yaml")}

    assert [path for path, lines in files.items() if misfit(lines)] == []
    phrasings = [lines for path, lines in files.items() if path.parent.name == "phrasings"]
    assert not any(map(phrase_misfit, phrasings))
