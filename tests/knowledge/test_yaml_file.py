"""Files that cannot be read: the reason is said first and alone, whatever else would follow."""

import sys
from pathlib import Path

import pytest

from bot.knowledge import load_catalog
from tests.knowledge.editing import problems

FILES = ("standards.yaml", "resources.yaml", "partners.yaml", "2031/lending.yaml", "phrasings/all.yaml", "vocabulary.yaml")  # fmt: skip


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the file is empty"),
        (b"# only a comment\n", "the file is empty"),
        ("título: más\n".encode("cp1252"), "not UTF-8"),
        ("topics: []".encode("utf-16"), "the file is UTF-16, not UTF-8"),
        (b"x" * 5_000_001, "larger than 5 MB"),
        (b"practice: a\x00b", "control character"),
        (b"? [a, b]\n: c\n", "a key is not a plain word"),
        (b"practice: &a [*a, *a]\n", "an alias (* or &) is used"),
        (b"[" * 500 + b"]" * 500, "nested too deeply"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_clear_line(
    small: Path, name: str, content: bytes, said: str
) -> None:
    """Its name and a sentence come out, and not the many ids that are missing without it."""
    (small / name).write_bytes(content)

    (found, *others) = problems(small)

    assert found.startswith(name)
    assert said in found
    assert all("alias" in other for other in others)


@pytest.mark.parametrize("name", FILES)
def test_a_name_that_ends_in_yml(small: Path, name: str) -> None:
    """The other usual ending is named, and what is missing without the file is not."""
    (small / name).rename(small / name.replace(".yaml", ".yml"))

    assert problems(small) == [
        f"{name.replace('.yaml', '.yml')}: its name ends in .yml; rename it to end in .yaml"
    ]


@pytest.mark.parametrize("name", FILES)
def test_a_folder_in_place_of_a_file(small: Path, name: str) -> None:
    """A folder that has the name of a file is named as a folder."""
    (small / name).unlink()
    (small / name).mkdir()

    assert problems(small) == [
        f"{name}: the file cannot be read (it is a folder); put a YAML file in its place"
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file that nobody can read")
def test_a_file_that_nobody_may_read(small: Path) -> None:
    """The system's reason is passed on; this file fails even for the superuser."""
    (small / "partners.yaml").unlink()
    (small / "partners.yaml").symlink_to("/proc/self/mem")

    (found,) = problems(small)

    assert found.startswith("partners.yaml: the file cannot be read (")


def test_a_byte_order_mark_is_no_fault(small: Path) -> None:
    """Windows editors begin a file with a mark; it is read like any other file."""
    path = small / "partners.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())

    assert load_catalog(small).partners
