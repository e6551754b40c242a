"""What an editor is told about a knowledge folder that is not right."""

import shutil
import sys
from pathlib import Path

import pytest

from bot.knowledge import KnowledgeError, load_catalog

OPEN_DATA = "2018/open-data.yaml"


def problems(folder: Path) -> list[str]:
    """Return the lines that loading the folder gives."""
    with pytest.raises(KnowledgeError) as caught:
        load_catalog(folder)
    return [str(problem) for problem in caught.value.problems]


def replace(folder: Path, name: str, old: str, new: str) -> int:
    """Replace a text in a file once; return the line number it stood on."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_shipped_knowledge_is_sound() -> None:
    """The knowledge that comes with the bot loads without a problem."""
    assert load_catalog().criteria


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (OPEN_DATA, "    title_origin: ours", "    titel_origin: ours", "did you mean 'title_origin'?"),
        (OPEN_DATA, "match: same", "match: identical", "unknown value 'identical'"),
        (OPEN_DATA, "[resource:policy-generator]", "[resource:policy-genrator]", "there is no 'resource:policy-genrator'"),
        (OPEN_DATA, "ids: [2022:OD1]", "ids: [2022:OD99]", "there is no '2022:OD99'"),
        (OPEN_DATA, "- id: 2018:OD2", "- id: 2018:OD1", "the id '2018:OD1' is already used in 2018/open-data.yaml:"),
        (OPEN_DATA, "- id: 2018:OD2", "- id: 2022:OD9", "'2022:OD9' is in the folder of 2018"),
        (OPEN_DATA, "    title: Process for publishing open data", "    title: 12", "'title' should be text"),
        (OPEN_DATA, "    title: Process for publishing open data", "    title: ''", "'title' is empty"),
        ("resources.yaml", "url: https://govlab.hks.harvard.edu/", "url: govlab.hks.harvard.edu", "must begin with https://"),
        ("resources.yaml", "url: https://govlab.hks.harvard.edu/", "url: https://govlab hks/", "host name"),
        ("resources.yaml", "checked: 2026-11-23", "checked: 2026-02-31", "'checked' is not a date"),
        ("resources.yaml", "provider: partner:gpl", "provider: partner:glp", "there is no 'partner:glp'"),
        ("topics.yaml", "  - id: topic:cost", "  - id: topic:renewal", "the id 'topic:renewal' is already used"),
        ("standards.yaml", "    current: true", "    current: false", "not exactly one standard is current"),
    ],
)  # fmt: skip
def test_each_slip_is_named_with_file_and_line(
    folder: Path, name: str, old: str, new: str, said: str
) -> None:
    """A slip is reported at its own line, with what is wrong and what to write."""
    line = replace(folder, name, old, new)

    found = [text for text in problems(folder) if said in text]

    assert found
    assert found[0].startswith(f"{name}:")
    assert abs(int(found[0].split(":")[1]) - line) <= 1 or "current" in said
    assert ";" in found[0]


PRACTICE_TITLE = "  title: Open Data\n"
PHRASES = "phrasings/budget-and-finance.yaml"


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (OPEN_DATA, PRACTICE_TITLE, "  title Open Data\n", "a ':' is missing"),
        (OPEN_DATA, PRACTICE_TITLE, '  title: "Open Data\n', "the quote that begins here is not closed"),
        (OPEN_DATA, PRACTICE_TITLE, "  title: 'Open Data\n", "the quote that begins here is not closed"),
        (OPEN_DATA, PRACTICE_TITLE, "  title: Open: Data\n", "a ':' stands where none may be"),
        (OPEN_DATA, PRACTICE_TITLE, "  title: @Open Data\n", "a character that YAML keeps for itself"),
        (OPEN_DATA, PRACTICE_TITLE, "  title: Open Data #1\n", "leaves out what follows the '#'"),
        (OPEN_DATA, PRACTICE_TITLE, "  title: “Open Data”\n", "begins with a curly quote"),
        (OPEN_DATA, "[partner:sunlight]", "[partner:sunlight", "the bracket that begins here is not closed"),
        (OPEN_DATA, "  abbreviation: OD\n", " abbreviation: OD\n", "the line does not fit to those above"),
        (OPEN_DATA, "abbreviation: OD\n", "abbreviation: open\n", "write it like OD"),
        ("resources.yaml", "  - id: resource:gpl\n", "  id: resource:gpl\n", "begin it with '- '"),
        ("resources.yaml", "provider: partner:gpl\n", "provider partner:gpl\n", "a ':' is missing"),
        (PHRASES, "2022:BF2: |\n", "2022:BF2:\n", "'|' is missing after '2022:BF2:'"),
        (PHRASES, "2022:BF2: |\n", "2022:BF2: >\n", "'|' is missing after '2022:BF2:'"),
        (PHRASES, "  data-driven budget decisions, which", "  - data-driven budget decisions, which", "more than the phrase"),
    ],
)  # fmt: skip
def test_a_slip_is_the_only_thing_reported(
    folder: Path, name: str, old: str, new: str, said: str
) -> None:
    """A slip of the pen is named at its line in plain words, and nothing that only follows from it."""
    line = replace(folder, name, old, new)

    (found,) = problems(folder)

    assert found.startswith(f"{name}:{line}: ")
    assert said in found


def test_an_abbreviation_names_one_practice_of_a_standard(folder: Path) -> None:
    """Two practices with one abbreviation would share their codes."""
    replace(folder, OPEN_DATA, "abbreviation: OD\n", "abbreviation: SE\n")

    (found,) = problems(folder)

    assert "'SE' is already the abbreviation of '2018:open-data'" in found


def test_all_problems_are_reported_at_once(folder: Path) -> None:
    """Two slips in two files give two lines."""
    replace(folder, OPEN_DATA, "match: same", "match: identical")
    replace(folder, "resources.yaml", "provider: partner:gpl", "provider: partner:glp")

    assert len(problems(folder)) == 2


def test_missing_field_is_named(folder: Path) -> None:
    """A criterion without a summary is reported at the criterion."""
    line = replace(folder, "2022/open-data.yaml", "    title_origin: official\n", "")

    assert f"2022/open-data.yaml:{line - 2}: 'title_origin' is missing" in problems(folder)[0]


def test_tab_is_named_as_a_tab(folder: Path) -> None:
    """A tab is the slip that YAML explains worst, so it is said in plain words."""
    line = replace(folder, OPEN_DATA, "    title: Open data policy", "\ttitle: Open data policy")

    assert f"{OPEN_DATA}:{line}: a tab is used to indent; use two spaces" in problems(folder)[0]


def test_key_written_twice(folder: Path) -> None:
    """YAML would silently keep the last of two equal keys; we do not."""
    line = replace(
        folder,
        OPEN_DATA,
        "    title_origin: ours",
        "    title_origin: ours\n    title_origin: ours",
    )

    assert problems(folder) == [
        f"{OPEN_DATA}:{line + 1}: the key 'title_origin' was already used on line {line}; "
        "keep one of the two"
    ]


def test_same_phrasing_under_two_entries(folder: Path) -> None:
    """A phrasing belongs to one entry; case and punctuation make no other phrasing of it."""
    path = folder / "phrasings" / "zz-more.yaml"
    path.write_text(
        "2018:OD2: |\n  a brand new way to ask\n2018:OD1: |\n  A brand-new way to ask?\n"
    )

    assert problems(folder) == [
        "phrasings/zz-more.yaml:4: the phrasing 'A brand-new way to ask?' stands also under "
        "'2018:OD2' (phrasings/zz-more.yaml:2); keep it in one place"
    ]


def test_phrasing_for_an_unknown_entry(folder: Path) -> None:
    """A phrasing for an entry that does not exist is a dangling reference."""
    (folder / "phrasings" / "zz-more.yaml").write_text("2018:OD9: |\n  some way to ask\n")

    assert problems(folder)[0].startswith(
        "phrasings/zz-more.yaml:1: there is no entry '2018:OD9' to ask for;"
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the file is empty"),
        (b"practice: [", "the YAML cannot be read here"),
        (b"practice: \xff\xfe", "not UTF-8"),
        (b"practice: a\x00b", "control character"),
        (b"- 1\n- 2\n", "should be a block"),
        (b"? [a, b]\n: c\n", "a key is not a plain word"),
        (b"practice: &a [*a, *a]\n", "an alias (* or &) is used"),
        (b"[" * 500 + b"]" * 500, "nested too deeply"),
        (b"[" * 100_000, "thousands of brackets"),
        (b"practice: !!bool abc", "should be a block"),
        (b"practice: !!timestamp abc", "should be a block"),
    ],
)
def test_broken_file_is_one_clear_line(folder: Path, content: bytes, said: str) -> None:
    """Whatever a file holds, its name and a sentence come out, never a traceback."""
    (folder / OPEN_DATA).write_bytes(content)

    assert any(text.startswith(OPEN_DATA) and said in text for text in problems(folder))


def test_folder_that_cannot_be_used(tmp_path: Path) -> None:
    """A folder that is missing, empty or a file is said in one line."""
    a_file = tmp_path / "file.yaml"
    a_file.write_text("x: 1")
    empty = tmp_path / "empty"
    empty.mkdir()

    assert "there is no such folder" in problems(tmp_path / "none")[0]
    assert "this is a file" in problems(a_file)[0]
    assert "holds no YAML file" in problems(empty)[0]


def test_needed_file_that_is_missing(folder: Path) -> None:
    """A folder without its vocabulary is named as such."""
    (folder / "vocabulary.yaml").unlink()

    assert problems(folder) == ["vocabulary.yaml: the file is missing; copy it from the repository"]


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file that nobody can read")
def test_unreadable_file(folder: Path) -> None:
    """A file that cannot be read is named; this one fails even for the superuser."""
    (folder / OPEN_DATA).unlink()
    (folder / OPEN_DATA).symlink_to("/proc/self/mem")

    assert problems(folder)[0].startswith(f"{OPEN_DATA}: the file cannot be read (")


def test_every_file_opens_with_how_to_edit_it() -> None:
    """Each YAML file begins with a comment for people who do not program."""
    from bot.knowledge import shipped_knowledge

    for path in shipped_knowledge().glob("**/*.yaml"):
        head = path.read_text(encoding="utf-8").split("\n\n")[0]
        assert head.startswith("#"), path
        assert "HOW TO EDIT" in head, path
        assert "wwc-bot check" in head, path


def test_phrasings_of_an_entry_may_stand_in_several_files(folder: Path) -> None:
    """A further file adds to what the others say of an entry."""
    before = load_catalog(folder).phrasings["2018:OD1"]
    (folder / "phrasings" / "zz-more.yaml").write_text("2018:OD1: |\n  a brand new way to ask\n")

    assert load_catalog(folder).phrasings["2018:OD1"] == (*before, "a brand new way to ask")


@pytest.mark.parametrize("emptied", ["statements", "source"])
def test_an_empty_list_where_something_is_due(folder: Path, emptied: str) -> None:
    """A topic without statements, or a statement without source, is no topic."""
    path = folder / "topics.yaml"
    text = path.read_text(encoding="utf-8")
    block = "  - id: topic:new\n    title: New\n    statements:"
    statement = "\n      - text: A.\n        source: []\n        confidence: gap\n"
    path.write_text(text + block + (" []\n" if emptied == "statements" else statement))

    assert f"'{emptied}' is an empty list; give at least one item" in problems(folder)[0]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "ids: [2022:OD1]",
            "ids: [topic:levels]",
            "'topic:levels' is no criterion of another standard",
        ),
        ("ids: [2022:OD1]", "ids: [2018:OD2]", "'2018:OD2' is no criterion of another standard"),
        ("ids: [2022:OD1]", "ids: [2022:open-data]", "'2022:open-data' is no criterion of another"),
        ("ids: [2022:OD1]", "ids: []", "match 'same' needs exactly one id"),
        ("ids: [2022:OD1]", "ids: [2022:OD4]", "'2022:OD4' is already the counterpart of"),
    ],
)
def test_counterparts_make_sense(folder: Path, old: str, new: str, said: str) -> None:
    """A counterpart is one entry of the same kind in another standard, claimed by nobody else."""
    replace(folder, OPEN_DATA, old, new)

    assert any(said in text for text in problems(folder))


@pytest.mark.parametrize("name", ["topics.yaml.txt", "phrasings/more.YAML"])
def test_stray_files_are_named(folder: Path, name: str) -> None:
    """A file that would be passed over in silence is named."""
    (folder / name).write_text("x: 1")

    assert problems(folder) == [f"{name}: the file has no place here; see README, 'Add knowledge'"]


@pytest.mark.parametrize("name", ["2022/sub", "drafts"])
def test_stray_folders_are_named(folder: Path, name: str) -> None:
    """A folder whose files would be passed over in silence is named, once."""
    (folder / name).mkdir()
    (folder / name / "more.yaml").write_text("x: 1")

    assert problems(folder) == [
        f"{name}: the folder has no place here; see README, 'Add knowledge'"
    ]


def mount(folder: Path) -> Path:
    """Return a copy as Kubernetes mounts a ConfigMap: links into a hidden folder."""
    mounted = folder.parent / "mounted"
    mounted.mkdir()
    folder.rename(mounted / "..2026_11_25")
    (mounted / "..data").symlink_to("..2026_11_25")
    for path in (mounted / "..data").iterdir():
        (mounted / path.name).symlink_to(f"..data/{path.name}")
    return mounted


def test_folders_that_are_links_are_read(folder: Path) -> None:
    """A mounted ConfigMap, whose files and folders are links, is the same knowledge."""
    shipped = load_catalog()

    mounted = load_catalog(mount(folder))

    assert mounted.criteria == shipped.criteria
    assert mounted.phrasings == shipped.phrasings


def test_links_that_lead_nowhere_or_in_circles_are_named(folder: Path) -> None:
    """A link without an end is one problem, and reading the folder ends."""
    (folder / "2018" / "lost.yaml").symlink_to("nowhere.yaml")
    (folder / "circle").symlink_to(folder)
    (folder / "self").symlink_to("self")

    assert problems(folder) == [
        "2018/lost.yaml: the link leads nowhere; correct it or remove it",
        "circle: the folder has no place here; see README, 'Add knowledge'",
        "self: the link leads nowhere; correct it or remove it",
    ]


@pytest.mark.parametrize("part", ["2018", "2022", "phrasings"])
def test_a_folder_that_was_copied_in_part(folder: Path, part: str) -> None:
    """Where a whole part is missing this is the one problem, at the place that needs the part."""
    shutil.rmtree(folder / part)

    (found,) = problems(folder)

    assert "is missing; copy it from the repository" in found
    assert found.startswith("phrasings: " if part == "phrasings" else "standards.yaml:")
    assert part in found


def test_a_standard_without_a_criterion(folder: Path) -> None:
    """A folder with practices alone is no standard."""
    for path in (folder / "2022").iterdir():
        text = path.read_text(encoding="utf-8")
        path.write_text(text[: text.index("criteria:\n")] + "criteria: []\n", encoding="utf-8")

    assert problems(folder) == [
        "2022: no file of this folder has a criterion; "
        "add the criteria, or copy it from the repository"
    ]


def test_phrasing_files_without_a_phrasing(folder: Path) -> None:
    """Files of comments alone, or of ids alone, would leave nothing to learn from."""
    for path in (folder / "phrasings").iterdir():
        path.write_text("2018:OD1: |\n")

    assert problems(folder) == [
        "phrasings: no file of this folder has a phrasing; copy it from the repository"
    ]
