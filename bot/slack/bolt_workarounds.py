"""What is done against the grain of slack-bolt and slack_sdk, and when each of it can go.

Read against slack-bolt 1.30 and slack_sdk 3.48. Each part says what ends it;
tests/slack/test_bolt_workarounds.py fails when that has come. Two more stand where they belong to:
forms are read in transport/verification.py, because Bolt loses commands with the word "payload" in
them, and client.RetryHandler raises for an answer that slack_sdk would trip over. No upstream issue
was found for these two.
"""

import asyncio
import logging
import os
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit
from urllib.request import proxy_bypass

from aiohttp import ClientWebSocketResponse
from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.listener.async_listener_completion_handler import AsyncListenerCompletionHandler
from slack_bolt.listener.async_listener_start_handler import AsyncListenerStartHandler
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.web.async_client import AsyncWebClient

from bot.ops import texts
from bot.ops.settings import PROXIES
from bot.slack.errors import REFUSALS, TROUBLE, cause_of, code_of, retry_after
from bot.slack.timings import Timings

log = logging.getLogger(__name__)

# Bolt prints payloads at DEBUG; with this logger it never does.
framework = logging.getLogger("slack_bolt.wwc")
framework.setLevel(logging.INFO)
# Bolt warns that SLACK_BOT_TOKEN goes unused whenever a client is given, although the client holds
# the same token: https://github.com/slackapi/bolt-python/issues/983. Ends when AsyncApp(client=...)
# starts without that warning.
framework.addFilter(lambda record: "`token`" not in str(record.msg))

# slack_sdk writes stack traces and a line for every attempt; what matters is logged below.
socket_log = logging.getLogger("slack_sdk.wwc.socket")
socket_log.setLevel(logging.CRITICAL)


def honor_no_proxy(api_url: str) -> None:
    """Drop the proxies from the environment where NO_PROXY has the host of the Web API.

    slack_sdk reads the proxies (https://github.com/slackapi/python-slack-sdk/pull/953) and never
    NO_PROXY, of which no issue was found; and a client that is told to use none reads them again,
    as does each that Bolt makes for a request. Ends when a new AsyncWebClient has no proxy although
    HTTPS_PROXY is set and NO_PROXY has its host.
    """
    if proxy_bypass(urlsplit(api_url).netloc):
        for name in PROXIES:
            os.environ.pop(name, None)


class KeptAck(AsyncAck):
    """An acknowledgement that cannot be taken back.

    Bolt clears it when a listener fails; if that happens within the 10 ms in which Bolt looks for
    it, the envelope stays unacknowledged and Slack sends it again. The same race in the threads of
    the synchronous runner was mended (https://github.com/slackapi/bolt-python/issues/87); none was
    reported for the asynchronous one. Ends when ``AsyncioListenerRunner.run`` no longer sets
    ``ack.response`` after an error.
    """

    def __init__(self) -> None:
        """Begin without a response."""
        super().__init__()  # type: ignore[no-untyped-call] # Bolt leaves it bare

    def __setattr__(self, name: str, value: Any) -> None:
        """Set an attribute, except that a response once given stays."""
        if name == "response" and value is None and getattr(self, "response", None) is not None:
            return
        super().__setattr__(name, value)


class InFlight:
    """Counts the listeners that run, so that a stop can wait for them.

    Bolt acknowledges and leaves the listener to a task that it keeps no hold of, so nothing in it
    can be waited for (https://github.com/slackapi/bolt-python/issues/964 asks how to stop cleanly).
    Its two handlers around a listener are public, but can only be set after the app is built. Ends
    when AsyncApp has a way to stop that waits.
    """

    def __init__(self, app: AsyncApp) -> None:
        """Count the listeners of this app."""
        self._count = 0
        self._idle = asyncio.Event()
        self._idle.set()
        app.listener_runner.listener_start_handler = _Handler(self._begin)
        app.listener_runner.listener_completion_handler = _Handler(self._end)

    def _begin(self) -> None:
        self._count += 1
        self._idle.clear()

    def _end(self) -> None:
        self._count -= 1
        if not self._count:
            self._idle.set()

    async def finished(self, seconds: float) -> None:
        """Wait until nothing runs, but not longer; the log says how many were given up."""
        try:
            await asyncio.wait_for(self._idle.wait(), seconds)
        except TimeoutError:
            log.warning("stopping although %s requests are not answered yet", self._count)


class _Handler(AsyncListenerStartHandler, AsyncListenerCompletionHandler):
    def __init__(self, count: Callable[[], None]) -> None:
        self._count = count

    async def handle(self, *_: object, **__: object) -> None:
        self._count()


