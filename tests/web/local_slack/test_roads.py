"""What is particular to Socket Mode and to HTTP."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from aiohttp import ClientError, ClientSession, WSServerHandshakeError
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.web.local_slack import DM, Delivery, LocalSlack, Violation
from bot.web.local_slack.socket_mode import Connection
from tests.web.local_slack.staging import MODES, bolt, echo_app, echoing


def test_the_app_connects_anew_when_asked_cut_off_or_left_in_silence() -> None:
    """After a warning, a refresh, a cut and a silence the app comes back with a new ticket."""

    async def test(slack: LocalSlack, delivery: Any) -> None:
        async def warned() -> None:
            await slack.socket.disconnect("warning")

        async def refreshed() -> None:
            await slack.socket.disconnect("refresh_requested")

        async def cut() -> None:
            slack.socket.drop()

        async def silenced() -> None:
            slack.socket.go_silent()

        for ending in (warned, refreshed, cut, silenced):
            opened, old = slack.socket.opened, set(slack.socket.connections)
            await ending()
            await _back(slack, opened, old)
            assert (await delivery.event(slack.payloads.app_mention("back?"))).ok
        assert len(slack.calls_to("apps.connections.open")) >= 5

    echoing("socket", test)


async def _back(slack: LocalSlack, opened: int, old: set[Connection]) -> None:
    """Wait until the app has a new connection and none of the old."""

    def back() -> bool:
        now = set(slack.socket.connections)
        return slack.socket.opened > opened and bool(now) and not now & old

    await slack.wait_for(back)


def test_payloads_spread_over_all_connections() -> None:
    """With several connections each payload goes to one of them, in turn, and pings reach all."""

    async def test(slack: LocalSlack, delivery: Any) -> None:
        async with bolt(slack, "socket", echo_app(slack)):
            await slack.wait_for(lambda: len(slack.socket.connections) == 2)
            await slack.socket.ping()
            for _ in range(4):
                await delivery.event(slack.payloads.app_mention("hello"))
            await slack.wait_for(lambda: len(slack.calls_to("chat.postMessage")) == 4)
            assert all(each.pings and each.pongs for each in slack.socket.connections)

    echoing("socket", test)


async def test_handshakes_and_response_urls_have_bad_days_too(slack: LocalSlack) -> None:
    """A refused handshake leaves the ticket good, and a response_url can be rate limited."""
    slack.faults.drop("link", times=2)
    slack.faults.server_error("link", status=503)
    slack.faults.rate_limit("response_url", retry_after=3)
    async with ClientSession() as session:
        url = slack.socket.ticket_url()
        for _ in range(2):
            with pytest.raises(ClientError):
                await session.ws_connect(url)
        await (await session.ws_connect(url)).close()
    hook = AsyncWebhookClient(slack.payloads.command("/wwc")["response_url"])
    limited = await hook.send(text="a")
    assert (limited.status_code, limited.headers["Retry-After"]) == (429, "3")
    assert (await hook.send(text="a")).status_code == 200


async def test_a_ticket_works_once_and_ten_connections_are_enough(slack: LocalSlack) -> None:
    """A used ticket is refused, and the eleventh connection is told there are too many."""
    async with ClientSession() as session:
        url = slack.socket.ticket_url()
        sockets = [await session.ws_connect(url)]
        assert (await sockets[0].receive_json())["type"] == "hello"
        with pytest.raises(WSServerHandshakeError):
            await session.ws_connect(url)
        sockets += [await session.ws_connect(slack.socket.ticket_url()) for _ in range(9)]
        last = await session.ws_connect(slack.socket.ticket_url())
        assert (await last.receive_json())["reason"] == "too_many_websockets"
        await sockets[0].send_json({"envelope_id": "made up"})
        await slack.wait_for(lambda: slack.violations)
        assert slack.violations[0].error == "unknown_envelope"


# HTTP alone


def test_a_request_url_is_verified() -> None:
    """Bolt echoes the challenge of a Request URL."""

    async def test(slack: LocalSlack, delivery: Any) -> None:
        assert (await delivery.url_verification()).ok
        assert slack.violations == []

    echoing("http", test)


BROKEN = {
    "bad_signature": 401,
    "no_signature": 401,
    "stale": 401,
    "future": 401,
    "non_numeric_timestamp": 500,
    "oversized": 413,
    "not_json": 500,
    "not_an_object": 500,
    "wrong_content_type": 200,
    "wrong_method": 405,
}


@pytest.mark.parametrize("how", BROKEN)
def test_broken_requests_are_what_they_say(how: str) -> None:
    """A bare Bolt app answers each broken request with a status of its own, sometimes 500."""

    async def test(slack: LocalSlack, delivery: Any) -> None:
        ack = await delivery.broken(how, slack.payloads.app_home_opened())
        assert ack.status == BROKEN[how]

    echoing("http", test)


def test_the_environment_points_a_bot_here() -> None:
    """The environment holds the tokens, the address and the secret that the mode needs."""

    async def go() -> None:
        async with LocalSlack() as slack:
            socket, http = slack.environment(), slack.environment("http")
            assert socket["SLACK_API_URL"].startswith("http://127.0.0.1:")
            assert socket["SLACK_API_URL"].endswith("/api/")
            assert "SLACK_APP_TOKEN" in socket
            assert "SLACK_SIGNING_SECRET" in http
            assert "SLACK_APP_TOKEN" not in http
            assert DM in slack.workspace.channels

    asyncio.run(go())


async def test_a_dead_connection_is_forgotten_at_once(slack: LocalSlack) -> None:
    """What meets a dead connection fails once, leaves nothing waiting, and the next one knows."""
    async with ClientSession() as session:
        await session.ws_connect(slack.socket.ticket_url())
        await slack.socket.ready()
        (connection,) = slack.socket.connections
        slack.socket.drop()
        ack = await slack.socket.event(slack.payloads.app_mention("anyone?"))
        assert (ack.status, ack.why) == (None, "connection_lost")
        assert not slack.socket.connections
        assert not connection.waiting


@MODES
def test_insisting_ends(mode: str) -> None:
    """An event that is never acknowledged is delivered four times in all, and not for ever."""

    async def test(slack: LocalSlack, delivery: Delivery) -> None:
        assert not (await delivery.insist(slack.payloads.message("among ourselves"))).ok
        assert len(slack.violations) == 4

    echoing(mode, test, ack_limit=0.1)


async def test_what_was_not_seen_is_told_in_few_words(slack: LocalSlack) -> None:
    """However much went wrong, the message about it stays short."""
    slack.violations += [Violation("x" * 1000, "wrong")] * 10_000
    with pytest.raises(AssertionError) as caught:
        await slack.wait_for(lambda: False, timeout=0.01)
    assert len(str(caught.value)) < 5_000
