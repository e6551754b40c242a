"""From a folder to a catalog: where files may be, and what a folder must have."""

import shutil
from pathlib import Path

import pytest

from bot.knowledge import Catalog, load_catalog, shipped_knowledge
from tests.knowledge.editing import problems


def test_the_shipped_knowledge_is_sound(catalog: Catalog) -> None:
    """The knowledge that comes with the bot loads without a problem."""
    assert catalog.criteria


def test_every_file_opens_with_how_to_edit_it() -> None:
    """Each YAML file begins with a comment for people who do not program."""
    for path in shipped_knowledge().glob("**/*.yaml"):
        head = path.read_text(encoding="utf-8").split("\n\n")[0]
        assert head.startswith("#"), path
        assert "HOW TO EDIT" in head, path
        assert "wwc-bot check" in head, path


def test_a_folder_that_cannot_be_used(tmp_path: Path) -> None:
    """A folder that is missing, empty, a file or beyond reach is said in one line."""
    a_file = tmp_path / "file.yaml"
    a_file.write_text("x: 1")
    empty = tmp_path / "empty"
    empty.mkdir()

    assert "there is no such folder" in problems(tmp_path / "none")[0]
    assert "this is a file" in problems(a_file)[0]
    assert "holds no YAML file" in problems(empty)[0]
    assert "the folder cannot be read (" in problems(tmp_path / ("x" * 300))[0]


@pytest.mark.parametrize("name", ["standards.yaml", "partners.yaml", "vocabulary.yaml"])
def test_a_needed_file_that_is_missing(small: Path, name: str) -> None:
    """A folder without one of its files is told that alone."""
    (small / name).unlink()

    assert problems(small) == [f"{name}: the file is missing; copy it from the repository"]


@pytest.mark.parametrize("name", ["topics.yaml.txt", "phrasings/more.YAML"])
def test_stray_files_are_named(small: Path, name: str) -> None:
    """A file that would be passed over in silence is named."""
    (small / name).write_text("x: 1")

    assert problems(small) == [f"{name}: the file has no place here; see README, 'Add knowledge'"]


@pytest.mark.parametrize("name", ["2035/sub", "drafts"])
def test_stray_folders_are_named(small: Path, name: str) -> None:
    """A folder whose files would be passed over in silence is named, once."""
    (small / name).mkdir()
    (small / name / "more.yaml").write_text("x: 1")

    assert problems(small) == [f"{name}: the folder has no place here; see README, 'Add knowledge'"]


def mount(folder: Path) -> Path:
    """Return a folder as Kubernetes mounts a ConfigMap: links into a hidden folder."""
    mounted = folder.parent / "mounted"
    mounted.mkdir()
    folder.rename(mounted / "..2026_11_25")
    (mounted / "..data").symlink_to("..2026_11_25")
    for path in (mounted / "..data").iterdir():
        (mounted / path.name).symlink_to(f"..data/{path.name}")
    return mounted


def test_folders_that_are_links_are_read(small: Path) -> None:
    """A mounted ConfigMap, whose files and folders are links, is the same knowledge."""
    plain = load_catalog(small)

    mounted = load_catalog(mount(small))

    assert mounted.criteria == plain.criteria
    assert mounted.phrasings == plain.phrasings


def test_links_that_lead_nowhere_or_in_circles_are_named(small: Path) -> None:
    """A link without an end is one problem, and reading the folder ends."""
    (small / "2035" / "lost.yaml").symlink_to("nowhere.yaml")
    (small / "circle").symlink_to(small)
    (small / "self").symlink_to("self")

    assert problems(small) == [
        "2035/lost.yaml: the link leads nowhere; correct it or remove it",
        "circle: the folder has no place here; see README, 'Add knowledge'",
        "self: the link leads nowhere; correct it or remove it",
    ]


@pytest.mark.parametrize(
    ("part", "found"),
    [
        ("2031", "standards.yaml:3: the folder '2031' with the practices of this standard is missing"),
        ("2035", "standards.yaml:12: the folder '2035' with the practices of this standard is missing"),
        ("phrasings", "phrasings: the folder with the phrasings is missing"),
    ],
)  # fmt: skip
def test_a_folder_that_was_copied_in_part(small: Path, part: str, found: str) -> None:
    """Where a whole part is missing this is the one problem, at the place that needs the part."""
    shutil.rmtree(small / part)

    assert problems(small) == [f"{found}; copy it from the repository"]


def test_a_standard_without_a_criterion(small: Path) -> None:
    """A folder with practices alone is not a standard."""
    path = small / "2035" / "lending.yaml"
    path.write_text(path.read_text().partition("criteria:")[0] + "criteria: []\n")

    assert problems(small) == [
        "standards.yaml:12: no file of the folder '2035' has a criterion; "
        "add the criteria, or copy it from the repository"
    ]


def test_a_list_without_a_standard(small: Path) -> None:
    """Without a standard there is nothing to know, and that is said instead of a crash."""
    (small / "standards.yaml").write_text("standards: []\n")

    assert problems(small) == [
        "standards.yaml: the file has no standard; copy it from the repository"
    ]


def test_phrasing_files_without_a_phrasing(small: Path) -> None:
    """Ids alone would leave nothing to learn from."""
    (small / "phrasings" / "all.yaml").write_text("2031:LE1: |\n")

    assert problems(small) == [
        "phrasings: no file of this folder has a phrasing; copy it from the repository"
    ]
