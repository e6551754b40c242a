"""The small pure parts: what is for us, what counts as one delivery, the log."""

import asyncio
import logging
import sys
from contextlib import suppress
from typing import Any

import pytest
from slack_sdk.http_retry.request import HttpRequest
from slack_sdk.http_retry.response import HttpResponse
from slack_sdk.http_retry.state import RetryState

from bot.engine import wants_help
from bot.ops.logs import RedactingFormatter, redact
from bot.slack.client import PutOffRetryHandler
from bot.slack.dedupe import Deduplicator, delivery_key
from bot.slack.messages import is_question
from bot.slack.middleware import KeptAck

MENTION = {"type": "app_mention", "user": "U1", "channel": "C1", "ts": "1.1", "text": "hi"}
MESSAGE = {**MENTION, "type": "message", "channel_type": "channel"}
DIRECT = {**MESSAGE, "channel": "D1", "channel_type": "im"}


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (MENTION, True),
        ({**MENTION, "thread_ts": "1.0"}, True),
        (DIRECT, True),
        ({**DIRECT, "subtype": "file_share"}, True),
        ({**DIRECT, "subtype": "thread_broadcast"}, True),
        ({key: DIRECT[key] for key in DIRECT if key != "channel_type"}, True),
        ({key: MESSAGE[key] for key in MESSAGE if key != "channel_type"}, False),
        ({**MENTION, "channel": None}, False),
        (MESSAGE, False),
        ({**MESSAGE, "channel_type": "mpim"}, False),
        ({**MENTION, "bot_id": "B1"}, False),
        ({**MENTION, "edited": {"user": "U1", "ts": "1.2"}}, False),
        ({**DIRECT, "bot_id": "B1"}, False),
        ({**DIRECT, "subtype": "bot_message"}, False),
        ({**DIRECT, "subtype": "message_changed"}, False),
        ({**DIRECT, "subtype": "message_deleted"}, False),
        ({**DIRECT, "subtype": "channel_join"}, False),
        ({**DIRECT, "user": None}, False),
    ],
)
def test_is_question(event: dict[str, Any], expected: bool) -> None:
    """Mentions and direct messages of people are for us; nothing else is."""
    assert is_question(event) is expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [("", True), (" Help! ", True), ("?", True), ("helpful data", False), ("SE3", False)],
)
def test_wants_help(question: str, expected: bool) -> None:
    """Nothing, a greeting or "help" gets the help."""
    assert wants_help(question) is expected


@pytest.mark.parametrize(
    ("body", "key"),
    [
        ({"event_id": "E1", "event": MENTION}, ("said", "C1", "1.1")),
        ({"event_id": "E2", "event": MESSAGE}, None),
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


SECRETS = ("xoxb-12-34-abc", "xapp-1-A0-99-ff", "xoxe.xoxb-1-aa", "xwfp-7", "T0/12/abcDEF")


@pytest.mark.parametrize(
    "line",
    [
        "token xoxb-12-34-abc refused",
        "Bearer xapp-1-A0-99-ff",
        "xoxe.xoxb-1-aa",
        "xwfp-7",
        "POST https://hooks.slack.com/actions/T0/12/abcDEF failed",
        "wss://wss.slack.com/link/?ticket=9f-secret&app_id=1",
    ],
)
def test_redacted(line: str) -> None:
    """Tokens, tickets and response_urls do not reach the log."""
    made = redact(line)
    assert "[secret]" in made
    assert not any(secret in made for secret in (*SECRETS, "9f-secret"))


def test_exceptions_are_logged_without_their_text() -> None:
    """A traceback shows where, and not what somebody wrote."""
    try:
        raise ValueError("what somebody wrote")
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, "", 0, "failed", (), sys.exc_info())
    made = RedactingFormatter().format(record)
    assert "test_small_parts.py" in made
    assert "ValueError" in made
    assert "somebody wrote" not in made.replace('raise ValueError("what somebody wrote")', "")


def test_an_acknowledgement_stays() -> None:
    """What Bolt takes back after an error is kept."""
    ack = KeptAck()
    assert ack.response is None
    ack.response = "given"  # type: ignore[assignment]
    ack.response = None
    assert ack.response == "given"


@pytest.mark.parametrize(
    ("retry_after", "least"), [("3", 3), ("1.5", 1.5), ("soon", 1), ("Wed, 21 Oct 2026", 1)]
)
def test_a_retry_after_of_any_form_is_waited_for(
    monkeypatch: pytest.MonkeyPatch, retry_after: str, least: float
) -> None:
    """A header that is no whole number of seconds is read as well as it can be."""
    waits: list[float] = []

    async def waited(seconds: float) -> None:
        waits.append(seconds)

    async def wait() -> bool:
        answer = HttpResponse(status_code=429, headers={"Retry-After": retry_after})
        state, request = RetryState(), HttpRequest(method="POST", url="", headers={})
        handler = PutOffRetryHandler(max_retry_count=1)
        await handler.prepare_for_next_attempt_async(state=state, request=request, response=answer)
        return state.next_attempt_requested

    monkeypatch.setattr(asyncio, "sleep", waited)
    assert asyncio.run(wait())
    assert least <= waits[0] <= least + 1
