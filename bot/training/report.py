"""The measures as text: overall, by kind and by entry, confusions, calibration, and each miss."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from bot.matching import Decision, Match
from bot.training.questions import NONE, Question
from bot.training.scoring import Outcome, Score, worth

BINS = ((0.0, 0.3), (0.3, 0.5), (0.5, 0.7), (0.7, 0.85), (0.85, 0.95), (0.95, 1.01))
"""Score ranges of the calibration table; finer at the top, where most answers are."""

MOST_CONFUSIONS = 12


def report(outcomes: Sequence[Outcome], score: Score) -> Iterator[str]:
    """Yield the lines of a report on outcomes."""
    yield f"questions        {score.questions}"
    yield f"overall          {score.overall:.3f}"
    yield f"confident_wrong  {score.confident_wrong:.3f}"
    yield f"right_resource   {_share(score.right_resource)}"
    yield f"all_asks         {_share(score.all_asks)}"
    yield f"per question     p50 {score.p50_ms:.2f} ms, p99 {score.p99_ms:.2f} ms"
    yield from _table("kind", outcomes, lambda outcome: outcome.question.kind)
    yield from _table("label", outcomes, lambda outcome: outcome.question.label)
    yield from _confusions(outcomes)
    yield from _calibration(outcomes)
    yield from _misses(outcomes)


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def moved(
    questions: Sequence[Question], before: Callable[[str], Match], after: Callable[[str], Match]
) -> Iterator[str]:
    """Yield a line for each question that is decided otherwise than before, worse ones first."""
    changes = []
    for question in questions:
        old, new = before(question.text), after(question.text)
        if _decided(old) != _decided(new):
            gain = worth(question, new) - worth(question, old)
            text = " ".join(question.text.split())[:60]
            line = f"  {gain:+.1f}  {question.id}: {_decided(old)} -> {_decided(new)}  {text}"
            changes.append((gain, line))
    yield f"{len(changes)} of {len(questions)} questions are decided otherwise than before"
    yield from (line for _, line in sorted(changes))


def _decided(match: Match) -> str:
    answered = match.decision is Decision.ANSWER
    return match.candidates[0].entry_id if answered else str(match.decision)


def _table(title: str, outcomes: Sequence[Outcome], key: Callable[[Outcome], str]) -> Iterator[str]:
    groups: dict[str, list[float]] = defaultdict(list)
    for outcome in outcomes:
        groups[key(outcome)].append(outcome.worth)
    yield ""
    yield f"By {title}"
    for name, worths in sorted(groups.items()):
        yield f"  {name:<36} {sum(worths) / len(worths):.2f}  of {len(worths)}"


def _confusions(outcomes: Sequence[Outcome]) -> Iterator[str]:
    pairs = Counter(
        (outcome.question.label, outcome.first or NONE)
        for outcome in outcomes
        if outcome.worth < 1 and outcome.match.decision is not Decision.REFUSE
    )
    yield ""
    yield "Confusions (label, found instead or unsure)"
    for (label, found), count in pairs.most_common(MOST_CONFUSIONS):
        yield f"  {label:<36} {found:<36} {count}"


def _calibration(outcomes: Sequence[Outcome]) -> Iterator[str]:
    yield ""
    yield "Calibration (score of the first entry, how often it was right)"
    for low, high in BINS:
        inside = [
            outcome.first in outcome.question.accepted
            for outcome in outcomes
            if outcome.match.candidates
            and outcome.match.decision is not Decision.REFUSE
            and low <= outcome.match.candidates[0].score < high
        ]
        if inside:
            share = sum(inside) / len(inside)
            yield f"  {low:.2f} to {min(high, 1):.2f}  right {share:.2f}  of {len(inside)}"


def _misses(outcomes: Sequence[Outcome]) -> Iterator[str]:
    yield ""
    yield "Misses"
    for outcome in outcomes:
        if outcome.worth == 1:
            continue
        match = outcome.match
        found = ", ".join(f"{c.entry_id} {c.score:.2f}" for c in match.candidates[:3])
        text = " ".join(outcome.question.text.split())[:100]
        yield f"  {outcome.question.id} {outcome.question.label}: {text}"
        yield f"      {match.decision} ({_reason(outcome)}): {found}"


def _reason(outcome: Outcome) -> str:
    """Say in a few words why a question was missed."""
    match = outcome.match
    accepted = outcome.question.accepted
    if match.decision is Decision.REFUSE:
        return f"taken for {match.off_topic}" if match.in_scope < 0.5 else "too little evidence"
    if outcome.question.refuse:
        return f"not seen as off topic, in scope {match.in_scope:.2f}"
    if outcome.first in accepted:
        return f"right, but unsure by {match.margin:.2f}"
    if any(candidate.entry_id in accepted for candidate in match.candidates):
        return "the right one came later"
    return "the right one is not among the five"
