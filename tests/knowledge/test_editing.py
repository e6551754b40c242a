"""Changes of YAML that leave comments, order and line ends as they were."""

import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge import shipped_knowledge
from bot.knowledge.editing import EditError, append_item, read_text, set_values, write_text
from bot.knowledge.yaml_file import Place

TEXT = """\
# How to edit.

things:
  - id: one   # the first
    status: live  # seen by Ana
    note: >-
      Two lines
      of text.

    # before the date
    checked: 2026-01-02
  - {id: two, status: "live"}
  # at the end
more: 1
"""


def test_a_value_is_replaced_where_it_stands() -> None:
    """Comments beside and around a value stay, and so does every other line."""
    changes: dict[Place, str | date] = {
        ("things", 0, "status"): "unknown",
        ("things", 0, "checked"): date(2026, 11, 25),
        ("things", 0, "note"): "Short # now.",
    }

    assert set_values(TEXT, changes) == TEXT.replace("live  #", "unknown  #").replace(
        "2026-01-02", "2026-11-25"
    ).replace(">-\n      Two lines\n      of text.", '"Short # now."')


@pytest.mark.parametrize(
    ("place", "value", "line"),
    [
        (("things", 0, "url"), "https://a.example/#b", "    url: https://a.example/#b"),
        (("things", 1, "status"), "unknown", '  - {id: two, status: "unknown"}'),
        (("things", 1, "url"), "a, b", '  - {id: two, status: "live", url: "a, b"}'),
        (("more",), "yes", 'more: "yes"'),
    ],
)  # fmt: skip
def test_what_is_written_reads_as_the_value(place: Place, value: str, line: str) -> None:
    """New keys, flow mappings, and words that YAML would take for something else."""
    assert line in set_values(TEXT, {place: value})


@pytest.mark.parametrize("old", ["status: # why\n      live", "status: >- # why\n      live"])
def test_a_comment_is_never_lost(old: str) -> None:
    """A comment in the middle of what would be replaced makes the change refused."""
    with pytest.raises(EditError, match="a comment stands between 'status' and its value"):
        set_values(TEXT.replace("status: live", old), {("things", 0, "status"): "unknown"})


def test_a_place_that_is_not_there_is_refused() -> None:
    """Where no block is, nothing comes back."""
    with pytest.raises(EditError):
        set_values(TEXT, {("things", 7, "status"): "live"})


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1))
def test_any_paragraph_can_be_written(text: str) -> None:
    """A paragraph comes back as it was, or nothing is written at all."""
    paragraph = " ".join(text.split()) or "x"
    try:
        written = set_values(TEXT, {("things", 0, "note"): paragraph})
    except EditError:
        assert not re.fullmatch(r"[\w ]+", paragraph, re.ASCII)
    else:
        assert yaml.safe_load(written)["things"][0]["note"] == paragraph


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_marks_stay(tmp_path: Path, ends: str, mark: str) -> None:
    """A file from Windows stays one."""
    path = tmp_path / "file.yaml"
    before = mark + TEXT.replace("\n", ends)
    path.write_bytes(before.encode())

    long = "word " * 40 + "end"
    write_text(path, set_values(read_text(path), {("things", 0, "note"): long}))

    after = path.read_bytes().decode()
    assert after.startswith(mark + "# How")
    assert after.count("\n") == after.count(ends)
    assert len(after.split(ends)) > len(before.split(ends))


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """Of a link the file behind it is written, with the permissions that it has."""
    real, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    real.write_text("a: 1\n")
    real.chmod(0o640)
    link.symlink_to(real)

    write_text(link, "a: 2\n")

    assert link.is_symlink()
    assert real.read_text() == "a: 2\n"
    assert real.stat().st_mode & 0o777 == 0o640


def test_an_item_is_added_at_the_end_of_its_list() -> None:
    """The item stands behind the last one, before the comment and the keys that follow."""
    text = TEXT.replace("  - {id: two", "  - id: two\n    data: {id: two")

    added = append_item(text, "things", ["- id: three", "  # why: ...", "  note: new"])

    assert added == text.replace(
        'live"}\n', 'live"}\n\n  - id: three\n    # why: ...\n    note: new\n'
    )


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("things: []\nmore: 1\n", "things:\n  - id: x\nmore: 1\n"),
        ("things:\n- id: y", "things:\n- id: y\n\n- id: x\n"),
        (
            "things:\n  - id: y\n    # of y\n  # the end\n",
            "things:\n  - id: y\n    # of y\n\n  - id: x\n  # the end\n",
        ),
        ("things: # some\n  - id: y # last\n", "things: # some\n  - id: y # last\n\n  - id: x\n"),
    ],
)
def test_lists_are_added_to_as_they_are_written(text: str, added: str) -> None:
    """Empty lists, lists without indent, and a last line without its end."""
    assert append_item(text, "things", ["- id: x"]) == added


@pytest.mark.parametrize("text", ["things: {a: 1}\n", "other: []\n", "things: [a]\n"])
def test_what_is_not_a_list_of_blocks_is_refused(text: str) -> None:
    """Where the list is missing or in brackets, nothing comes back."""
    with pytest.raises(EditError):
        append_item(text, "things", ["- id: x"])


def test_every_value_of_the_shipped_resources_can_be_replaced() -> None:
    """In our own file each state and day can be written, and the lines between stay."""
    text = read_text(shipped_knowledge() / "resources.yaml")
    places = range(len(yaml.safe_load(text)["resources"]))

    dated = set_values(text, {("resources", at, "checked"): date(2027, 1, 2) for at in places})

    changed = [
        new for old, new in zip(text.splitlines(), dated.splitlines(), strict=True) if old != new
    ]
    assert changed == ["    checked: 2027-01-02"] * len(places)
