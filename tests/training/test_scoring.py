"""How questions are read and scored."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.knowledge import Catalog
from bot.matching import Candidate, Decision, Match
from bot.training import Question, QuestionsError, read_questions
from bot.training.scoring import Outcome, score, worth


def question(*accepted: str, refuse: bool = False, resources: tuple[str, ...] = ()) -> Question:
    """Return a question that accepts some entries."""
    return Question("1", "q", "X", "plain", frozenset(accepted), refuse, frozenset(resources))


def match(decision: Decision, *entries: str) -> Match:
    """Return a match with some entries."""
    return Match("q", decision, tuple(Candidate(entry, 0.5) for entry in entries), 0.1)


@pytest.mark.parametrize(
    ("asked", "found", "expected"),
    [
        (question("a"), match(Decision.ANSWER, "a", "b"), 1.0),
        (question("a"), match(Decision.ANSWER, "b", "a"), 0.0),
        (question("a"), match(Decision.CHOICES, "b", "c", "a"), 0.5),
        (question("a"), match(Decision.CHOICES, "b", "c", "d", "a"), 0.0),
        (question("a"), match(Decision.REFUSE, "a"), 0.0),
        (question("a", "b"), match(Decision.ANSWER, "b"), 1.0),
        (question(refuse=True), match(Decision.REFUSE), 1.0),
        (question(refuse=True), match(Decision.CHOICES, "a"), 0.5),
        (question(refuse=True), match(Decision.ANSWER, "a"), 0.0),
    ],
)
def test_worth_of_a_decision(asked: Question, found: Match, expected: float) -> None:
    """A decision is worth what the rules of the labeled questions say."""
    assert worth(asked, found) == expected


def test_score_sums_up(catalog: Catalog) -> None:
    """Overall is the mean; confident wrong counts wrong answers only; resources count the first."""
    gpl = ("resource:gpl",)
    outcomes = [
        Outcome(
            question("2022:RDC1", resources=gpl), match(Decision.ANSWER, "2022:RDC1"), 1.0, 1.0
        ),
        Outcome(question("2022:DM1", resources=gpl), match(Decision.ANSWER, "2022:DM2"), 0.0, 3.0),
        Outcome(question(refuse=True), match(Decision.CHOICES, "2022:DM2"), 0.5, 2.0),
    ]

    summed = score(outcomes, catalog)

    assert summed.overall == pytest.approx(0.5)
    assert summed.confident_wrong == pytest.approx(1 / 3)
    assert summed.right_resource == pytest.approx(0.5)
    assert summed.p50_ms == 2.0


def test_labels_stand_for_entries(catalog: Catalog, tmp_path: Path) -> None:
    """Short labels, entry ids and NONE are understood, and also_ok widens what is accepted."""
    path = tmp_path / "q.jsonl"
    path.write_text(
        '{"id": "1", "q": "a", "label": "RDC", "also_ok": ["PARTNERS"]}\n'
        '{"id": "2", "q": "b", "label": "2022:DM1", "also_ok": []}\n'
        '\n{"id": "3", "q": "c", "label": "NONE"}\n'
    )

    rdc, dm1, none = read_questions(path, catalog)

    assert {"2022:RDC7", "2018:RDC6", "2022:LC7", "topic:partners"} < rdc.accepted
    assert rdc.resources == {"resource:gpl"}
    assert dm1.accepted == {"2022:DM1"}
    assert none.refuse
    assert not none.accepted


def test_every_bad_line_is_named(catalog: Catalog, tmp_path: Path) -> None:
    """All problems of a file come at once, each with its line."""
    path = tmp_path / "q.jsonl"
    path.write_text('{"id": "1"}\n[1]\n{"id": "2", "q": "x", "label": "NONE", "also_ok": "OD1"}\n')

    with pytest.raises(QuestionsError) as caught:
        read_questions(path, catalog)

    assert [line.split(":")[1] for line in str(caught.value).splitlines()] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("asks", "found", "all_asks"),
    [
        (("2022:RDC1", "topic:cost"), ("2022:RDC1", "topic:cost"), 1.0),
        (("2022:OD1", "topic:cost"), ("2018:OD1", "topic:cost"), 1.0),  # a twin is as good
        (("topic:cost", "2022:RDC1"), ("2022:RDC1", "topic:cost"), 0.0),  # in order
        (("2022:RDC1", "topic:cost"), ("2022:RDC1",), 0.0),
        (("2022:RDC1",), ("2022:RDC1",), None),  # one ask is not several
    ],
)
def test_several_asks_count_when_all_are_answered_in_order(
    catalog: Catalog, asks: tuple[str, ...], found: tuple[str, ...], all_asks: float | None
) -> None:
    """Of several asks each has to be answered in its place."""
    wanted = replace(question(asks[0]), asks=tuple(frozenset({one}) for one in asks))
    decided = replace(match(Decision.ANSWER, *found, "2022:DM1"), asks=len(found))

    assert score([Outcome(wanted, decided, 1.0, 1.0)], catalog).all_asks == all_asks
