"""Being accepted by Slack: what is waited for, what is given up, and what /healthz learns."""

import asyncio
import logging

import pytest
from slack_sdk.http_retry.builtin_interval_calculators import FixedValueRetryIntervalCalculator

from bot.slack.errors import REFUSALS, SlackRefusedError
from bot.slack.runtime import started
from bot.slack.timings import Timings
from tests.slack.bots import Bot, engine, health, patient_slack, running, settings_for, until

AT_ONCE = FixedValueRetryIntervalCalculator(0.01)
QUICK = Timings(pauses=AT_ONCE, reconnect_pauses=AT_ONCE)
PASSING = [
    "team_added_to_org",
    "org_login_required",
    "team_access_not_granted",
    "accesslimited",
    "ratelimited",
    "internal_error",
    "fatal_error",
    "service_unavailable",
    "request_timeout",
    "a_code_of_next_year",
]


@pytest.mark.parametrize("code", PASSING)
async def test_a_passing_state_at_the_start_is_waited_for(
    code: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever gets better by itself delays the start; the log names it once for each call."""
    slack = patient_slack()
    slack.faults.error(code, "auth.test", times=3)
    slack.faults.error(code, "apps.connections.open", times=3)
    async with running("socket", slack, timings=QUICK) as bot:
        assert (await health(bot))[0] == 200
    warnings = [r.getMessage() for r in caplog.records if r.levelno >= logging.WARNING]
    assert len(warnings) == 2
    assert all(code in warning for warning in warnings)


async def test_retry_after_is_honored_at_the_start() -> None:
    """A Slack that is asked too often is asked again when it said so."""
    slack = patient_slack()
    slack.faults.rate_limit("auth.test", retry_after=1)
    async with running("http", slack, timings=QUICK):
        first, second = slack.calls_to("auth.test")[:2]
        assert second.at - first.at >= 1


@pytest.mark.parametrize("code", sorted(REFUSALS))
async def test_what_cannot_get_better_ends_the_start(code: str, mode: str) -> None:
    """A token that Slack refuses for good ends the start with what to do about it."""
    async with patient_slack() as slack:
        slack.faults.error(code, "auth.test")
        settings, known = settings_for(slack, mode), engine()
        with pytest.raises(SlackRefusedError, match=rf"{code}.*SLACK_BOT_TOKEN"):
            async with started(settings, known.catalog, known.matcher, "127.0.0.1", 0):
                pytest.fail("the bot started with a wrong token")


@pytest.mark.parametrize("status", [200, 403, 502, 503])
@pytest.mark.parametrize(
    ("body", "sort"),
    [
        ("upstream connect error", "text/plain"),
        ('{"ok":fal', "application/json"),
        ("[1]", "application/json"),
        ("<p>", "text/html"),
    ],
)
async def test_an_unreadable_slack_at_the_start_is_waited_for(
    status: int, body: str, sort: str
) -> None:
    """Whatever stands between us and Slack may answer at the start; the bot comes up by itself."""
    slack = patient_slack()
    for method in ("auth.test", "apps.connections.open"):
        slack.faults.garble(method, status=status, body=body, sort=sort, times=2)
    async with running("socket", slack, timings=QUICK) as bot:
        assert (await health(bot))[0] == 200


async def test_no_slack_at_all_is_said_with_host_and_cause(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The first attempt that fails says in a sentence which host cannot be reached, and why."""
    async with patient_slack() as slack:
        gone = slack.url.removeprefix("http://")
        settings = settings_for(slack, "http")
    known = engine()

    async def start() -> None:
        async with started(settings, known.catalog, known.matcher, "127.0.0.1", 0, QUICK):
            pytest.fail("the bot started without Slack")

    starting = asyncio.create_task(start())
    while not any(r.levelno >= logging.WARNING for r in caplog.records):
        await asyncio.sleep(0.01)
    starting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await starting
    (warning,) = [r.getMessage() for r in caplog.records if r.levelno >= logging.WARNING]
    assert gone in warning
    assert "cannot be reached" in warning


async def test_health_notices_a_revoked_token_by_itself(mode: str) -> None:
    """Without any request, /healthz goes down when the token is revoked, and up again."""
    async with running(mode, timings=Timings(check_fresh=0)) as bot:
        await until(bot, 200)
        bot.slack.faults.revoke_token()
        await until(bot, 503)
        bot.slack.faults.restore_token()
        await until(bot, 200)


async def test_the_log_notices_a_revoked_token_by_itself(caplog: pytest.LogCaptureFixture) -> None:
    """Without any request, and nobody at /healthz, the log says once what to do."""
    timings = Timings(check_every=0.01, check_fresh=0)
    async with running("socket", timings=timings) as bot:
        bot.slack.faults.revoke_token("token_expired")
        asked = len(bot.slack.calls_to("auth.test"))
        await bot.slack.wait_for(lambda: len(bot.slack.calls_to("auth.test")) > asked + 5)
        bot.slack.faults.restore_token()
    (error,) = [r.getMessage() for r in caplog.records if r.levelno == logging.ERROR]
    assert "token_expired" in error
    assert "SLACK_BOT_TOKEN" in error


async def test_slack_is_not_asked_again_while_its_answer_is_fresh(bot: Bot) -> None:
    """However often somebody asks /healthz, Slack is not asked again for some seconds."""
    before = len(bot.slack.calls_to("auth.test"))
    for _ in range(20):
        await health(bot)
    assert len(bot.slack.calls_to("auth.test")) <= before + 1


async def test_a_slack_without_an_answer_is_asked_again_soon(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A check that gets no answer is said once, and repeated sooner than in a minute."""
    timings = Timings(check_every=0.01, check_again=0.01, check_fresh=0)
    async with running("http", timings=timings) as bot:
        bot.slack.faults.error("team_added_to_org", "auth.test", times=3)
        asked = len(bot.slack.calls_to("auth.test"))
        await bot.slack.wait_for(lambda: len(bot.slack.calls_to("auth.test")) > asked + 4)
        assert (await health(bot))[0] == 200
    (warning,) = [r.getMessage() for r in caplog.records if r.levelno >= logging.WARNING]
    assert "team_added_to_org" in warning


async def test_a_rotated_token_is_said_to_be_short_lived(caplog: pytest.LogCaptureFixture) -> None:
    """A token that Slack replaces every 12 hours is used, and the log says what will happen."""
    async with patient_slack() as slack:
        settings = settings_for(slack, "http", SLACK_BOT_TOKEN="xoxe.xoxb-1-short-lived")
        known = engine()
        with pytest.raises(SlackRefusedError):
            async with started(settings, known.catalog, known.matcher, "127.0.0.1", 0):
                pytest.fail("the bot started with a token that this Slack does not know")
    assert "12 hours" in caplog.text
    assert "short-lived" not in caplog.text
