"""The few numbers that turn chances into decisions. They are fitted, not chosen by eye.

``wwc-bot learn --bank FILE`` fits them on a bank of labeled questions and keeps them in
``model.json``. The defaults below are near to what the fit gave for the shipped knowledge (a test
says how near); a folder that never was fitted uses them.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields

from bot.matching.match import Decision

LARGEST_ODDS = 50.0
"""Log-odds beyond which a chance is 0 or 1 to any number of digits that is shown."""

EXTREME = 1e-6
"""Raw chances nearer to 0 or 1 are taken for this, since they have no finite odds."""


@dataclass(frozen=True)
class Calibration:
    """Thresholds on calibrated chances, and the calibration itself.

    ``slope`` and ``offset`` map the log-odds of a raw chance to those of being right (Platt 1999).
    ``answer``: from this chance on we stand behind the first family. ``choices``: from this chance
    on we offer to pick, provided that the question is about certification at all, of which the
    chance must be ``in_scope``.
    """

    slope: float = 1.8
    offset: float = 2.5
    answer: float = 0.7
    choices: float = 0.2
    in_scope: float = 0.65

    def chance(self, raw: float) -> float:
        """Return how often we are right when the raw chance is this (both 0..1)."""
        if not EXTREME < raw < 1 - EXTREME:
            raw = EXTREME if raw < 0.5 else 1 - EXTREME
        odds = self.slope * math.log(raw / (1 - raw)) + self.offset
        return 1 / (1 + math.exp(-min(max(odds, -LARGEST_ODDS), LARGEST_ODDS)))

    def chances(self, raw: Iterable[float]) -> list[float]:
        """Return the chance of each of several raw ones."""
        return [self.chance(one) for one in raw]

    def decide(self, chance: float, in_scope: float) -> Decision:
        """Decide by the calibrated chance of the first family and the chance of being in scope.

        What is more likely other business is refused, however clear the entry would be.
        """
        if in_scope < self.in_scope or chance < self.choices:
            return Decision.REFUSE
        if chance >= self.answer:
            return Decision.ANSWER
        return Decision.CHOICES

    def to_numbers(self) -> dict[str, float]:
        """Return the numbers by name, to be kept in a file."""
        return asdict(self)

    @classmethod
    def from_numbers(cls, numbers: Mapping[str, float]) -> "Calibration":
        """Take the numbers that a file has; the others keep their defaults."""
        known = {field.name for field in fields(cls)}
        return cls(**{name: value for name, value in numbers.items() if name in known})
