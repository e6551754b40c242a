"""Labeled questions: one JSON object a line, and which entries each label accepts.

    {"id": "A001", "q": "...", "label": "OD1", "also_ok": ["SE"], "kind": "plain", "why": "..."}

A label is an entry id, a short label of ``labels.yaml`` in the knowledge folder, or NONE (the
question is to be refused). A row with several asks also has "asks": the labels in the order asked.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

import yaml

from bot.knowledge import Catalog

NONE = "NONE"


class QuestionsError(Exception):
    """A question file that cannot be used; the message is one line for each problem."""


@dataclass(frozen=True)
class Question:
    """A labeled question.

    ``accepted`` are the entries that a fair judge accepts first; ``refuse`` is true when refusing
    is right (``label`` NONE); ``resources`` are those of which one is to stand in the first entry,
    if any; ``asks`` are the entries accepted for each ask, in order, where there are several.
    """

    id: str
    text: str
    label: str
    kind: str
    accepted: frozenset[str]
    refuse: bool
    resources: frozenset[str]
    asks: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True)
class Label:
    """What a short label stands for: patterns of entry ids, and resources named for it."""

    entries: tuple[str, ...]
    resources: frozenset[str] = frozenset()


def read_labels(folder: Path) -> Mapping[str, Label]:
    """Read the short labels of a knowledge folder; none where it has no ``labels.yaml``.

    Raises:
        QuestionsError: when the file is not of the usual form.

    """
    path = folder / "labels.yaml"
    if not path.is_file():
        return {}
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
        return {
            name: Label(_listed(own["entries"]), frozenset(_listed(own.get("resources", []))))
            for name, own in data.items()
        }
    except (OSError, ValueError, yaml.YAMLError, AttributeError, KeyError, TypeError):
        raise QuestionsError(
            f"{path}: cannot be read; write 'LABEL:', then 'entries: [...]' below it"
        ) from None


def _listed(value: object) -> tuple[str, ...]:
    """Return a list of texts, or a single text, as a tuple."""
    values = value if isinstance(value, list) else [value]
    if not all(isinstance(one, str) for one in values):
        raise TypeError
    return tuple(values)


def read_questions(path: Path, catalog: Catalog) -> list[Question]:
    """Read a file of labeled questions.

    Raises:
        QuestionsError: with every line that is not right.

    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise QuestionsError(f"{path}: cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise QuestionsError(f"{path}: is not UTF-8 text; save it with UTF-8 encoding") from None
    labels = read_labels(catalog.folder)
    questions, problems = [], []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            questions.append(_question(json.loads(line), catalog, labels))
        except (ValueError, RecursionError) as error:
            problems.append(f"{path}:{number}: {_explain(error)}")
    if problems:
        raise QuestionsError("\n".join(problems))
    if not questions:
        raise QuestionsError(f"{path}: holds no question; write one JSON object a line")
    return questions


def _explain(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError | RecursionError):
        return 'is no JSON object; write {"id": ..., "q": ..., "label": ..., "kind": ...}'
    return str(error)


def _question(row: object, catalog: Catalog, known: Mapping[str, Label]) -> Question:
    if not isinstance(row, dict):
        raise ValueError('is no JSON object; write {"id": ..., "q": ..., "label": ...}')
    for key in ("id", "q", "label"):
        if not isinstance(row.get(key), str) or not row[key]:
            raise ValueError(f"'{key}' is missing or no text; add it")
    for key in ("also_ok", "asks"):
        also = row.get(key, [])
        if not isinstance(also, list) or not all(isinstance(label, str) for label in also):
            raise ValueError(f"'{key}' is no list of labels; write [] for none")
    labels = [row["label"], *row.get("also_ok", [])]
    return Question(
        id=row["id"],
        text=row["q"],
        label=row["label"],
        kind=str(row.get("kind", "")),
        accepted=frozenset(_accepted(labels, catalog, known)),
        refuse=row["label"] == NONE,
        resources=known[row["label"]].resources if row["label"] in known else frozenset(),
        asks=tuple(frozenset(_accepted([one], catalog, known)) for one in row.get("asks", ())),
    )


def _accepted(labels: Iterable[str], catalog: Catalog, known: Mapping[str, Label]) -> Iterable[str]:
    for label in labels:
        if label in catalog.entries:
            yield label
        elif label in known:
            yield from (
                entry_id
                for entry_id in catalog.entries
                if any(fnmatchcase(entry_id, pattern) for pattern in known[label].entries)
            )
        elif label != NONE:
            names = ", ".join((*known, NONE))
            raise ValueError(f"the label '{label}' is unknown; use an entry id or one of {names}")
