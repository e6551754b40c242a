"""What counts as one delivery, and how long it is remembered."""

from contextlib import suppress
from typing import Any

import pytest

from bot.slack.dedupe import Deduplicator, delivery_key

MENTION = {"type": "app_mention", "user": "U1", "channel": "C1", "ts": "1.1", "text": "hi"}
DIRECT = {**MENTION, "type": "message", "channel": "D1", "channel_type": "im"}


@pytest.mark.parametrize(
    ("body", "key"),
    [
        ({"event_id": "E1", "event": MENTION}, ("said", "C1", "1.1")),
        ({"event_id": "E3", "event": DIRECT}, ("said", "D1", "1.1")),
        ({"event_id": "E4", "event": {"type": "app_home_opened"}}, ("event", "E4")),
        (
            {
                "event_id": "E5",
                "event": {"type": "function_executed", "function_execution_id": "F"},
            },
            ("step", "F"),
        ),
        ({"command": "/wwc", "trigger_id": "1.2"}, ("trigger", "1.2")),
        ({"type": "block_actions", "trigger_id": "1.3"}, ("trigger", "1.3")),
        ({"type": "block_suggestion", "trigger_id": "1.4"}, None),
        ({"type": "url_verification"}, None),
    ],
)
def test_delivery_key(body: dict[str, Any], key: tuple[str, ...] | None) -> None:
    """Copies share a key; what is not for us has none, so that it cannot silence a twin."""
    assert delivery_key(body) == key


def test_delivered_forgets_after_its_time_and_beyond_its_size() -> None:
    """A claim holds for its time; the memory never grows beyond its size."""
    now = [0.0]
    one = Deduplicator(seconds=10, most=3, clock=lambda: now[0])
    assert one.claim(("a",))
    assert not one.claim(("a",))
    one.release(("a",))
    assert one.claim(("a",))
    now[0] = 10.0
    assert one.claim(("a",))
    for name in "bcdefg":
        assert one.claim((name,))
        assert len(one) <= 3


@pytest.mark.parametrize(
    ("error", "free"), [(ValueError(), True), (TimeoutError(), False), (None, False)]
)
def test_what_certainly_failed_may_be_done_again(error: Exception | None, free: bool) -> None:
    """Done or perhaps done is done; a certain failure lets the next one try."""
    one = Deduplicator()
    with suppress(ValueError, TimeoutError), one.once(("share",)) as first:
        assert first
        with one.once(("share",)) as second:
            assert not second
        if error:
            raise error
    assert one.claim(("share",)) is free
