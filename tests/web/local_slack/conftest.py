"""A fresh local Slack for each test that wants one."""

from collections.abc import AsyncIterator

import pytest

from bot.web.local_slack import LocalSlack
from tests.web.local_slack.staging import patient_slack


@pytest.fixture
async def slack() -> AsyncIterator[LocalSlack]:
    """A local Slack with a clock that stands still."""
    async with patient_slack() as started:
        yield started
