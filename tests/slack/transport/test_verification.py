"""What an HTTP request must be: shape, time, signature, replay, and only then its body."""

import hashlib
import hmac
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.errors import RequestRefusedError
from bot.slack.transport.verification import (
    FORM,
    JSON,
    MAX_BODY,
    Verifier,
    is_certificate_check,
    read_form,
)

CLICK = b"payload=%7B%22type%22%3A+%22shortcut%22%7D"
NOW = 1_795_000_000.0


def verifier(now: float = NOW) -> Verifier:
    """Make a verifier whose clock stands still."""
    return Verifier("secret", clock=lambda: now)


def signed(body: bytes, timestamp: str = str(int(NOW)), **more: str) -> dict[str, str]:
    """Sign a body."""
    base = b"v0:" + timestamp.encode() + b":" + body
    signature = "v0=" + hmac.new(b"secret", base, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": signature, **more}


@pytest.mark.parametrize(
    ("body", "content_type", "payload"),
    [
        (b'{"type": "event_callback"}', JSON, {"type": "event_callback"}),
        (b"command=%2Fwwc&text=what+is+a+payload", FORM, {"text": "what is a payload"}),
        (CLICK, FORM, {"type": "shortcut"}),
    ],
)
def test_honest_requests(body: bytes, content_type: str, payload: dict[str, str]) -> None:
    """Events, commands and interactions are read; what they say is JSON."""
    said = json.loads(verifier().admit("POST", content_type, signed(body), body))
    assert payload.items() <= said.items()


@pytest.mark.parametrize(
    ("status", "method", "content_type", "headers", "body"),
    [
        (405, "GET", JSON, {}, b""),
        (405, "PUT", JSON, signed(b"{}"), b"{}"),
        (415, "POST", "text/plain", signed(b"{}"), b"{}"),
        (413, "POST", JSON, {}, b"x" * (MAX_BODY + 1)),
        (401, "POST", JSON, {}, b"{}"),
        (401, "POST", JSON, signed(b"{}", "soon"), b"{}"),
        (401, "POST", JSON, signed(b"{}", "١٢٣"), b"{}"),
        (401, "POST", JSON, signed(b"{}", "1e9"), b"{}"),
        (401, "POST", JSON, signed(b"{}", "-1"), b"{}"),
        (401, "POST", JSON, signed(b"{}", "9" * 400), b"{}"),
        (401, "POST", JSON, signed(b"{}", str(int(NOW) - 301)), b"{}"),
        (401, "POST", JSON, signed(b"{}", str(int(NOW) + 301)), b"{}"),
        (401, "POST", JSON, signed(b"{}"), b"{ }"),
        (401, "POST", JSON, {**signed(b"{}"), "X-Slack-Signature": "v0=é"}, b"{}"),
        (401, "POST", JSON, {**signed(b"{}"), "X-Slack-Signature": ""}, b"{}"),
        (400, "POST", JSON, signed(b""), b""),
        (400, "POST", JSON, signed(b"\xff\xfe"), b"\xff\xfe"),
        (400, "POST", FORM, signed(b"payload="), b"payload="),
        (400, "POST", FORM, signed(b"a=b"), b"a=b"),
        (400, "POST", FORM, signed(b"\xff=1"), b"\xff=1"),
    ],
)
def test_refusals(
    status: int, method: str, content_type: str, headers: dict[str, str], body: bytes
) -> None:
    """Each kind of bad request has its status."""
    with pytest.raises(RequestRefusedError) as refusal:
        verifier().admit(method, content_type, headers, body)
    assert refusal.value.status == status


def test_time_and_signature_are_told_apart_within_a_second() -> None:
    """A request of five minutes ago is on time for the whole second; its secret is not doubted."""
    early = signed(b"{}", str(int(NOW) - 300))
    assert verifier(NOW + 0.5).admit("POST", JSON, early, b"{}") == "{}"


def test_a_replay_is_refused_and_a_retry_is_not() -> None:
    """The same signed request passes once; with Slack's retry header it is left to the claims."""
    one = verifier()
    one.admit("POST", JSON, signed(b"{}"), b"{}")
    with pytest.raises(RequestRefusedError):
        one.admit("POST", JSON, signed(b"{}"), b"{}")
    retry = signed(b"{}", **{"X-Slack-Retry-Num": "1"})
    assert one.admit("POST", JSON, retry, b"{}") == "{}"


@pytest.mark.parametrize(
    ("content_type", "body", "number"), [(JSON, b"{}", "0"), (JSON, b"{}", "x"), (FORM, CLICK, "1")]
)
def test_only_events_are_retried(content_type: str, body: bytes, number: str) -> None:
    """A header that Slack does not sign does not make a replayed click or command pass."""
    one = verifier()
    one.admit("POST", content_type, signed(body), body)
    with pytest.raises(RequestRefusedError):
        one.admit("POST", content_type, signed(body, **{"X-Slack-Retry-Num": number}), body)


@pytest.mark.parametrize(
    ("headers", "body", "reason"),
    [
        ({}, b"{}", "no signature"),
        (signed(b"{}"), b"{ }", "signature does not fit"),
        (signed(b"{}", str(int(NOW) - 3600)), b"{}", "3600 seconds"),
    ],
)
def test_the_log_tells_a_wrong_clock_from_a_wrong_secret(
    headers: dict[str, str], body: bytes, reason: str
) -> None:
    """What the sender is told gives nothing away; what the bot's owner reads says what to look at."""
    with pytest.raises(RequestRefusedError) as refusal:
        verifier().admit("POST", JSON, headers, body)
    assert refusal.value.error == "invalid_request"
    assert reason in refusal.value.reason


def test_a_wrong_secret_is_warned_of_once(caplog: pytest.LogCaptureFixture) -> None:
    """When the first signature does not fit, the log says what is wrong; later ones are strangers'."""
    wrong, right = Verifier("other", clock=lambda: NOW), verifier()
    right.admit("POST", JSON, signed(b"{}"), b"{}")
    for one in (right, wrong, wrong):
        with pytest.raises(RequestRefusedError):
            one.admit("POST", JSON, signed(b"[]", str(int(NOW) - 1)), b"[ ]")
    (warning,) = caplog.records
    assert "SLACK_SIGNING_SECRET" in warning.getMessage()


@given(st.text(max_size=300))
def test_any_form_is_read_or_is_nothing(text: str) -> None:
    """No text makes the reader fail."""
    assert isinstance(read_form(text), str)


@pytest.mark.parametrize(
    ("content_type", "body", "expected"),
    [
        (FORM, b"ssl_check=1&token=x", True),
        (FORM, b"ssl_check=1", True),
        (FORM, b"command=%2Fwwc&text=ssl_check", False),
        (FORM, b"ssl_check=1&x=" + b"x" * 1000, False),
        (FORM, b"\xff", False),
        (JSON, b"ssl_check=1", False),
    ],
)
def test_certificate_checks(content_type: str, body: bytes, expected: bool) -> None:
    """A form with ssl_check and little else is Slack looking at our certificate."""
    assert is_certificate_check(content_type, body) is expected
