"""What does not fit together across files."""

from pathlib import Path

import pytest

from tests.knowledge.editing import assert_problem, problems, replace

OLD, NEW = "2031/lending.yaml", "2035/lending.yaml"
PHRASINGS = "phrasings/all.yaml"


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (NEW, "- id: 2035:LE2", "- id: 2035:LE1", "the id '2035:LE1' is already used in 2035/lending.yaml:13"),
        ("topics.yaml", "resource:helpline", "resource:hepline", "there is no 'resource:hepline'; did you mean 'resource:helpline'?"),
        ("topics.yaml", "partner:readers", "partner:writers", "there is no 'partner:writers'"),
        ("topics.yaml", 'standard: "2035"', 'standard: "2055"', "there is no '2055'"),
        ("resources.yaml", "provider: partner:readers", "provider: partner:writers", "there is no 'partner:writers'"),
        (OLD, "ids: [2035:LE1]", "ids: [2035:LE7]", "there is no '2035:LE7'"),
        (OLD, "ids: [2035:LE1]", "ids: [2031:LE1]", "not every one of these is a criterion of a newer standard"),
        (OLD, "ids: [2035:LE1]", "ids: [2035:lending]", "not every one of these is a criterion of a newer standard"),
        (OLD, "ids: [2035:LE1]", "ids: []", "match 'near' needs exactly one id"),
        (OLD, "ids: [2035:LE1]", "ids: [2035:LE1, 2035:LE2]", "match 'near' needs exactly one id"),
        (NEW, "    summary: Lend without fees.", "    wording: I made this up.\n    summary: x", "'wording' is for sentences that were read word for word"),
        (PHRASINGS, "2035:LE2: |", "2035:LE9: |", "there is no entry '2035:LE9' to ask for"),
        (PHRASINGS, "2035:LE2: |", "2035:LЕ2: |", "the word 'LЕ2' holds 'Е' (cyrillic capital letter ie)"),
        (PHRASINGS, "2035:LE2: |", "partner:readers: |", "there is no entry 'partner:readers' to ask for"),
        (PHRASINGS, "  will it rain", "  How long should we be open?\n  will it rain", "stands also under '2035:LE2' (phrasings/all.yaml:7)"),
        (PHRASINGS, "  opening hours in", "  how long should we be open\n  opening hours in", "stands twice (phrasings/all.yaml:7); keep it in one place"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_named_at_its_line(
    small: Path, name: str, old: str, new: str, said: str
) -> None:
    """Each is one line, at the value that does not fit."""
    assert_problem(small, name, old, new, said, within=1)


@pytest.mark.parametrize("current", ["true", "false"])
def test_exactly_one_standard_is_current(small: Path, current: str) -> None:
    """With two or none of them, the list of the standards is named."""
    path = small / "standards.yaml"
    text = path.read_text().replace("current: false", f"current: {current}")
    path.write_text(text.replace("current: true", f"current: {current}"))

    (found,) = problems(small)

    assert found.startswith("standards.yaml:")
    assert "not exactly one standard is current" in found


def test_two_entries_cannot_both_lead(small: Path) -> None:
    """One of an entry and its counterpart answers by default."""
    replace(small, NEW, "summary: Lend without fees.", "summary: Lend.\n    leads: true")

    (found,) = problems(small)

    assert "'2031:LE1' and its counterpart '2035:LE1' both lead" in found


def test_a_counterpart_belongs_to_one_entry(small: Path) -> None:
    """Two entries cannot have gone to the same place."""
    path = small / OLD
    criterion = path.read_text().partition("criteria:\n")[2]
    again = criterion.replace("2031:LE1", "2031:LE2").replace("    leads: true\n", "")
    path.write_text(path.read_text() + "\n" + again)

    (found,) = problems(small)

    assert "'2035:LE1' is already the counterpart of '2031:LE1'" in found


def test_an_abbreviation_names_one_practice_of_a_standard(small: Path) -> None:
    """Two practices with one abbreviation would share their codes."""
    text = (small / NEW).read_text().replace("2035:lending", "2035:buying")
    (small / "2035" / "buying.yaml").write_text(text.partition("criteria:")[0] + "criteria: []\n")

    (found,) = problems(small)

    assert "'LE' is already the abbreviation of '2035:buying'; choose another one" in found


def test_a_file_is_in_the_folder_of_its_standard(small: Path) -> None:
    """An id of another year, and a folder of a year that is not a standard, are named."""
    (small / "2060").mkdir()
    text = (small / OLD).read_text().partition("criteria:")[0].replace("2031:lending", "2031:more")
    text = text.replace("ids: [2035:lending]", "ids: []").replace("match: near", "match: none")
    (small / "2060" / "more.yaml").write_text(text.replace(": LE", ": MO") + "criteria: []\n")

    assert problems(small) == [
        "2060/more.yaml:2: '2031:more' is in the folder of 2060; "
        "begin the id with '2060:' or move the file",
        "2060/more.yaml:2: there is no standard '2060'; add it to standards.yaml",
    ]
