"""The log: one line a record, no secrets, nothing that people wrote."""

import logging
import sys

import pytest

from bot.ops.logs import RedactingFormatter, redact

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
    assert "test_logs.py" in made
    assert "ValueError" in made
    assert "somebody wrote" not in made.replace('raise ValueError("what somebody wrote")', "")


def test_a_record_is_one_line() -> None:
    """Line ends and escape codes in what is logged stay visible and begin no line of their own."""
    forged = "ok\n2026-11-25 ERROR bot: forged\r\x1b[31mred\u2028x"
    record = logging.LogRecord("x", logging.INFO, "", 0, "vote %s", (forged,), None)
    made = RedactingFormatter().format(record)
    assert len(made.splitlines()) == 1
    assert "\x1b" not in made
