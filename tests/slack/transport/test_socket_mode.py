"""The connection to Slack in Socket Mode: it comes back by itself, and never storms Slack."""

import asyncio
import logging
from typing import Any

import pytest
from slack_sdk.http_retry.builtin_interval_calculators import FixedValueRetryIntervalCalculator

from bot.ops.logs import RedactingFormatter
from bot.slack.errors import SlackRefusedError
from bot.slack.runtime import started
from bot.slack.timings import Timings
from tests.slack.bots import OPEN_DATA, engine, health, patient_slack, running, settings_for, until

AT_ONCE = FixedValueRetryIntervalCalculator(0.01)
QUICK = Timings(
    pauses=AT_ONCE,
    reconnect_pauses=AT_ONCE,
    steady_after=0.05,
    ping_interval=0.5,
    check_again=0.01,
    check_fresh=0,
)


class Counted(FixedValueRetryIntervalCalculator):
    """Pauses that are short, and that keep which attempt each was for."""

    def __init__(self) -> None:
        """Pause a hundredth of a second."""
        super().__init__(0.01)
        self.attempts: list[int] = []

    def calculate_sleep_duration(self, current_attempt: int) -> float:
        """Note the attempt."""
        self.attempts.append(current_attempt)
        return super().calculate_sleep_duration(current_attempt)


@pytest.mark.parametrize("how", ["dropped", "silent", "refresh_requested", "warning"])
async def test_a_connection_that_ends_is_replaced(how: Any) -> None:
    """A cut, a silent or a refreshed connection is replaced, and questions are answered again."""
    async with running("socket", timings=QUICK) as bot:
        opened = bot.slack.socket.opened
        if how == "dropped":
            bot.slack.socket.drop()
        elif how == "silent":
            bot.slack.socket.go_silent()
        else:
            await bot.slack.socket.disconnect(how)
        await bot.slack.wait_for(lambda: bot.slack.socket.opened > opened)
        await bot.slack.wait_for(
            lambda: any(not one.silent for one in bot.slack.socket.connections)
        )
        for stale in [one for one in bot.slack.socket.connections if one.silent]:
            bot.slack.socket.connections.remove(stale)
        assert (await bot.delivery.insist(bot.slack.payloads.app_mention(OPEN_DATA))).ok
        await bot.slack.wait_for(bot.posts)
        await until(bot, 200)


REASONS = ["too_many_websockets", "link_disabled", "refresh_requested", "warning", "closed"]


@pytest.mark.parametrize("reason", REASONS)
async def test_a_slack_that_ends_every_connection_is_not_stormed(
    reason: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """Each attempt after hello waits for longer, one warning says why, and /healthz says down."""
    pauses = Counted()
    timings = Timings(reconnect_pauses=pauses, steady_after=60, ping_interval=0.05)
    async with running("socket", timings=timings) as bot:
        bot.slack.socket.turning_away = reason
        bot.slack.socket.drop()
        await bot.slack.wait_for(lambda: len(pauses.attempts) >= 6)
        assert pauses.attempts[:6] == [0, 1, 2, 3, 4, 5]
        assert bot.slack.socket.opened <= len(pauses.attempts) + 1
        assert (await health(bot))[0] == 503
    warnings = [r for r in caplog.records if r.levelno >= logging.WARNING]
    assert len(warnings) == 1
    logged = "\n".join(map(RedactingFormatter().format, caplog.records))
    assert "Traceback" not in logged
    assert len(logged.splitlines()) < 12


async def test_a_connection_that_lived_resets_the_pauses() -> None:
    """One that lasted is replaced at once when it ends, and the next trouble begins anew."""
    pauses = Counted()
    timings = Timings(reconnect_pauses=pauses, steady_after=0.05, ping_interval=0.2)
    async with running("socket", timings=timings) as bot:
        bot.slack.socket.turning_away = "closed"
        bot.slack.socket.drop()
        await bot.slack.wait_for(lambda: len(pauses.attempts) > 2)
        bot.slack.socket.turning_away = None
        await until(bot, 200)  # not before a connection lasted
        before, opened = len(pauses.attempts), bot.slack.socket.opened
        await bot.slack.socket.disconnect("refresh_requested")
        await bot.slack.wait_for(lambda: bot.slack.socket.opened > opened)
        assert len(pauses.attempts) == before
        bot.slack.faults.server_error("link", status=503)
        bot.slack.socket.drop()
        await bot.slack.wait_for(lambda: len(pauses.attempts) > before)
        assert pauses.attempts[before] == 0


@pytest.mark.parametrize("status", [409, 429])
async def test_a_handshake_that_is_put_off_is_tried_again(
    status: int, caplog: pytest.LogCaptureFixture
) -> None:
    """At the start, too: a fresh address for each attempt, one line of log, no stack trace."""
    slack = patient_slack()
    slack.faults.server_error("link", status=status, times=3)
    async with running("socket", slack, timings=QUICK) as bot:
        assert len(slack.calls_to("apps.connections.open")) == 4
        await until(bot, 200)
    (warning,) = [r for r in caplog.records if r.levelno >= logging.WARNING]
    assert str(status) in warning.getMessage()
    assert not [r for r in caplog.records if r.exc_info]


async def test_retry_after_of_a_handshake_is_honored() -> None:
    """A handshake answered 429 with Retry-After is tried again when that time is over."""
    slack = patient_slack()
    slack.faults.rate_limit("link", retry_after=1)
    async with running("socket", slack, timings=QUICK):
        first, second = slack.calls_to("apps.connections.open")
        assert second.at - first.at >= 1


async def test_health_goes_down_with_the_socket() -> None:
    """While Slack takes no connection, /healthz says so; with a lasting one it is fine again."""
    async with running("socket", timings=QUICK) as bot:
        bot.slack.faults.server_error("link", status=503, times=None)
        bot.slack.socket.drop()
        await until(bot, 503)
        bot.slack.faults.clear()
        await until(bot, 200)


async def test_a_wrong_app_token_is_named() -> None:
    """An app-level token that Slack does not accept ends the start with what to do about it."""
    async with patient_slack() as slack:
        wrong = settings_for(slack, "socket", SLACK_APP_TOKEN="xapp-wrong")
        known = engine()
        with pytest.raises(SlackRefusedError, match="SLACK_APP_TOKEN"):
            async with started(wrong, known.catalog, known.matcher, "127.0.0.1", 0):
                pytest.fail("the bot started with a wrong token")


async def test_a_stop_while_waiting_to_reconnect_is_quick() -> None:
    """A bot that waits for its next attempt stops without waiting for it."""
    timings = Timings(reconnect_pauses=FixedValueRetryIntervalCalculator(3600), ping_interval=0.05)
    async with asyncio.timeout(60), running("socket", timings=timings) as bot:
        bot.slack.faults.server_error("link", status=503, times=None)
        bot.slack.socket.drop()
        await until(bot, 503)
