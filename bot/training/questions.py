"""Labelled questions: one JSON object a line, and which entries each label accepts.

    {"id": "A001", "q": "...", "label": "OD1", "also_ok": ["SE"], "kind": "plain", "why": "..."}

A label is an entry id, one of the short labels below, or NONE (the question is to be refused).
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.knowledge import Catalog

NONE = "NONE"

_SHORT_LABELS = {
    "OD1": ("2018:OD1", "2022:OD1"),
    "OD2": ("2018:OD2",),
    "SE1": ("2018:SE1", "2022:OD4"),
    "SE2": ("2018:SE2", "2022:OD2"),
    "SE3": ("2018:SE3",),
    "SE4": ("2018:SE4",),
    "RDC": (
        "2018:results-driven-contracting", "2022:results-driven-contracting", "*:RDC*", "2022:LC7"
    ),
    "DG": ("2018:data-governance", "2022:data-management", "*:DG*", "*:DM*", "2022:LC5"),
    "OD": ("2018:open-data", "2022:open-data"),
    "SE": ("2018:stakeholder-engagement",),
    "EV": ("2018:evaluations", "2022:rigorous-evaluations", "*:EVAL*", "2022:LC6"),
    "GM": ("2018:general-management", "2022:leadership-and-capacity", "*:LC*", "*:GM*"),
    "PA": ("2018:performance-and-analytics", "2022:performance-and-analytics", "*:PA*", "2022:LC4"),
    "RP": ("2018:repurposing", "2022:data-driven-budget-and-finance", "*:BF*"),
    "ELIG": ("topic:eligibility",),
    "START": ("topic:getting-started",),
    "WHAT": ("topic:what-is-certification",),
    "PARTNERS": ("topic:partners",),
}  # fmt: skip

_RESOURCES = {
    "OD1": {"resource:policy-generator"},
    "OD2": {"resource:policy-guidelines"},
    "SE1": {"resource:discovery"},
    "SE2": {"resource:discovery"},
    "SE3": {"resource:participatory-policy-guide", "resource:collaboration-playbooks"},
    "SE4": {"resource:collaboration-playbooks"},
    "RDC": {"resource:gpl"},
    "DG": {"resource:govex"},
}
"""The resource that the seed page names for each label."""


class QuestionsError(Exception):
    """A question file that cannot be used; the message is one line for each problem."""


@dataclass(frozen=True)
class Question:
    """A labelled question.

    ``accepted`` are the entries that a fair judge accepts first; ``refuse`` is true when refusing
    is right (``label`` NONE); ``resources`` are those the seed page names for the label, if any.
    """

    id: str
    text: str
    label: str
    kind: str
    accepted: frozenset[str]
    refuse: bool
    resources: frozenset[str]


def read_questions(path: Path, catalog: Catalog) -> list[Question]:
    """Read a file of labelled questions.

    Raises:
        QuestionsError: with every line that is not right.

    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise QuestionsError(f"{path}: cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise QuestionsError(f"{path}: is not UTF-8 text; save it with UTF-8 encoding") from None
    questions, problems = [], []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            questions.append(_question(json.loads(line), catalog))
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


def _question(row: object, catalog: Catalog) -> Question:
    if not isinstance(row, dict):
        raise ValueError('is no JSON object; write {"id": ..., "q": ..., "label": ...}')
    for key in ("id", "q", "label"):
        if not isinstance(row.get(key), str) or not row[key]:
            raise ValueError(f"'{key}' is missing or no text; add it")
    also = row.get("also_ok", [])
    if not isinstance(also, list) or not all(isinstance(label, str) for label in also):
        raise ValueError("'also_ok' is no list of labels; write [] for none")
    labels = [row["label"], *also]
    return Question(
        id=row["id"],
        text=row["q"],
        label=row["label"],
        kind=str(row.get("kind", "")),
        accepted=frozenset(_accepted(labels, catalog)),
        refuse=row["label"] == NONE,
        resources=frozenset(_RESOURCES.get(row["label"], ())),
    )


def _accepted(labels: Iterable[str], catalog: Catalog) -> Iterable[str]:
    for label in labels:
        if label == NONE:
            continue
        if label in catalog.entries:
            yield label
        elif label in _SHORT_LABELS:
            for pattern in _SHORT_LABELS[label]:
                form = re.compile(re.escape(pattern).replace(r"\*", "[A-Z0-9]*"))
                yield from (entry for entry in catalog.entries if form.fullmatch(entry))
        else:
            known = ", ".join((*_SHORT_LABELS, NONE))
            raise ValueError(f"the label '{label}' is unknown; use an entry id or one of {known}")
