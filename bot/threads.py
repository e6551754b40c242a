"""What each conversation spoke of last: ids only, in memory, for a day."""

from collections import OrderedDict
from collections.abc import Callable
from time import monotonic

from bot.answers import Turn

KEPT_SECONDS = 24 * 3600
MOST_THREADS = 10_000
"""Conversations remembered; the one that rested longest is forgotten first."""


class Threads:
    """Remembers the last turn of each conversation. Holds no text that anybody typed."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        """Measure the day by ``clock``, which counts seconds."""
        self._clock = clock
        self._turns: OrderedDict[str, tuple[float, Turn]] = OrderedDict()

    def last(self, thread: str | None) -> Turn | None:
        """Return the last turn of a conversation; None where there is none, or it is a day old."""
        if thread is None or thread not in self._turns:
            return None
        then, turn = self._turns[thread]
        if self._clock() - then > KEPT_SECONDS:
            del self._turns[thread]
            return None
        return turn

    def remember(self, thread: str | None, turn: Turn | None) -> None:
        """Keep the turn of a conversation; nothing changes where there is nothing to keep."""
        if thread is None or turn is None:
            return
        self._turns[thread] = (self._clock(), turn)
        self._turns.move_to_end(thread)
        while len(self._turns) > MOST_THREADS:
            self._turns.popitem(last=False)