class PacedSocketModeClient(SocketModeClient):
    """slack_sdk's client of Socket Mode, which reconnects with growing, jittered pauses.

    slack_sdk connects anew the moment that Slack says ``disconnect``, and after a failed handshake
    every ``ping_interval`` seconds with the same address, which works only once: with a Slack that
    turns every connection away it opens about a hundred a second. None of its issues asks for
    pauses (https://github.com/slackapi/python-slack-sdk/issues/1110 is the nearest); those of other
    languages do: https://github.com/slackapi/node-slack-sdk/issues/1654,
    https://github.com/slackapi/java-slack-sdk/issues/1256. Ends when ``connect_to_new_endpoint``
    pauses and ``connect`` takes a fresh address for every attempt.

    A connection that lives for ``steady_after`` seconds resets the pauses, and is replaced at once
    when it ends, as Slack asks with ``refresh_requested``.
    """

    def __init__(self, app_token: str, web_client: AsyncWebClient, timings: Timings) -> None:
        """Connect later, with addresses that ``web_client`` asks for once each."""
        self._timings = timings
        self._failures = 0
        self._lasting = True
        self._flapping = False
        self._reason = ""
        super().__init__(
            app_token,
            logger=socket_log,
            web_client=web_client,
            ping_interval=self._timings.ping_interval,
        )

    async def is_steady(self) -> bool:
        """Return whether we are connected, and for a while if the last connections ended soon."""
        return not self._flapping and await self.is_connected()

    async def run_message_listeners(self, message: dict[str, Any], raw_message: str) -> None:
        """Keep why Slack ends a connection, then do what slack_sdk does."""
        if message.get("type") == "disconnect":
            self._reason = str(message.get("reason", ""))[:80]
        await super().run_message_listeners(message, raw_message)

    async def connect_to_new_endpoint(self, force: bool = False) -> None:
        """Replace the connection, once for all tasks that find it gone."""
        ended = self.current_session
        async with self.connect_operation_lock:
            replaced = self.current_session is not ended
            if not self.closed and not replaced and (force or not await self.is_connected()):
                await self.connect()

    async def connect(self) -> None:
        """Connect, and try again until that works.

        Raises:
            SlackApiError: when Slack refuses the token of the first connection.

        """
        ended = self.current_session
        if ended is not None:
            self.auto_reconnect_enabled = False
            await ended.close()
            if not self._lasting:
                self._flapping = True
                await self._pause(f"it ends every connection ({self._reason or 'no reason given'})")
        while not self.closed:
            try:
                # Not issue_new_wss_url, which fails on a refusal that is not JSON.
                answer = await self.web_client.apps_connections_open(app_token=self.app_token)
                async with asyncio.timeout(self._timings.handshake_timeout):
                    socket = await self.aiohttp_client_session.ws_connect(
                        answer["url"],
                        autoping=False,
                        heartbeat=self.ping_interval,
                        proxy=self.proxy,
                    )
            except TROUBLE as error:
                if ended is None and code_of(error) in REFUSALS:
                    raise
                await self._pause(cause_of(error), error)
                continue
            self._watch(socket)
            return

    def _watch(self, socket: ClientWebSocketResponse) -> None:
        """Let slack_sdk read from the new connection and ping it, and find out whether it lasts."""
        self.current_session = socket
        self.stale, self.last_ping_pong_time, self._reason = False, None, ""
        self.auto_reconnect_enabled = self.default_auto_reconnect_enabled
        if self.current_session_monitor is not None:
            self.current_session_monitor.cancel()
        self.current_session_monitor = asyncio.ensure_future(self.monitor_current_session())
        if self.message_receiver is not None:
            self.message_receiver.cancel()
        self.message_receiver = asyncio.ensure_future(self.receive_messages())
        self._lasting = False
        loop = asyncio.get_running_loop()
        loop.call_later(self._timings.steady_after, self._lasted, socket)

    def _lasted(self, socket: ClientWebSocketResponse) -> None:
        if socket is not self.current_session or socket.closed:
            return
        if self._failures:
            log.info("the connection to Slack lasts again")
        self._failures, self._lasting, self._flapping = 0, True, False

    async def _pause(self, cause: str, error: BaseException | None = None) -> None:
        """Wait before the next attempt: longer each time, and at least as long as Slack says."""
        if not self._failures:
            log.warning("%s", texts.cannot_connect(cause))
        pause = self._timings.reconnect_pauses.calculate_sleep_duration(self._failures)
        self._failures += 1
        await asyncio.sleep(max(pause, retry_after(error) if error else 0.0))
