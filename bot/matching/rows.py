"""Adding up the weights of a question's words for all targets at once.

The weights of a feature are packed side by side into one whole number, 32 bits (a lane) for each
target. Multiplying that number multiplies every lane and adding two numbers adds lane by lane, and
both happen inside Python's own arithmetic: for 80 targets it is six times as fast as a loop over
them. The idea is known as SIMD within a register (Lamport, "Multiple byte processing with
full-word instructions", 1975).
"""

import sys
from array import array
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import islice

from bot.knowledge.learned import HUNDREDTHS
from bot.matching.vectors import Vector

Posting = tuple["array[int]", "array[float]"]
"""Positions of targets, rising, and the weight for each in hundredths, as kept in the file."""

LANE = 4
"""Bytes of a lane."""

MIDDLE = 1 << 31
"""Added to a lane before it is written out, so that it is never below zero."""

FINE = 4096
"""Steps in which the values of a vector (0..1) are counted. 256 gave the same decisions on all
978 questions of the bank, 64 changed ten."""

LARGEST = 100 * HUNDREDTHS
"""Weights beyond are cut, so that a vector of length 1 with 2,700 features cannot overflow a lane;
4,000 characters have fewer, and the largest weight learned so far is 12."""

KEPT = 32_000_000
"""Bytes of packed rows that are kept for the next question; a row is packed when it is needed."""


class Rows:
    """The weights of all features, for a fixed number of targets."""

    def __init__(self, posting_of: Callable[[str], Posting | None], targets: int) -> None:
        """Take a function that gives the weights of a feature, or None for an unknown one."""
        self._posting_of = posting_of
        self._middles = array("I", [MIDDLE]) * targets
        self._middle = int.from_bytes(self._middles.tobytes(), sys.byteorder)
        self._most = KEPT // (LANE * targets + 1)
        self._packed = lru_cache(self._most)(self._pack)

    def add_up(self, vector: Vector) -> list[float]:
        """Return the score of each target: the sum of value times weight; 0 means no evidence."""
        total = self._middle
        for feature, value in vector:
            total += self._packed(feature) * round(value * FINE)
        lanes = array("I")
        lanes.frombytes(total.to_bytes(LANE * len(self._middles), sys.byteorder))
        return [(lane - MIDDLE) / (HUNDREDTHS * FINE) for lane in lanes]

    def weight(self, feature: str, target: int) -> float:
        """Return the weight of one feature for one target; 0 for an unknown feature."""
        lane = target if sys.byteorder == "little" else len(self._middles) - 1 - target
        shifted = (self._packed(feature) + self._middle) >> (8 * LANE * lane)
        return ((shifted & 2 * MIDDLE - 1) - MIDDLE) / HUNDREDTHS

    def prepare(self, features: Iterable[str]) -> None:
        """Pack the rows of these features now, as many as are kept."""
        for feature in islice(features, self._most):
            self._packed(feature)

    def _pack(self, feature: str) -> int:
        posting = self._posting_of(feature)
        if posting is None:
            return 0
        lanes = self._middles[:]
        for position, weight in zip(*posting, strict=True):
            lanes[position] += round(min(max(weight, -LARGEST), LARGEST))
        return int.from_bytes(lanes.tobytes(), sys.byteorder) - self._middle
