"""The connection to Slack: /healthz tells its real state, and it comes back by itself."""

import asyncio
import time

import pytest

from bot.ops.health import STALE_AFTER, Health
from bot.slack import auth
from bot.slack import client as slack_client
from bot.slack.auth import SlackRefusedError
from bot.slack.runtime import started
from bot.slack.transport import socket_mode
from bot.web.local_slack import LocalSlack
from tests.slack.bots import MODES, OPEN_DATA, Bot, engine, running, settings_for
from tests.slack.test_trouble import health


class Clock:
    """A clock that tests move."""

    now = 100.0

    def __call__(self) -> float:
        """Tell the time."""
        return self.now


@pytest.mark.parametrize(
    ("happened", "status", "state"),
    [
        ("nothing", 503, "starting"),
        ("heard", 200, "ok"),
        ("no socket yet", 503, "starting"),
        ("refused", 503, "down"),
        ("silence", 503, "down"),
        ("socket lost", 503, "down"),
    ],
)
def test_health_follows_the_connection(happened: str, status: int, state: str) -> None:
    """Each state of the connection has its word and status."""

    async def socket() -> bool:
        return happened != "socket lost"

    clock = Clock()
    one = Health("socket", None if happened == "no socket yet" else socket, clock=clock)
    if happened != "nothing":
        one.heard()
    if happened == "refused":
        one.failed("token_revoked")
    if happened == "silence":
        clock.now += STALE_AFTER + 1
    code, body = asyncio.run(one.report())
    assert (code, body["status"]) == (status, state)
    assert happened != "refused" or body["reason"] == "token_revoked"


async def until(bot: Bot, status: int, seconds: float) -> None:
    """Wait for a status of /healthz."""
    async with asyncio.timeout(seconds):
        while (await health(bot))[0] != status:
            await asyncio.sleep(0.05)


