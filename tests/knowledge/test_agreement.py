"""What is said in more than one place agrees, or is said once."""

import shutil
from pathlib import Path

import pytest

from bot.knowledge import load_catalog
from tests.knowledge.editing import assert_problem, problems, replace

OLD, NEW, RESOURCES = "2031/lending.yaml", "2035/lending.yaml", "resources.yaml"
STANDARDS, TOPICS = "standards.yaml", "topics.yaml"
FREE = "The checklist is free."


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (NEW, "want to read. Two", "want to read. Nine", "'summary' says 'Nine criteria', and the file has 2"),
        (STANDARDS, "criteria_total: 2\n    current: true", "criteria_total: 3\n    current: true", "'criteria_total' is 3, and the folder '2035' has 2 criteria"),
        (TOPICS, FREE, "The checklist has 43 criteria.", "the text says 43 criteria, and standards.yaml 2"),
        (STANDARDS, "percent: 50, criteria: 1", "percent: 50, criteria: 2", "50% of 2 criteria are 1; write 1, not 2"),
        (STANDARDS, "percent: 100", "percent: 40", "'two stars' takes 40%, which is not above the level before"),
        (STANDARDS, "percent: 100", "percent: 120", "'two stars' takes more than all"),
        ("cities.yaml", "level: two stars", "level: two star", "no standard has a level 'two star'; did you mean 'two stars'?"),
        (NEW, "title: Long Opening Hours", "title: Loans without fees", "'Loans without fees' is already a name of '2035:LE1' (2035/lending.yaml:14)"),
        (RESOURCES, "url: https://readers.example/helpline", "url: https://readers.example/handbook", "the address is already that of 'resource:handbook'"),
        (NEW, "[Loans]", "[Loans, loans]", "'loans' stands in 'also_called' twice; keep it once"),
        (NEW, "[resource:helpline]", "[resource:helpline, resource:helpline]", "stands in 'resources' twice"),
        (NEW, "- id: 2035:LE2", "- id: 2035:LO2", "'2035:LO2' does not begin with 'LE'"),
        (NEW, "abbreviation: LE", "abbreviation: LO", "the criteria of this practice begin with 'LE'; write 'LE' here, too"),
        (NEW, "entry: 2035:LE2", "entry: 2035:LE1", "'2035:LE1' is said to differ from itself"),
        (NEW, "entry: 2035:LE2", "entry: 2035:LE7", "there is no '2035:LE7'; correct the id (2035:LE1 to 2035:LE2 are known)"),
        ("program.yaml", "code: LE1", "code: LE8", "no criterion has the code 'LE8'"),
        (NEW, "    title: Long", "    TITLE: Long", "unknown key 'TITLE'; did you mean 'title'?"),
    ],
)  # fmt: skip
def test_what_does_not_agree_is_named_where_it_stands(
    small: Path, name: str, old: str, new: str, said: str
) -> None:
    """Each is one line, at the value that can be corrected."""
    assert_problem(small, name, old, new, said)


def test_an_id_that_was_changed_is_named_where_it_is_given(small: Path) -> None:
    """Two places still name it as it was; the cause is one, and said alone."""
    old, new = "- id: resource:helpline", "- id: resource:helplin"

    assert_problem(
        small, RESOURCES, old, new, "nothing names 'resource:helplin', but 3 places name"
    )


def test_what_nothing_names_is_named(small: Path) -> None:
    """A resource that no answer could show is an error at its id."""
    replace(small, OLD, "    resources: [resource:handbook]\n", "")

    (found,) = problems(small)

    assert found.startswith(f"{RESOURCES}:2: 'resource:handbook' is named nowhere")


def test_a_copy_of_a_file_is_one_problem(small: Path) -> None:
    """All ids and phrasings of a copied file stand twice; the first is said for all."""
    shutil.copy(small / NEW, small / "2035" / "lending copy.yaml")

    (found,) = problems(small)

    assert "the id '2035:lending' is already used in 2035/lending copy.yaml:2" in found


@pytest.mark.parametrize("text", ["X:\n  entries: [2035:LE7]\n", "X:\n  entries: ['*:ZZ*']\n"])
def test_a_label_of_an_entry_that_does_not_exist(small: Path, text: str) -> None:
    """Short labels of questions name entries that there are."""
    (small / "labels.yaml").write_text(text)

    (found,) = problems(small)

    assert found.startswith("labels.yaml:2: there is no entry '")


def test_a_link_that_nobody_has_looked_at_for_a_year(small: Path) -> None:
    """It is a notice, and the knowledge loads."""
    line = replace(small, RESOURCES, "checked: 2026-01-31", "checked: 2019-01-31")

    notices = [str(notice) for notice in load_catalog(small).notices]

    assert any(
        notice.startswith(
            f"{RESOURCES}:{line}: nobody has looked at 'resource:handbook' since 2019-01-31; "
        )
        for notice in notices
    )


@pytest.mark.parametrize(
    "name", ["topics.yaml~", ".topics.yaml.swp", "#topics.yaml#", "2035/x.yaml.orig", "a.bak"]
)
def test_backups_of_editors_are_passed_over(small: Path, name: str) -> None:
    """What an editor or a merge tool leaves beside a file does no harm."""
    (small / name).write_text("x: [")

    assert load_catalog(small).topics
