"""What the asker wants to know: the kind of asking, and the names and numbers in the question."""

from bot.asking.numbers import Number
from bot.asking.wanted import Wanted, WantedReader

__all__ = ["Number", "Wanted", "WantedReader"]
