"""One question, one answer: what has been taken in hand is remembered and not taken again.

Slack re-sends an event until it is acknowledged (at once, after a minute, after five minutes:
https://docs.slack.dev/apis/events-api/#retries), a reconnecting socket may see it again, and one
mention can arrive as ``app_mention`` and as ``message``. All of these count as one delivery.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from bot.slack.errors import uncertain
from bot.slack.messages import SPOKEN

REMEMBERED_FOR = 2 * 60 * 60.0
"""Seconds: well beyond Slack's last retry, also when our side was slow for an hour."""

REMEMBERED = 20_000
"""Deliveries kept at most; beyond that the oldest go, so that memory stays small."""

Key = tuple[str, ...]


class Deduplicator:
    """A bounded memory of deliveries; of concurrent copies only one wins the ``claim``."""

    def __init__(
        self,
        seconds: float = REMEMBERED_FOR,
        most: int = REMEMBERED,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Start with nothing remembered."""
        self._seconds, self._most, self._clock = seconds, most, clock
        self._claimed: OrderedDict[Key, float] = OrderedDict()

    def claim(self, key: Key) -> bool:
        """Take a delivery in hand; False when somebody has it already."""
        now = self._clock()
        while self._claimed and next(iter(self._claimed.values())) <= now - self._seconds:
            self._claimed.popitem(last=False)
        if key in self._claimed:
            return False
        if len(self._claimed) >= self._most:
            self._claimed.popitem(last=False)
        self._claimed[key] = now
        return True

    def release(self, key: Key) -> None:
        """Let go of a delivery that certainly came to nothing, so that a copy may be answered."""
        self._claimed.pop(key, None)

    @contextmanager
    def once(self, key: Key) -> Iterator[bool]:
        """Yield whether we are the first to do something; failing certainly lets it go again."""
        first = self.claim(key)
        try:
            yield first
        except Exception as error:  # whatever failed is raised again
            if first and not uncertain(error):
                self.release(key)
            raise

    def __len__(self) -> int:
        """Return how many deliveries are remembered."""
        return len(self._claimed)


def delivery_key(body: Mapping[str, Any]) -> Key | None:
    """Return what makes two payloads copies of one delivery; None where copies do no harm.

    Questions go by where and when they were said, which their twin events share (so ask this only
    of what is for us, or a ``message`` that we leave alone silences its ``app_mention`` twin);
    other events by ``event_id``; commands and clicks by ``trigger_id``, which is new for each.
    """
    event = body.get("event")
    if isinstance(event, dict):
        if event.get("type") in SPOKEN:
            return ("said", str(event.get("channel")), str(event.get("ts")))
        if event.get("type") == "function_executed":
            return ("step", str(event.get("function_execution_id")))
        return ("event", str(body["event_id"])) if body.get("event_id") else None
    if body.get("type") == "block_suggestion" or not body.get("trigger_id"):
        return None
    return ("trigger", str(body["trigger_id"]))
