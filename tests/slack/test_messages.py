"""What is addressed to us, and what is only a wish for help."""

from typing import Any

import pytest

from bot.engine import wants_help
from bot.slack.messages import conversation_of, is_question

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
    ("event", "expected"),
    [
        (MENTION, ("C1:1.1", None)),
        ({**MENTION, "thread_ts": "1.0"}, ("C1:1.0", None)),
        (DIRECT, ("D1", "D1:1.1")),
        ({**DIRECT, "thread_ts": "1.0"}, ("D1:1.0", "D1")),
    ],
)
def test_conversation_of(event: dict[str, Any], expected: tuple[str, str | None]) -> None:
    """A thread is a conversation; direct messages go on below our answer or as a new message."""
    assert conversation_of(event) == expected
