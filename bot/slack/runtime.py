"""Starting, staying and stopping: the same steps in both modes."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress

from aiohttp import web

from bot.knowledge import Catalog
from bot.matching import Matcher
from bot.ops import texts
from bot.ops.health import Health
from bot.ops.settings import Settings
from bot.slack.app import build_app, build_client
from bot.slack.auth import insist, keep_checking
from bot.slack.identity import Identity
from bot.slack.in_flight import InFlight
from bot.slack.posting import kept_alive
from bot.slack.transport.http import web_app
from bot.slack.transport.server import GRACE, health_route, serving
from bot.slack.transport.socket_mode import connected

CHECK_TIMEOUT = 5
"""Seconds that a check of the token may take; a slower Slack counts as not answering."""

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


@asynccontextmanager
async def started(
    settings: Settings, catalog: Catalog, matcher: Matcher, host: str, port: int
) -> AsyncIterator[int]:
    """Run while the context lasts; yields the port that /healthz is on.

    Raises:
        CannotListenError: when the port cannot be used.
        SlackRefusedError: when Slack does not accept a token.

    """
    health = Health("socket" if settings.socket_mode else "http")
    identity = Identity(settings.bot_token)
    app = build_app(settings, catalog, matcher, health=health, identity=identity)
    underway = InFlight(app)
    async with AsyncExitStack() as stack:
        app.client.session = await stack.enter_async_context(kept_alive())
        stack.push_async_callback(underway.finished, GRACE)
        if settings.socket_mode:
            server = web.Application()
            server.add_routes([health_route(health)])
        else:
            server = web_app(app, settings.signing_secret or "", health)
        listening = await stack.enter_async_context(serving(server, host, port))
        await insist(lambda: identity.ask(app.client), texts.token_refused)
        health.heard()
        if settings.app_token:
            client = await insist(
                lambda: stack.enter_async_context(connected(app, settings.app_token or "")),
                texts.app_token_refused,
            )
            health.connected = client.is_connected
        checker = build_client(settings)
        checker.timeout, checker.retry_handlers = CHECK_TIMEOUT, []
        checking = asyncio.create_task(keep_checking(identity, checker, health))
        stack.callback(checking.cancel)
        log.info("ready")
        yield listening


async def _stay(
    settings: Settings, catalog: Catalog, matcher: Matcher, host: str, port: int
) -> None:
    async with started(settings, catalog, matcher, host, port):
        await asyncio.Event().wait()
