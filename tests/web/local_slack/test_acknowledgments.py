"""The rules of acknowledgments: which answers to a submission or to type-ahead pass."""

from __future__ import annotations

from typing import Any

import pytest

from bot.web.local_slack.acknowledgments import check_options, check_submission
from tests.web.local_slack.samples import (
    entry,
    modal,
    option,
    section,
    words,
)

WINDOW = modal(entry(block_id="q"), submit=words("Go"))
BAD_SUBMISSIONS: dict[str, Any] = {
    "text": "thanks",
    "unknown action": {"response_action": "close"},
    "no view": {"response_action": "update"},
    "bad view": {"response_action": "push", "view": modal()},
    "no errors": {"response_action": "errors", "errors": {}},
    "error elsewhere": {"response_action": "errors", "errors": {"other": "Please"}},
    "error without words": {"response_action": "errors", "errors": {"q": ""}},
    "clear with view": {"response_action": "clear", "view": WINDOW},
}
GOOD_SUBMISSIONS: dict[str, Any] = {
    "nothing": None,
    "errors": {"response_action": "errors", "errors": {"q": "Please ask something"}},
    "update": {"response_action": "update", "view": modal(section())},
    "clear": {"response_action": "clear"},
}
OPTIONS: dict[str, tuple[Any, bool]] = {
    "options": ({"options": [option()]}, True),
    "none found": ({"options": []}, True),
    "groups": ({"option_groups": [{"label": words("2018"), "options": [option()]}]}, True),
    "nothing": (None, False),
    "101": ({"options": [option()] * 101}, False),
    "both": ({"options": [], "option_groups": []}, False),
    "long value": ({"options": [option(value="x" * 151)]}, False),
}


@pytest.mark.parametrize("case", GOOD_SUBMISSIONS)
def test_good_answers_to_a_submission_pass(case: str) -> None:
    """A submitted window may be closed, changed, stacked, cleared or given errors."""
    assert check_submission(GOOD_SUBMISSIONS[case], WINDOW) is None


@pytest.mark.parametrize("case", BAD_SUBMISSIONS)
def test_bad_answers_to_a_submission_are_refused(case: str) -> None:
    """Any other answer to a submitted window is refused."""
    assert check_submission(BAD_SUBMISSIONS[case], WINDOW) is not None


@pytest.mark.parametrize("case", OPTIONS)
def test_answers_to_type_ahead_are_judged(case: str) -> None:
    """Type-ahead takes options or groups of options, a hundred at most."""
    body, good = OPTIONS[case]
    assert (check_options(body) is None) == good
