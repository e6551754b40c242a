"""Adding up the weights of a question's words for all targets at once.

The weights of a feature are packed side by side into one whole number, 32 bits (a lane) for each
target. Multiplying that number multiplies every lane and adding two numbers adds lane by lane, and
both happen inside Python's own arithmetic: for 80 targets it is six times as fast as a loop over
them. The idea is known as SIMD within a register (Lamport, "Multiple byte processing with
full-word instructions", 1975).
"""

import sys
from array import array
from collections.abc import Mapping
from functools import lru_cache
from itertools import islice

from bot.knowledge.learned import HUNDREDTHS, decode
from bot.matching.vectors import Vector

LANE = 4
"""Bytes of a lane."""

MIDDLE = 1 << 31
"""Added to a lane before it is written out, so that it is never below zero. A sum never overflows
its lane either: weights are 100 at most (learned.py), and the 2,700 features that it would take in
a vector of length 1 do not fit into 4,000 characters."""

FINE = 4096
"""Steps in which the values of a vector (0..1) are counted. 256 gave the same decisions on all
978 questions of the bank, 64 changed ten."""

KEPT = 32_000_000
"""Bytes of packed rows that are kept for the next question; a row is packed when it is needed."""


class Rows:
    """The weights of all features, for a fixed number of targets."""

    def __init__(self, weights: Mapping[str, str], targets: int) -> None:
        """Take the weights of each feature, encoded as in the file."""
        self._weights = weights
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

    def prepare(self) -> None:
        """Pack the rows now, as many as are kept."""
        for feature in islice(self._weights, self._most):
            self._packed(feature)

    def _pack(self, feature: str) -> int:
        encoded = self._weights.get(feature)
        if encoded is None:
            return 0
        lanes = self._middles[:]
        for position, weight in zip(*decode(encoded), strict=True):
            lanes[position] += weight
        return int.from_bytes(lanes.tobytes(), sys.byteorder) - self._middle
