"""The rules of messages and views: what is refused, and with which error."""

from __future__ import annotations

from typing import Any, Literal

import pytest

from bot.web.local_slack.schema import Json
from bot.web.local_slack.validate import (
    check_message,
    check_view,
)
from tests.web.local_slack.samples import (
    entry,
    modal,
    mrkdwn,
    section,
    words,
)

BAD_MESSAGES: dict[str, tuple[Json, str]] = {
    "nothing": ({}, "no_text"),
    "blocks without text": ({"blocks": [section()]}, "no_text"),
    "40001 characters": ({"text": "x" * 40_001}, "msg_too_long"),
    "bad blocks": ({"text": "a", "blocks": [section("")]}, "invalid_blocks"),
    "much in all": ({"text": "a", "blocks": [section("x" * 2_500)] * 5}, "msg_blocks_too_long"),
    "markdown beside text": ({"text": "a", "markdown_text": "b"}, "markdown_text_conflict"),
    "long markdown": ({"markdown_text": "x" * 12_001}, "msg_too_long"),
}

BAD_VIEWS: dict[str, tuple[Any, Literal["modal", "home"], str]] = {
    "no title": (
        {"type": "modal", "blocks": [section()]},
        "modal",
        "missing required field: title",
    ),
    "long title": (modal(section(), title=words("x" * 25)), "modal", "less than 25"),
    "long submit": (modal(section(), submit=words("x" * 25)), "modal", "less than 25"),
    "long close": (modal(section(), close=words("x" * 25)), "modal", "less than 25"),
    "mrkdwn title": (modal(section(), title=mrkdwn("a")), "modal", "valid enum value"),
    "long callback": (modal(section(), callback_id="x" * 256), "modal", "less than 256"),
    "long metadata": (modal(section(), private_metadata="x" * 3001), "modal", "less than 3001"),
    "no blocks": (modal(), "modal", "no less than 1 items allowed"),
    "input without submit": (modal(entry()), "modal", "must define `submit`"),
    "home as window": ({"type": "home", "blocks": [section()]}, "modal", "unsupported type: home"),
    "home with title": (
        {"type": "home", "title": words("a"), "blocks": [section()]},
        "home",
        "invalid additional property: title",
    ),
    "not an object": ("view", "modal", "an object with a type"),
}


@pytest.mark.parametrize("case", BAD_MESSAGES)
def test_bad_messages_are_refused(case: str) -> None:
    """A message that says nothing, too much or only blocks is refused with Slack's error."""
    message, error = BAD_MESSAGES[case]
    problem = check_message(message)
    assert problem
    assert problem.error == error


@pytest.mark.parametrize("case", BAD_VIEWS)
def test_bad_views_are_refused(case: str) -> None:
    """A view that breaks one rule is refused as invalid_arguments that name the rule."""
    view, surface, words_of_slack = BAD_VIEWS[case]
    problem = check_view(view, surface)
    assert problem
    assert problem.error == "invalid_arguments"
    assert any(words_of_slack in line for line in problem.messages), problem


def test_too_large_a_view_is_refused() -> None:
    """A view of more than 250 kB is refused even if every block is small enough."""
    problem = check_view(modal(*[section("ü" * 3000)] * 100), "modal")
    assert problem
    assert problem.error == "view_too_large"
