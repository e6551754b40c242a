"""Fitting the calibration on a question bank: ``wwc-bot learn --bank FILE``.

First slope and offset, so that a chance means what it says (Platt 1999); then the thresholds, by
trying all on a grid: the best overall score whose confident wrong answers stay within the limit.
How many are to be expected is read off the chances; the few that happen to be wrong among some
hundred questions would be too small a number to go by.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

import numpy as np
from scipy.optimize import minimize

from bot.matching import Calibration, Decision, Match, Matcher
from bot.training.questions import Question
from bot.training.scoring import worth

MOST_CONFIDENT_WRONG = 0.02
"""Share of all questions that may be answered wrongly, as the chances foretell it on the bank. New
questions are harder than those of any bank that was at hand: more of them go wrong."""

GRID = tuple(step / 20 for step in range(1, 20))
"""Thresholds that are tried; finer steps only follow the noise of a few hundred questions."""

STEEPEST = ((0.1, 10.0), (-10.0, 10.0))
"""Bounds of slope and offset: a small bank without a mistake would make them grow without end."""

UNDECIDED = Calibration(slope=1.0, offset=0.0, answer=math.inf, choices=0.0, in_scope=0.0)
"""Leaves the chances as they are and answers nothing but what is named by its code."""


@dataclass(frozen=True)
class _Stake:
    """A question with what each decision on it would be worth."""

    chance: float
    in_scope: float
    worths: Mapping[Decision, float]
    settled: bool


def fit_calibration(questions: Sequence[Question], matcher: Matcher) -> Calibration:
    """Return the calibration that serves a matcher best on the questions."""
    undecided = matcher.with_calibration(UNDECIDED)
    raw = [(question, undecided.match(question.text)) for question in questions]
    raw = [(question, match) for question, match in raw if match.candidates]
    slope, offset = fit_chances(
        [
            (match.candidates[0].score, match.candidates[0].entry_id in question.accepted)
            for question, match in raw
            if match.decision is not Decision.ANSWER
        ]
    )
    fitted = replace(UNDECIDED, slope=slope, offset=offset)
    stakes = [_stake(question, match, fitted) for question, match in raw]
    return _best_thresholds(stakes, fitted, MOST_CONFIDENT_WRONG * len(questions))


def fit_chances(points: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Return the slope and offset on log-odds that make chances (0..1) fit what was right."""
    chances = np.clip([chance for chance, _ in points], 1e-4, 1 - 1e-4)
    odds = np.log(chances / (1 - chances))
    right = np.array([1.0 if is_right else -1.0 for _, is_right in points])

    def loss(line: np.ndarray) -> float:
        return float(np.logaddexp(0, -right * (line[0] * odds + line[1])).sum())

    slope, offset = minimize(loss, x0=[1.0, 0.0], bounds=STEEPEST).x
    return round(float(slope), 3), round(float(offset), 3)


def _best_thresholds(
    stakes: Sequence[_Stake], fitted: Calibration, most_wrong: float
) -> Calibration:
    best_total, best = -1.0, replace(fitted, answer=1.0)
    for answer, in_scope, choices in product(reversed(GRID), GRID, GRID):
        if choices > answer:
            continue
        trial = replace(fitted, answer=answer, choices=choices, in_scope=in_scope)
        total = expected_wrong = 0.0
        for stake in stakes:
            decision = trial.decide(stake.chance, stake.in_scope)
            total += stake.worths[decision]
            if decision is Decision.ANSWER and not stake.settled:
                expected_wrong += 1 - stake.chance
        if expected_wrong <= most_wrong and total > best_total:
            best_total, best = total, trial
    return best


def _stake(question: Question, match: Match, fitted: Calibration) -> _Stake:
    """Weigh the decisions. What is named by code is answered whatever the thresholds are."""
    settled = match.by_code or match.decision is Decision.ANSWER
    decisions = [match.decision] * 3 if settled else list(Decision)
    return _Stake(
        chance=fitted.chance(match.candidates[0].score),
        in_scope=match.in_scope,
        worths={
            decision: worth(question, replace(match, decision=made))
            for decision, made in zip(Decision, decisions, strict=True)
        },
        settled=settled,
    )
