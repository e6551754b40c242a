"""Adding up the weights of a question's words for all targets at once.

The weights of a feature are packed side by side into one whole number, 32 bits (a lane) for each
target. Multiplying that number multiplies every lane and adding two numbers adds lane by lane, and
both happen inside Python's own arithmetic: for 80 targets it is six times as fast as a loop over
them. The idea is known as SIMD within a register (Lamport, "Multiple byte processing with
full-word instructions", 1975).
"""

import math
import sys
from array import array
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import islice

from bot.knowledge.learned import HUNDREDTHS, decode
from bot.matching.reading import Token
from bot.matching.vectors import UNKNOWN_IDF, weigh

LANE = 4
"""Bytes of a lane."""

MIDDLE = 1 << 31
"""Added to a lane before it is written out, so that it is never below zero. Nothing overflows: all
features of the shipped knowledge together would fill a lane to a thirtieth."""

FINE = 64
"""Steps to one in which the weights of a vector (idf, about 1 to 9) are counted."""

KEPT = 32_000_000
"""Bytes of packed rows that are kept for the next question; a row is packed when it is needed."""


class Rows:
    """The weights of all features, for a fixed number of targets."""

    def __init__(self, weights: Mapping[str, str], idf: Mapping[str, float], targets: int) -> None:
        """Take the weights of each feature, encoded as in the file, and how telling each is."""
        self._weights, self._idf = weights, idf
        self._middles = array("I", [MIDDLE]) * targets
        self._middle = int.from_bytes(self._middles.tobytes(), sys.byteorder)
        self._most = KEPT // (2 * LANE * targets + 1)
        self._row = lru_cache(self._most)(self._pack)

    def add_up(self, tokens: Iterable[Token]) -> list[float]:
        """Return the score of each target; 0 means no evidence.

        It is the product of the tokens' vector (vectors.py) with the target's weights.
        """
        counts: dict[str, int] = {}
        square = 0.0
        for token in tokens:
            for feature in token.features:
                counts[feature] = counts.get(feature, 0) + 1
            if token.features[0] not in self._idf:
                square += UNKNOWN_IDF**2
        total = self._middle
        for feature, count in counts.items():
            plain, weighed, weight = self._row(feature)
            if count == 1:
                total += weighed
            else:
                weight = weigh(weight, count)
                total += plain * round(weight * FINE)
            square += weight * weight
        lanes = array("I")
        lanes.frombytes(total.to_bytes(LANE * len(self._middles), sys.byteorder))
        middle, scale = MIDDLE, HUNDREDTHS * FINE * math.sqrt(square or 1)
        return [(lane - middle) / scale for lane in lanes]

    def support(self, feature: str, target: int) -> float:
        """Return what a feature adds to the score of a target, before the vector has length 1."""
        lane = target if sys.byteorder == "little" else len(self._middles) - 1 - target
        shifted = (self._row(feature)[1] + self._middle) >> (8 * LANE * lane)
        return ((shifted & 2 * MIDDLE - 1) - MIDDLE) / (HUNDREDTHS * FINE)

    def prepare(self) -> None:
        """Pack the rows now, as many as are kept."""
        for feature in islice(self._weights, self._most):
            self._row(feature)

    def _pack(self, feature: str) -> tuple[int, int, float]:
        """Return the row of a feature as it is and times its idf, and the idf."""
        lanes = self._middles[:]
        for position, value in zip(*decode(self._weights.get(feature, "")), strict=True):
            lanes[position] += value
        row = int.from_bytes(lanes.tobytes(), sys.byteorder) - self._middle
        idf = self._idf.get(feature, 0.0)
        return row, row * round(idf * FINE), idf
