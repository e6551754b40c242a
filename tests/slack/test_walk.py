"""How far a reader has to walk after a mention in HTTP mode, from the request to the posted page."""

import sys
from itertools import pairwise
from pathlib import Path
from types import FrameType
from typing import Any

import bot as package
from tests.slack.bots import OPEN_DATA, running

ROOT = Path(package.__file__).parent
TRANSPORT = (
    "ops/",
    "slack/transport/",
    "slack/app.py",
    "slack/auth.py",
    "slack/bolt_workarounds.py",
    "slack/client.py",
    "slack/dedupe.py",
    "slack/errors.py",
    "slack/messages.py",
    "slack/middleware.py",
    "slack/posting.py",
    "slack/runtime.py",
)


async def files_passed() -> list[str]:
    """Ask a question over HTTP; return the file of each function called for it, in order."""
    passed: list[str] = []

    def note(frame: FrameType, event: str, _: Any) -> None:
        path = Path(frame.f_code.co_filename)
        if event == "call" and path.is_relative_to(ROOT) and path.name != "__init__.py":
            passed.append(path.relative_to(ROOT).as_posix())

    async with running("http") as bot:
        sys.setprofile(note)
        try:
            await bot.delivery.event(bot.slack.payloads.app_mention(OPEN_DATA))
            await bot.slack.wait_for(bot.posts)
        finally:
            sys.setprofile(None)
    return [name for name in passed if not name.startswith("web/")]


def jumps(names: list[str]) -> int:
    """Count how often the next function is in another file."""
    return sum(one != other for one, other in pairwise(names))


async def test_the_way_through_the_transport_is_short() -> None:
    """Ten files and twenty jumps at most lie between Slack and the listener, both ways."""
    passed = [name for name in await files_passed() if name.startswith(TRANSPORT)]
    assert "slack/transport/http.py" in passed
    assert "slack/posting.py" in passed
    assert len(set(passed)) <= 10, sorted(set(passed))
    assert jumps(passed) <= 20, passed
