"""From chances to decisions."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching import Calibration, Decision

PLAIN = Calibration(slope=1, offset=0, answer=0.6, choices=0.2, in_scope=0.5)
CHANCES = st.floats(0, 1)


@pytest.mark.parametrize(
    ("chance", "in_scope", "decision"),
    [
        (0.9, 0.9, Decision.ANSWER),
        (0.6, 0.9, Decision.ANSWER),
        (0.9, 0.1, Decision.REFUSE),  # other business, however clear the entry would be
        (0.59, 0.5, Decision.CHOICES),
        (0.2, 0.5, Decision.CHOICES),
        (0.19, 0.9, Decision.REFUSE),  # too little for anything
        (0.59, 0.49, Decision.REFUSE),  # other business, most likely
        (0.0, 0.0, Decision.REFUSE),
        (1.0, 1.0, Decision.ANSWER),
    ],
)
def test_decisions_by_two_chances(chance: float, in_scope: float, decision: Decision) -> None:
    """In scope, sure is answered and unsure is offered; the rest is refused; limits count as met."""
    assert PLAIN.decide(chance, in_scope) is decision


@given(CHANCES)
def test_no_slope_and_no_offset_change_no_chance(raw: float) -> None:
    """With slope 1 and offset 0 a chance stays what it is, but for the very ends."""
    assert PLAIN.chance(raw) == pytest.approx(raw, abs=2e-6)


@pytest.mark.parametrize(
    ("slope", "offset", "raw", "chance"),
    [
        (1, math.log(3), 0.5, 0.75),  # three times the odds
        (2, 0, 0.75, 0.9),  # the odds of 3 squared
        (0, 0, 0.1, 0.5),
        (2, math.log(3), 0.25, 0.25),
    ],
)
def test_the_line_is_on_log_odds(slope: float, offset: float, raw: float, chance: float) -> None:
    """The slope raises the odds to a power, the offset multiplies them."""
    assert Calibration(slope=slope, offset=offset).chance(raw) == pytest.approx(chance)


@given(CHANCES, CHANCES)
def test_a_higher_raw_chance_never_has_a_lower_chance(one: float, other: float) -> None:
    """The order of chances is kept, and all are between 0 and 1."""
    low, high = sorted((one, other))

    assert 0 < Calibration().chance(low) <= Calibration().chance(high) < 1


@given(CHANCES, CHANCES, CHANCES)
def test_a_higher_chance_is_never_decided_worse(one: float, other: float, in_scope: float) -> None:
    """More evidence never turns an answer into choices, nor choices into a refusal."""
    ranks = {Decision.REFUSE: 0, Decision.CHOICES: 1, Decision.ANSWER: 2}
    low, high = sorted((one, other))

    assert ranks[PLAIN.decide(low, in_scope)] <= ranks[PLAIN.decide(high, in_scope)]


def test_numbers_are_kept_by_name() -> None:
    """A calibration is what its numbers say; names that it does not know are passed over."""
    assert Calibration.from_numbers(PLAIN.to_numbers()) == PLAIN
    assert Calibration.from_numbers({}) == Calibration()
    assert Calibration.from_numbers({"answer": 0.7, "color": 1}) == Calibration(answer=0.7)