@pytest.mark.parametrize("mode", MODES)
def test_health_notices_a_revoked_token_by_itself(
    mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without any request, /healthz goes down when the token is revoked, and up again."""
    monkeypatch.setattr(auth, "CHECK_EVERY", 0.1)

    async def scene() -> None:
        async with running(mode) as bot:
            await until(bot, 200, 2)
            bot.slack.faults.revoke_token()
            await until(bot, 503, 2)
            bot.slack.faults.restore_token()
            await until(bot, 200, 2)

    asyncio.run(scene())


@pytest.mark.parametrize("how", ["dropped", "silent", "refresh_requested", "warning"])
def test_back_within_twenty_seconds(how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cut, a silent or a refreshed connection is replaced, and questions are answered again."""
    # With the real interval this takes up to 12 seconds; the same steps, four times as fast.
    monkeypatch.setattr(socket_mode, "PING_INTERVAL", socket_mode.PING_INTERVAL / 4)

    async def scene() -> None:
        async with running("socket") as bot:
            opened, began = bot.slack.socket.opened, time.monotonic()
            if how == "dropped":
                bot.slack.socket.drop()
            elif how == "silent":
                bot.slack.socket.go_silent()
            else:
                await bot.slack.socket.disconnect(how)
            await bot.slack.wait_for(lambda: bot.slack.socket.opened > opened, timeout=20)
            await bot.slack.wait_for(
                lambda: any(not one.silent for one in bot.slack.socket.connections),
                timeout=20,
            )
            for stale in [one for one in bot.slack.socket.connections if one.silent]:
                bot.slack.socket.connections.remove(stale)
            assert time.monotonic() - began < 20 / 4
            mention = bot.slack.payloads.app_mention(OPEN_DATA)
            assert (await bot.delivery.insist(mention)).ok
            await bot.slack.wait_for(bot.posts)
            await until(bot, 200, 10)

    asyncio.run(scene())


def test_health_goes_down_with_the_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    """While Slack takes no connection, /healthz says so; with the next connection it is fine."""
    monkeypatch.setattr(socket_mode, "PING_INTERVAL", 0.5)
    monkeypatch.setattr(socket_mode, "FRESH_TICKET", 0.2)

    async def scene() -> None:
        async with running("socket") as bot:
            bot.slack.faults.server_error("link", status=503, times=3)
            bot.slack.socket.drop()
            await until(bot, 503, 10)
            await until(bot, 200, 20)

    asyncio.run(scene())


@pytest.mark.parametrize("mode", MODES)
def test_a_wrong_token_is_slacks_error_in_a_sentence(mode: str) -> None:
    """A token that Slack does not accept ends the start with what to do about it."""

    async def scene() -> None:
        async with LocalSlack() as slack:
            wrong = settings_for(slack, mode, SLACK_BOT_TOKEN="xoxb-wrong")
            known = engine()
            async with started(wrong, known.catalog, known.matcher, "127.0.0.1", 0):
                pytest.fail("the bot started with a wrong token")

    with pytest.raises(SlackRefusedError, match=r"invalid_auth.*SLACK_BOT_TOKEN"):
        asyncio.run(scene())


def test_a_wrong_app_token_is_named() -> None:
    """An app-level token that Slack does not accept is named, too."""

    async def scene() -> None:
        async with LocalSlack() as slack:
            wrong = settings_for(slack, "socket", SLACK_APP_TOKEN="xapp-wrong")
            known = engine()
            async with started(wrong, known.catalog, known.matcher, "127.0.0.1", 0):
                pytest.fail("the bot started with a wrong token")

    with pytest.raises(SlackRefusedError, match="SLACK_APP_TOKEN"):
        asyncio.run(scene())


def test_a_slack_in_trouble_at_the_start_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """500s during the start delay it; the bot comes up by itself."""
    monkeypatch.setattr(auth, "WAIT", 0.1)

    async def scene() -> None:
        slack = LocalSlack()
        slack.faults.server_error("auth.test")
        slack.faults.server_error("apps.connections.open")
        async with running("socket", slack) as bot:
            assert (await health(bot))[0] == 200

    asyncio.run(scene())


@pytest.mark.parametrize("status", [200, 502, 503])
@pytest.mark.parametrize(
    ("body", "sort"),
    [
        ("upstream connect error", "text/plain"),
        ('{"ok":fal', "application/json"),
        ("<p>", "text/html"),
    ],
)
def test_an_unreadable_slack_at_the_start_is_waited_for(
    monkeypatch: pytest.MonkeyPatch, status: int, body: str, sort: str
) -> None:
    """Whatever stands between us and Slack may answer at the start; the bot comes up by itself."""
    monkeypatch.setattr(auth, "WAIT", 0.1)
    monkeypatch.setattr(auth, "CHECK_EVERY", 0.1)
    monkeypatch.setattr(slack_client, "ATTEMPTS", 1)

    async def scene() -> None:
        slack = LocalSlack()
        for method in ("auth.test", "apps.connections.open"):
            slack.faults.garble(method, status=status, body=body, sort=sort, times=2)
        async with running("socket", slack) as bot:
            slack.faults.garble("auth.test", status=status, body=body, sort=sort)
            asked = len(slack.calls_to("auth.test"))
            await slack.wait_for(lambda: len(slack.calls_to("auth.test")) > asked + 2)
            assert (await health(bot))[0] == 200

    asyncio.run(scene())


def test_an_error_right_after_the_acknowledgement(monkeypatch: pytest.MonkeyPatch) -> None:
    """A listener that fails at once after ack() leaves no envelope unacknowledged."""
    from bot.slack.listeners.commands import ask

    def fail(*_: object, **__: object) -> None:
        raise ValueError

    monkeypatch.setattr(ask, "plain", fail)

    async def scene() -> None:
        async with running("socket") as bot:
            ack = await bot.delivery.command(bot.slack.payloads.command("/wwc", OPEN_DATA))
            assert ack.ok
            assert ack.seconds < 1

    asyncio.run(scene())
