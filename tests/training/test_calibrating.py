"""Fitting slope, offset and thresholds."""

import math
import random
from dataclasses import replace

import pytest

from bot.knowledge import Catalog
from bot.matching import Calibration, Decision, Matcher
from bot.training import Question
from bot.training.calibrating import MOST_CONFIDENT_WRONG, fit_calibration, fit_chances
from bot.training.learning import learn


def drawn(slope: float, offset: float, seed: int) -> list[tuple[float, bool]]:
    """Return 3,000 chances, and whether each was right, as often as the line says."""
    dice = random.Random(seed)
    points = []
    for _ in range(3000):
        odds = dice.uniform(-4, 4)
        right = dice.random() < 1 / (1 + math.exp(-(slope * odds + offset)))
        points.append((1 / (1 + math.exp(-odds)), right))
    return points


@pytest.mark.parametrize(
    ("slope", "offset", "seed"),
    [
        (1.0, 0.0, 1),
        (1.0, 0.0, 2),
        (2.0, -1.0, 1),
        (0.5, 0.5, 1),
        (1.5, 0.7, 1),
        (1.9, 3.0, 1),
        (1.9, 3.0, 2),
        (1.9, 3.0, 3),
    ],
)
def test_a_known_line_is_found_again(slope: float, offset: float, seed: int) -> None:
    """From chances that were right as often as a line says, that line is found."""
    found = fit_chances(drawn(slope, offset, seed))

    assert found == pytest.approx((slope, offset), abs=0.25)


def test_the_line_fits_better_than_its_neighbors() -> None:
    """No line nearby makes what happened likelier."""
    points = drawn(1.9, 3.0, seed=4)

    def likelihood(slope: float, offset: float) -> float:
        line = Calibration(slope=slope, offset=offset)
        return sum(math.log(line.chance(c) if right else 1 - line.chance(c)) for c, right in points)

    slope, offset = fit_chances(points)

    best = likelihood(slope, offset)
    for step in (0.05, -0.05):
        assert likelihood(slope + step, offset) <= best
        assert likelihood(slope, offset + step) <= best


def test_no_points_leave_the_chances_as_they_are() -> None:
    """Where all was named by code there is nothing to fit."""
    assert fit_chances([]) == (1, 0)


@pytest.mark.parametrize("chance", [0.0, 1.0])
def test_chances_at_the_ends_can_be_fitted(chance: float) -> None:
    """Chances of 0 and 1 have no finite odds, and raise nothing."""
    slope, offset = fit_chances([(chance, True), (0.5, False), (0.4, True), (0.6, True)])

    assert math.isfinite(slope)
    assert math.isfinite(offset)


ASKED = {
    "do we lend for free": "2031:LE1",
    "may we take money for loans": "2031:LE1",
    "are we open long enough": "2035:LE2",
    "opening on sunday evening": "2035:LE2",
    "all on lending in general": "2035:lending",
    "what does it cost": "topic:cost",
    "is it free": "topic:cost",
    "does the checklist take long": "topic:cost",
    "hours of the checklist": "2035:LE2",
    "lend a warm blanket": "2031:LE1",
    "does it cost anything": "topic:cost",
    "what is the cost": "topic:cost",
    "lend for free": "2031:LE1",
    "lending in general": "2035:lending",
    "is it going to rain": "",
    "is it warm in here": "",
    "open tomorrow": "",
    "LE2": "2035:LE2",
    "LE1": "2035:LE2",  # a judge who does not take a code at its word
}


@pytest.fixture(scope="module")
def bank() -> list[Question]:
    """Questions, half of them hard, labeled by hand; those without a label are to be refused."""
    return [
        Question(
            id=str(number),
            text=text,
            label=label or "NONE",
            kind="plain",
            accepted=frozenset([label] if label else []),
            refuse=not label,
            resources=frozenset(),
        )
        for number, (text, label) in enumerate(ASKED.items())
    ]


@pytest.fixture(scope="module")
def learned(small_catalog: Catalog) -> Matcher:
    """A matcher that learned the small knowledge."""
    return Matcher(small_catalog, learn(small_catalog))


def expected_wrong(matcher: Matcher, bank: list[Question]) -> float:
    """Return how many of the answers given are wrong by their own chances, but for codes."""
    matches = [matcher.match(question.text) for question in bank]
    return sum(
        1 - match.candidates[0].score
        for match in matches
        if match.decision is Decision.ANSWER and not match.by_code
    )


def test_expected_wrong_answers_stay_within_the_limit(
    learned: Matcher, bank: list[Question]
) -> None:
    """The thresholds answer something, and no more wrongly than is promised."""
    fitted = learned.with_calibration(fit_calibration(bank, learned))

    answered = [fitted.match(question.text).decision is Decision.ANSWER for question in bank]
    assert sum(answered) > 2  # more than the codes
    assert expected_wrong(fitted, bank) <= MOST_CONFIDENT_WRONG * len(bank) + 1e-3


@pytest.mark.parametrize("right", [True, False], ids=["all right", "all wrong"])
def test_points_of_one_kind_give_a_usable_line(right: bool) -> None:
    """A few questions that were all answered rightly, or all wrongly, leave every chance a chance."""
    slope, offset = fit_chances([(0.9 if right else 0.1, right)] * 5)

    assert 0 <= Calibration(slope=slope, offset=offset).chance(1e-6) <= 1


def test_labels_that_fit_nothing_leave_nothing_answered(
    learned: Matcher, bank: list[Question]
) -> None:
    """Where no first entry was right, only what is named by code is answered."""
    turned = [replace(question, accepted=frozenset({"none"}), refuse=False) for question in bank]
    fitted = learned.with_calibration(fit_calibration(turned, learned))

    for question in turned:
        match = fitted.match(question.text)
        assert match.by_code or match.decision is not Decision.ANSWER


def test_the_fit_is_the_same_each_time(learned: Matcher, bank: list[Question]) -> None:
    """Nothing depends on chance."""
    assert fit_calibration(bank, learned) == fit_calibration(bank, learned)


def test_the_fit_does_not_depend_on_the_calibration_before(
    learned: Matcher, bank: list[Question]
) -> None:
    """Raw chances are fitted, whatever was made of them so far."""
    other = learned.with_calibration(Calibration(slope=0.1, offset=-5, answer=0.1))

    assert fit_calibration(bank, other) == fit_calibration(bank, learned)
