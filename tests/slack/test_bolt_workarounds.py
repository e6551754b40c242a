"""Each workaround does its work, and upstream still needs it; a failure here says what can go."""

import asyncio
import inspect
import logging
from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.request.internals import parse_body
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.bolt_workarounds import InFlight, KeptAck, honor_no_proxy
from bot.slack.middleware import Inject

COMMAND = {"command": "/wwc", "text": "", "user_id": "U1", "channel_id": "C1", "team_id": "T1"}


async def authorize(**_: Any) -> AuthorizeResult:
    """Authorize everything, without a network."""
    return AuthorizeResult(enterprise_id=None, team_id="T1", bot_token="xoxb-1")


def app_with(before_authorize: Inject | None = None) -> AsyncApp:
    """Make a bare Bolt app."""
    return AsyncApp(
        client=AsyncWebClient("xoxb-1"),
        authorize=authorize,
        before_authorize=before_authorize,
        request_verification_enabled=False,
    )


@pytest.mark.parametrize("kept", [False, True])
async def test_bolt_takes_an_acknowledgement_back(kept: bool) -> None:
    """A listener that fails right after ack() leaves its request unacknowledged, but for KeptAck."""
    app = app_with(Inject({}) if kept else None)

    async def fail(ack: AsyncAck) -> None:
        await ack()
        raise ValueError

    app.command("/wwc")(fail)
    answer = await app.async_dispatch(AsyncBoltRequest(body=dict(COMMAND), mode="socket_mode"))
    assert (answer.status == 200) is kept


def test_an_acknowledgement_stays() -> None:
    """What Bolt takes back after an error is kept."""
    ack = KeptAck()
    assert ack.response is None
    ack.response = "given"  # type: ignore[assignment] # any would do
    ack.response = None
    assert ack.response == "given"


async def test_a_stop_waits_for_what_is_in_flight(caplog: pytest.LogCaptureFixture) -> None:
    """It ends when the last listener does; what takes too long is counted in the log."""
    app, may_end = app_with(), asyncio.Event()
    in_flight = InFlight(app)

    async def slow(ack: AsyncAck) -> None:
        await ack()
        await may_end.wait()

    app.command("/wwc")(slow)
    for _ in range(2):
        await app.async_dispatch(AsyncBoltRequest(body=dict(COMMAND), mode="socket_mode"))
    await in_flight.finished(0.01)
    assert "2 requests are not answered" in caplog.text
    may_end.set()
    await in_flight.finished(60)
    assert caplog.text.count("not answered") == 1


def test_bolt_has_no_way_to_stop() -> None:
    """Nothing in Bolt waits for listeners; when something does, InFlight can go."""
    assert not [name for name in dir(AsyncApp) if name.startswith(("stop", "close", "aclose"))]


def test_slack_sdk_reconnects_without_a_pause() -> None:
    """Nothing in slack_sdk waits before the next connection, which PacedSocketModeClient does."""
    assert "sleep" not in inspect.getsource(SocketModeClient.connect_to_new_endpoint)


def test_bolt_warns_of_an_unused_token(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """With SLACK_BOT_TOKEN set, a client brings a warning about a token that is not unused."""
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")
    app_with()
    assert [r for r in caplog.records if r.levelno == logging.WARNING and "`token`" in r.msg]


def test_bolt_loses_a_command_about_a_payload() -> None:
    """Bolt's reading of forms; when it reads this one, verification.read_form can go."""
    assert parse_body("command=%2Fwwc&text=what+is+a+payload", None) == {}


def test_slack_sdk_ignores_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """slack_sdk takes the proxy whatever NO_PROXY says."""
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:8080")
    monkeypatch.setenv("NO_PROXY", "slack.com")
    assert AsyncWebClient(base_url="https://slack.com/api/").proxy


@pytest.mark.parametrize(
    ("exceptions", "direct"),
    [
        ("slack.com", True),
        ("localhost, .slack.com", True),
        ("*", True),
        ("slack.com:443", False),
        ("example.com", False),
        ("", False),
    ],
)
def test_no_proxy_is_honored(
    exceptions: str, direct: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where NO_PROXY has Slack's host no proxy is used, and elsewhere the one that is set."""
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.setenv("NO_PROXY", exceptions)
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:8080")
    honor_no_proxy("https://slack.com/api/")
    assert (AsyncWebClient().proxy is None) is direct
