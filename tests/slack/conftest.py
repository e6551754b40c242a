"""Fixtures of the Slack tests: a running bot in both modes, connected to a local Slack."""

from collections.abc import AsyncIterator

import pytest

from tests.slack.bots import MODES, Bot, running


@pytest.fixture(params=MODES)
def mode(request: pytest.FixtureRequest) -> str:
    """How Slack and the bot talk: ``socket`` or ``http``. A test that takes it runs in both."""
    return str(request.param)


@pytest.fixture
async def bot(mode: str) -> AsyncIterator[Bot]:
    """A bot in each mode; at the end its Slack must have nothing to complain about."""
    async with running(mode) as started:
        yield started
