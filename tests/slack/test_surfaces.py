"""Where somebody is when they click or type, read from Slack's payloads."""

from typing import Any

import pytest

from bot.slack.surfaces import Home, Message, Modal, Surface, surface_of

CLICK = {"user": {"id": "U1"}, "trigger_id": "T1"}
MODAL = {"type": "modal", "id": "V1", "hash": "H1", "previous_view_id": None}


@pytest.mark.parametrize(
    ("body", "surface"),
    [
        (
            {
                **CLICK,
                "channel": {"id": "C1"},
                "response_url": "https://r.example",
                "container": {"message_ts": "1.2", "thread_ts": "1.1", "is_ephemeral": True},
            },
            Message("U1", "C1", "1.2", "1.1", private=True, response_url="https://r.example"),
        ),
        (
            {
                **CLICK,
                "channel": {"id": "C1"},
                "response_url": "https://r.example",
                "message": {"ts": "1.2"},
            },
            Message("U1", "C1", "1.2", None, private=False, response_url="https://r.example"),
        ),
        (
            {"user_id": "U1", "channel_id": "C1", "response_url": "https://r.example"},
            Message("U1", "C1", "", None, private=False, response_url="https://r.example"),
        ),
        (CLICK, Message("U1", "", "", None, private=False, response_url="")),
        ({**CLICK, "view": MODAL}, Modal("V1", "H1", "T1", stacked=False)),
        (
            {**CLICK, "view": {**MODAL, "previous_view_id": "V0"}},
            Modal("V1", "H1", "T1", stacked=True),
        ),
        ({**CLICK, "view": {"type": "home", "id": "V2"}}, Home("U1")),
    ],
)
def test_surface_of(body: dict[str, Any], surface: Surface) -> None:
    """A click beside a message, a command, a shortcut, a window and the Home tab are told apart."""
    assert surface_of(body) == surface
