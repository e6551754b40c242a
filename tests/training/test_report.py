"""The report on outcomes, and what moved between two models."""

from collections.abc import Callable

import pytest

from bot.matching import Candidate, Decision, Match
from bot.training import Outcome, Question, Score, moved, report
from bot.training.scoring import worth


def question(number: int, label: str, text: str = "is it free?") -> Question:
    """Return a question that accepts just its label."""
    accepted = frozenset() if label == "NONE" else frozenset({label})
    return Question(f"Q{number}", text, label, "plain", accepted, label == "NONE", frozenset())


def match(decision: Decision, *entries: str, in_scope: float = 0.9, score: float = 0.9) -> Match:
    """Return a match with some entries."""
    return Match(
        "q",
        decision,
        tuple(Candidate(entry, score) for entry in entries),
        margin=0.25,
        in_scope=in_scope,
        off_topic="off:weather",
    )


def lines(*pairs: tuple[Question, Match]) -> list[str]:
    """Return the lines of a report."""
    outcomes = [Outcome(asked, found, worth(asked, found), 1.0) for asked, found in pairs]
    summed = Score(len(outcomes), 0.5, 0.25, None, 0.75, 1.5, 9.25)
    return list(report(outcomes, summed))


RIGHT = (question(1, "a"), match(Decision.ANSWER, "a"))
WRONG = (question(2, "a"), match(Decision.ANSWER, "b", "a"))


def after(title: str, report_lines: list[str]) -> list[str]:
    """Return the lines of a part of the report."""
    rest = report_lines[report_lines.index(title) + 1 :]
    return rest[: rest.index("")] if "" in rest else rest


def test_the_measures_come_first() -> None:
    """The report begins with the number of questions and each measure; one without a base is -."""
    assert lines(RIGHT)[:6] == [
        "questions        1",
        "overall          0.500",
        "confident_wrong  0.250",
        "right_resource   -",
        "all_asks         0.750",
        "per question     p50 1.50 ms, p99 9.25 ms",
    ]


def test_worth_is_broken_down() -> None:
    """Each kind and each label has the mean of its questions and their number."""
    found = lines(RIGHT, WRONG, (question(3, "NONE"), match(Decision.REFUSE)))

    assert [line.split() for line in after("By kind", found)] == [["plain", "0.67", "of", "3"]]
    assert [line.split() for line in after("By label", found)] == [
        ["NONE", "1.00", "of", "1"],
        ["a", "0.50", "of", "2"],
    ]


def test_confusions_are_counted() -> None:
    """What was found in place of a label comes with its number, the most frequent first."""
    unsure = (question(3, "a"), match(Decision.CHOICES, "c"))
    found = lines(unsure, WRONG, WRONG, RIGHT)

    confusions = after("Confusions (label, found instead or unsure)", found)

    assert [line.split() for line in confusions] == [["a", "b", "2"], ["a", "c", "1"]]


def test_calibration_is_shown_by_score() -> None:
    """For each range of scores the report says how often the first entry was right."""
    low = (question(3, "a"), match(Decision.CHOICES, "a", score=0.4))
    certain = (question(4, "a"), match(Decision.ANSWER, "a", score=1.0))
    title = "Calibration (score of the first entry, how often it was right)"

    table = after(title, lines(RIGHT, WRONG, low, certain))

    assert [line.split() for line in table] == [
        "0.30 to 0.50 right 1.00 of 1".split(),
        "0.85 to 0.95 right 0.50 of 2".split(),
        "0.95 to 1.00 right 1.00 of 1".split(),
    ]


@pytest.mark.parametrize(
    ("label", "found", "reason"),
    [
        ("a", match(Decision.REFUSE, "a", in_scope=0.1), "refuse (taken for off:weather)"),
        ("a", match(Decision.REFUSE, "a"), "refuse (too little evidence)"),
        ("NONE", match(Decision.ANSWER, "a"), "answer (not seen as off topic, in scope 0.90)"),
        ("a", match(Decision.CHOICES, "a"), "choices (right, but unsure by 0.25)"),
        ("a", match(Decision.ANSWER, "b", "a"), "answer (the right one came later)"),
        ("a", match(Decision.ANSWER, "b"), "answer (the right one is not among the five)"),
    ],
)
def test_a_miss_has_its_reason(label: str, found: Match, reason: str) -> None:
    """Each question that is worth less than 1 stands with its text, decision and the reason."""
    told = after("Misses", lines((question(7, label, "is it\nfree?"), found)))

    assert told[0] == f"  Q7 {label}: is it free?"
    assert told[1].strip().startswith(reason)


def test_what_is_right_is_no_miss() -> None:
    """Questions that are worth 1 are not listed."""
    assert after("Misses", lines(RIGHT)) == []


def by_text(**found: Match) -> Callable[[str], Match]:
    """Return a matcher of single words."""
    return found.__getitem__


def test_moved_answers_come_worst_first() -> None:
    """Each question decided otherwise has a line with what it was and is, and what that is worth."""
    asked = [question(1, "a", "up"), question(2, "a", "down"), question(3, "a", "same")]
    right, wrong = match(Decision.ANSWER, "a"), match(Decision.ANSWER, "b")

    told = list(
        moved(
            asked,
            by_text(up=match(Decision.CHOICES, "a"), down=right, same=right),
            by_text(up=right, down=wrong, same=match(Decision.ANSWER, "a", score=0.7)),
        )
    )

    assert told == [
        "2 of 3 questions are decided otherwise than before",
        "  -1.0  Q2: a -> b  down",
        "  +0.5  Q1: choices -> a  up",
    ]


def test_nothing_moved_is_said() -> None:
    """Where all is decided as before there is the one line."""
    same = by_text(up=match(Decision.REFUSE))

    assert list(moved([question(1, "a", "up")], same, same)) == [
        "0 of 1 questions are decided otherwise than before"
    ]
