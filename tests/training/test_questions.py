"""Labeled questions and the short labels of a knowledge folder."""

from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from bot.knowledge import Catalog, load_catalog
from bot.training import QuestionsError, read_questions
from bot.training.questions import Label, Question, read_labels

LABELS = """
FREE:
  entries: [2031:LE1]
  resources: [resource:handbook]
ALL:
  entries: ["*:LE*", topic:cost]
"""


@pytest.fixture
def labeled(small: Path) -> Catalog:
    """The small knowledge with a file of short labels."""
    (small / "labels.yaml").write_text(LABELS)
    return load_catalog(small)


def read(folder: Path, catalog: Catalog, *lines: str) -> list[Question]:
    """Read lines as a file of questions."""
    path = folder / "q.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return read_questions(path, catalog)


def row(label: str, more: str = "") -> str:
    """Return a line with a label."""
    return f'{{"id": "1", "q": "is it free?", "label": "{label}"{more}}}'


def test_labels_are_read(labeled: Catalog) -> None:
    """A label has patterns of entries, and resources where the file names some."""
    assert read_labels(labeled.folder) == {
        "FREE": Label(("2031:LE1",), frozenset({"resource:handbook"})),
        "ALL": Label(("*:LE*", "topic:cost")),
    }


def test_a_folder_may_have_no_labels(small_catalog: Catalog) -> None:
    """Without the file there is none, and entry ids are labels all the same."""
    assert read_labels(small_catalog.folder) == {}


@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
def test_an_empty_file_has_no_labels(tmp_path: Path, text: str) -> None:
    """A file in which nothing stands yet is as good as none."""
    (tmp_path / "labels.yaml").write_text(text)

    assert read_labels(tmp_path) == {}


@pytest.mark.parametrize(
    "text",
    ["- FREE\n", "FREE: 2031:LE1\n", "FREE:\n  resources: [a]\n", "FREE: [\n", "FREE:\n", "x\n"],
    ids=["a list", "no mapping", "no entries", "not closed", "nothing", "a word"],
)
def test_a_file_of_another_form_is_told(tmp_path: Path, text: str) -> None:
    """The message names the file and says how a label is written."""
    path = tmp_path / "labels.yaml"
    path.write_text(text)

    with pytest.raises(QuestionsError, match="write 'LABEL:'") as caught:
        read_labels(tmp_path)

    assert str(caught.value).startswith(f"{path}: ")


@pytest.mark.parametrize(
    ("label", "accepted", "resources"),
    [
        ("FREE", {"2031:LE1"}, {"resource:handbook"}),
        ("ALL", {"2031:LE1", "2035:LE1", "2035:LE2", "topic:cost"}, set()),
        ("2035:LE2", {"2035:LE2"}, set()),
        ("2031:lending", {"2031:lending"}, set()),
        ("NONE", set(), set()),
    ],
)
def test_a_label_accepts_its_entries(
    tmp_path: Path, labeled: Catalog, label: str, accepted: set[str], resources: set[str]
) -> None:
    """A short label stands for all entries that fit a pattern, an id for itself, NONE for none."""
    (question,) = read(tmp_path, labeled, row(label))

    assert question.accepted == accepted
    assert question.resources == resources
    assert question.refuse is (label == "NONE")


def test_also_ok_widens_what_is_accepted(tmp_path: Path, labeled: Catalog) -> None:
    """Other labels are accepted beside the first, whose resources alone are asked for."""
    (question,) = read(tmp_path, labeled, row("topic:cost", ', "also_ok": ["FREE", "NONE"]'))

    assert question.accepted == {"topic:cost", "2031:LE1"}
    assert question.resources == set()
    assert not question.refuse


def test_a_single_pattern_needs_no_list(tmp_path: Path) -> None:
    """A label whose entries are one text stands for that, or is refused; never for its letters."""
    (tmp_path / "labels.yaml").write_text("COST:\n  entries: topic:cost\n")

    assert read_labels(tmp_path)["COST"].entries == ("topic:cost",)


def test_asks_are_read_in_order(tmp_path: Path, labeled: Catalog) -> None:
    """Of a row with several asks, each accepts its own entries."""
    (question,) = read(tmp_path, labeled, row("FREE", ', "asks": ["topic:cost", "FREE"]'))

    assert question.asks == (frozenset({"topic:cost"}), frozenset({"2031:LE1"}))


def test_a_question_keeps_its_words(tmp_path: Path, labeled: Catalog) -> None:
    """Id, text, label and kind are as written; a row without a kind has an empty one."""
    kind, plain = read(tmp_path, labeled, row("FREE", ', "kind": "typo"'), "", row("FREE"))

    assert (kind.id, kind.text, kind.label, kind.kind) == ("1", "is it free?", "FREE", "typo")
    assert plain.kind == ""


def test_a_byte_order_mark_does_no_harm(tmp_path: Path, labeled: Catalog) -> None:
    """A file that an editor of Windows saved is read like any other."""
    path = tmp_path / "q.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + row("FREE").encode() + b"\r\n")

    assert len(read_questions(path, labeled)) == 1


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "JSON object"),
        ("[1]", "JSON object"),
        ("[" * 100_000, "JSON object"),
        ('{"id": "1", "label": "NONE"}', "'q' is missing"),
        ('{"id": 1, "q": "a", "label": "NONE"}', "'id' is missing or no text"),
        ('{"id": "1", "q": "", "label": "NONE"}', "'q' is missing or no text"),
        (row("NONE", ', "also_ok": "FREE"'), "'also_ok' is no list"),
        (row("NONE", ', "also_ok": [1]'), "'also_ok' is no list"),
        (row("LE7"), "'LE7' is unknown; use an entry id or one of FREE, ALL, NONE"),
        (row("FREE", ', "also_ok": ["LE7"]'), "'LE7' is unknown"),
        (row("FREE", ', "asks": ["LE7"]'), "'LE7' is unknown"),
        (row("FREE", ', "asks": 3'), "'asks' is no list"),
        (row("FREE", ', "asks": [["FREE"]]'), "'asks' is no list"),
    ],
)
def test_a_bad_line_is_told(tmp_path: Path, labeled: Catalog, line: str, told: str) -> None:
    """The message has the file, the line, what is wrong and what to write."""
    with pytest.raises(QuestionsError) as caught:
        read(tmp_path, labeled, row("FREE"), line)

    assert str(caught.value).startswith(f"{tmp_path / 'q.jsonl'}:2: ")
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("written", "told"),
    [(b"", "holds no question"), (b"\n\n", "holds no question"), (b"\xff\xfe{", "is not UTF-8")],
)
def test_a_file_without_questions_is_told(
    tmp_path: Path, labeled: Catalog, written: bytes, told: str
) -> None:
    """An empty file, and one that is not UTF-8 text, is said to be one."""
    path = tmp_path / "q.jsonl"
    path.write_bytes(written)

    with pytest.raises(QuestionsError, match=told):
        read_questions(path, labeled)


def test_a_missing_file_is_told(tmp_path: Path, labeled: Catalog) -> None:
    """A file that cannot be opened is named with the reason."""
    with pytest.raises(QuestionsError, match="cannot be read"):
        read_questions(tmp_path / "none.jsonl", labeled)


def test_shipped_labels_all_name_something(catalog: Catalog) -> None:
    """Every pattern of the shipped labels fits an entry, and every resource exists."""
    for name, label in read_labels(catalog.folder).items():
        for pattern in label.entries:
            assert any(fnmatchcase(entry_id, pattern) for entry_id in catalog.entries), name
        assert label.resources <= catalog.resources.keys(), name
