"""How well questions were answered, as the labeled questions' README defines it.

In scope: an accepted first entry on "answer" 1, an accepted entry among the first three on
"choices" 0.5, else 0. To be refused: "refuse" 1, "choices" 0.5, "answer" 0.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.knowledge import Catalog
from bot.matching import Decision, Match
from bot.training.questions import Question

SHOWN = 3
"""Entries that count as offered on "choices"."""


@dataclass(frozen=True)
class Outcome:
    """A question, what was decided, and what that is worth (0, 0.5 or 1)."""

    question: Question
    match: Match
    worth: float
    took_ms: float

    @property
    def first(self) -> str | None:
        """The first entry, if any."""
        return self.match.candidates[0].entry_id if self.match.candidates else None

    @property
    def confident_wrong(self) -> bool:
        """Whether a wrong entry was stood behind."""
        answered = self.match.decision is Decision.ANSWER
        return answered and self.first not in self.question.accepted


@dataclass(frozen=True)
class Score:
    """The measures over a set of questions, each a share from 0 to 1.

    ``right_resource`` is over the questions for which the seed page names a resource (None when
    there is no such question). ``all_asks`` is the share of questions with several asks of which
    every one was answered, in order (None without such questions). ``p50_ms`` and ``p99_ms`` are
    the time of one question.
    """

    questions: int
    overall: float
    confident_wrong: float
    right_resource: float | None
    all_asks: float | None
    p50_ms: float
    p99_ms: float


def worth(question: Question, match: Match) -> float:
    """Return what a decision is worth for a question."""
    entries = [candidate.entry_id for candidate in match.candidates]
    if question.refuse:
        return {Decision.REFUSE: 1.0, Decision.CHOICES: 0.5, Decision.ANSWER: 0.0}[match.decision]
    if match.decision is Decision.ANSWER:
        return float(bool(entries) and entries[0] in question.accepted)
    if match.decision is Decision.CHOICES:
        return 0.5 * any(entry in question.accepted for entry in entries[:SHOWN])
    return 0.0


def run(
    questions: Iterable[Question], match: Callable[[str], Match], clock: Callable[[], float]
) -> list[Outcome]:
    """Ask every question. ``clock`` returns seconds, such as ``time.perf_counter``."""
    outcomes = []
    for question in questions:
        start = clock()
        found = match(question.text)
        took_ms = (clock() - start) * 1000
        outcomes.append(Outcome(question, found, worth(question, found), took_ms))
    return outcomes


def score(outcomes: Sequence[Outcome], catalog: Catalog) -> Score:
    """Sum outcomes up (at least one)."""
    times = sorted(outcome.took_ms for outcome in outcomes)
    with_resource = [o for o in outcomes if o.question.resources]
    with_asks = [o for o in outcomes if len(o.question.asks) > 1]
    return Score(
        questions=len(outcomes),
        overall=_mean(outcome.worth for outcome in outcomes),
        confident_wrong=_mean(outcome.confident_wrong for outcome in outcomes),
        right_resource=_mean(_has_resource(o, catalog) for o in with_resource)
        if with_resource
        else None,
        all_asks=_mean(_has_all_asks(o, catalog) for o in with_asks) if with_asks else None,
        p50_ms=times[len(times) // 2],
        p99_ms=times[min(len(times) - 1, len(times) * 99 // 100)],
    )


def _has_resource(outcome: Outcome, catalog: Catalog) -> bool:
    if outcome.first is None:
        return False
    shown = {resource.id for resource, _ in catalog.resources_of(outcome.first)}
    return bool(outcome.question.resources & shown)


def _has_all_asks(outcome: Outcome, catalog: Catalog) -> bool:
    """Return whether each ask was answered in its place; a twin in another standard is as good."""
    match, asks = outcome.match, outcome.question.asks
    front = [candidate.entry_id for candidate in match.candidates[: match.asks]]
    return (
        match.decision is Decision.ANSWER
        and len(front) == len(asks)
        and all(
            entry_id in accepted or catalog.twin(entry_id) in accepted
            for entry_id, accepted in zip(front, asks, strict=True)
        )
    )


def _mean(values: Iterable[float]) -> float:
    found = [float(value) for value in values]
    return sum(found) / len(found)
