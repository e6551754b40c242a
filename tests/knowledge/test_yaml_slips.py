"""Slips that make a file unreadable are named in plain words, at their line, and alone."""

from pathlib import Path

import pytest

from tests.knowledge.editing import assert_problem, problems, replace

LENDING = "2035/lending.yaml"
TITLE = "  title: Lending and Sharing\n"
NO_BREAK, ZERO_WIDTH = "\u00a0", "\u200b"


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (LENDING, TITLE, "  title Lending\n", "a ':' is missing"),
        (LENDING, TITLE, '  title: "Lending\n', "the quote that begins here is not closed"),
        (LENDING, TITLE, "  title: 'Lending\n", "the quote that begins here is not closed"),
        (LENDING, f"{TITLE}  abbreviation: LE\n", "  title: 'Lending\n  abbreviation: 'LE'\n", "the quote that begins here is not closed"),
        (LENDING, TITLE, "  title: Lending: Sharing\n", "a ':' stands where none may be"),
        (LENDING, TITLE, "  title: @Lending\n", "a character that YAML keeps for itself"),
        (LENDING, TITLE, "  title: Lending #1\n", "leaves out what follows the '#'"),
        (LENDING, TITLE, "  title: “Lending”\n", "a curly quote (“) begins the text"),
        (LENDING, TITLE, "  “title”: Lending\n", "a curly quote (“) begins the text"),
        (LENDING, "[Loans]", "[“Loans”]", "a curly quote (“) begins the text"),
        (LENDING, "[partner:readers]", "[partner:readers", "the bracket that begins here is not closed"),
        (LENDING, "  abbreviation: LE\n", " abbreviation: LE\n", "the line does not fit to those above"),
        (LENDING, TITLE, "\ttitle: Lending\n", "a tab is used to indent"),
        (LENDING, TITLE, f"  title:{NO_BREAK}Lending\n", "an invisible character (no-break space)"),
        (LENDING, TITLE, f"{NO_BREAK} title: Lending\n", "an invisible character (no-break space)"),
        (LENDING, "id: 2035:LE1", f"id: 2035:{ZERO_WIDTH}LE1", "an invisible character (zero width space)"),
        (LENDING, TITLE, f"<<<<<<< HEAD\n{TITLE}=======\n  title: Loans\n>>>>>>> theirs\n", "a merge conflict was left here"),
        ("resources.yaml", "  - id: resource:helpline\n", "  id: resource:helpline\n", "begin it with '- '"),
        ("standards.yaml", '"2031"', "“2031”", "a curly quote (“) begins the text"),
        ("standards.yaml", "criteria_total: 2", "criteria_total: 045", "YAML takes '045' for the number 37"),
        ("standards.yaml", "criteria_total: 2", "criteria_total: 1:15", "YAML takes '1:15' for the number 75"),
        ("standards.yaml", "criteria_total: 2", "criteria_total: 4_5", "YAML takes '4_5' for the number 45"),
        ("standards.yaml", "criteria_total: 2", "criteria_total: 0x2B", "YAML takes '0x2B' for the number 43"),
        ("phrasings/all.yaml", "how long should", f"how{ZERO_WIDTH} long should", "an invisible character"),
    ],
)  # fmt: skip
def test_a_slip_is_named_at_its_line_and_alone(
    small: Path, name: str, old: str, new: str, said: str
) -> None:
    """The cause is named, and nothing that only follows from it."""
    assert_problem(small, name, old, new, said)


def test_a_key_written_twice(small: Path) -> None:
    """YAML would silently keep the last of two equal keys; we do not."""
    line = replace(small, LENDING, TITLE, TITLE + TITLE)

    assert problems(small) == [
        f"{LENDING}:{line + 1}: the key 'title' was already used on line {line}; keep one of the two"
    ]
