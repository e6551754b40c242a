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

from bot.matching import Calibration, Decision, Match, Matcher
from bot.training.questions import Question
from bot.training.score import worth

MOST_CONFIDENT_WRONG = 0.04
"""Share of all questions that may be answered wrongly: what the bot promises at most."""

GRID = tuple(step / 20 for step in range(1, 20))
"""Thresholds that are tried; finer steps only follow the noise of a few hundred questions."""

STEPS = 400
"""Gradient steps for two numbers; it is flat after about 200."""


@dataclass(frozen=True)
class _Stake:
    """A question with what each decision on it would be worth."""

    chance: float
    in_scope: float
    worths: Mapping[Decision, float]
    named_by_code: bool


def fit(questions: Sequence[Question], matcher: Matcher) -> Calibration:
    """Return the calibration that serves a matcher best on the questions."""
    plain = Calibration(slope=1.0, offset=0.0, answer=0.0, choices=0.0, in_scope=0.0)
    raw = [matcher.with_calibration(plain).match(question.text) for question in questions]
    slope, offset = _fit_chances(questions, raw)
    fitted = replace(plain, slope=slope, offset=offset)
    stakes = [_stake(q, m, fitted) for q, m in zip(questions, raw, strict=True) if m.candidates]
    most_wrong = MOST_CONFIDENT_WRONG * len(questions)
    best_total, best = -1.0, replace(fitted, answer=1.0)
    for in_scope, answer, choices in product(GRID, GRID, GRID):
        trial = replace(fitted, answer=answer, choices=choices, in_scope=in_scope)
        if choices > answer:
            continue
        total = expected_wrong = 0.0
        for stake in stakes:
            decision = trial.decide(stake.chance, stake.in_scope)
            total += stake.worths[decision]
            if decision is Decision.ANSWER and not stake.named_by_code:
                expected_wrong += 1 - stake.chance
        if expected_wrong <= most_wrong and total > best_total:
            best_total, best = total, trial
    return best


def _stake(question: Question, match: Match, fitted: Calibration) -> _Stake:
    """Weigh the decisions. A criterion named by code is answered whatever the thresholds are."""
    decisions = [match.decision] * 3 if match.by_code else list(Decision)
    return _Stake(
        chance=fitted.chance(match.candidates[0].score),
        in_scope=match.in_scope,
        worths={
            decision: worth(question, replace(match, decision=made))
            for decision, made in zip(Decision, decisions, strict=True)
        },
        named_by_code=match.by_code,
    )


def _fit_chances(questions: Sequence[Question], raw: Sequence[Match]) -> tuple[float, float]:
    """Fit slope and offset by gradient descent on the log loss of the first entry being right."""
    points = []
    for question, match in zip(questions, raw, strict=True):
        if match.candidates and not match.by_code:
            chance = min(max(match.candidates[0].score, 1e-4), 1 - 1e-4)
            right = float(match.candidates[0].entry_id in question.accepted)
            points.append((math.log(chance / (1 - chance)), right))
    slope, offset = 1.0, 0.0
    for _ in range(STEPS):
        toward_slope = toward_offset = 0.0
        for odds, is_right in points:
            error = is_right - 1 / (1 + math.exp(-(slope * odds + offset)))
            toward_slope += error * odds
            toward_offset += error
        slope += 0.5 * toward_slope / len(points)
        offset += 0.5 * toward_offset / len(points)
    return round(slope, 3), round(offset, 3)
