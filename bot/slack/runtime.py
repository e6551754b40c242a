"""Starting, staying and stopping: the same steps in both modes."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress

from aiohttp import web
from slack_sdk.errors import SlackApiError

from bot.knowledge import Catalog
from bot.matching import Matcher
from bot.ops import texts
from bot.ops.health import Health
from bot.ops.settings import Settings
from bot.slack.app import build_app
from bot.slack.auth import Identity, TokenCheck
from bot.slack.bolt_workarounds import InFlight
from bot.slack.client import NEVER, RetryHandler, build_client, open_session
from bot.slack.errors import SlackRefusedError, code_of
from bot.slack.timings import Timings
from bot.slack.transport.http import web_app
from bot.slack.transport.server import health_route, serving
from bot.slack.transport.socket_mode import connected

log = logging.getLogger(__name__)


async def run(settings: Settings, catalog: Catalog, matcher: Matcher, host: str, port: int) -> None:
    """Run until a signal comes.

    Raises:
        CannotListenError: when the port cannot be used.
        SlackRefusedError: when Slack does not accept a token.

    """
    staying = asyncio.create_task(_stay(settings, catalog, matcher, host, port))
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows has no signal handlers in its loop
            loop.add_signal_handler(number, staying.cancel)
    with suppress(asyncio.CancelledError):
        await staying
    log.info("stopped")


async def _stay(
    settings: Settings, catalog: Catalog, matcher: Matcher, host: str, port: int
) -> None:
    async with started(settings, catalog, matcher, host, port):
        await asyncio.Event().wait()


@asynccontextmanager
async def started(
    settings: Settings,
    catalog: Catalog,
    matcher: Matcher,
    host: str,
    port: int,
    timings: Timings | None = None,
) -> AsyncIterator[int]:
    """Run while the context lasts; yields the port that /healthz is on.

    Raises:
        CannotListenError: when the port cannot be used.
        SlackRefusedError: when Slack does not accept a token.

    """
    waits = timings or Timings()
    if settings.bot_token.startswith("xoxe."):
        log.warning("%s", texts.ROTATED)
    health = Health("socket" if settings.socket_mode else "http")
    identity = Identity(settings.bot_token)
    app = build_app(settings, catalog, matcher, health, identity, waits)
    in_flight = InFlight(app)
    checker = build_client(
        settings.api_url,
        settings.bot_token,
        handler=RetryHandler(NEVER),
        timeout=waits.check_timeout,
    )
    check = TokenCheck(identity, checker, health, waits)
    async with AsyncExitStack() as stack:
        app.client.session = await stack.enter_async_context(open_session())
        stack.push_async_callback(in_flight.finished, waits.grace)
        if settings.socket_mode:
            server = web.Application()
            server.add_routes([health_route(health)])
        else:
            server = web_app(app, settings.signing_secret or "", health)
        listening = await stack.enter_async_context(serving(server, host, port, waits.grace))
        await check.sign_in()
        if settings.app_token:
            try:
                client = await stack.enter_async_context(connected(app, settings.app_token, waits))
            except SlackApiError as refusal:
                raise SlackRefusedError(texts.app_token_refused(code_of(refusal))) from None
            health.connected = client.is_steady
        health.refresh = check.refresh
        checking = asyncio.create_task(check.keep_asking())
        stack.callback(checking.cancel)
        log.info("ready")
        yield listening
