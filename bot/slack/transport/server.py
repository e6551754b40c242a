"""The small web server of both modes: /healthz, and in HTTP mode Slack's requests."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from bot.ops import texts
from bot.ops.health import Health
from bot.slack.failures import described

log = logging.getLogger(__name__)
protocol = logging.getLogger("bot.slack.transport.server.protocol")
"""aiohttp refuses what is no HTTP with a traceback that quotes it; here it is one line of ours."""

GRACE = 5.0
"""Seconds that open requests may take when the bot stops."""


def one_line(record: logging.LogRecord) -> bool:
    """Keep of an exception in the log what it was and where, not what somebody sent."""
    if record.exc_info and record.exc_info[1]:
        record.msg, record.args = "a request failed: %s", (described(record.exc_info[1]),)
        record.exc_info = None
    return True


protocol.addFilter(one_line)


class CannotListenError(Exception):
    """We cannot listen where we were told to; the message is a sentence for the bot's owner."""


def health_route(health: Health) -> web.RouteDef:
    """Answer /healthz from the state of the connection."""

    async def healthz(_: web.Request) -> web.Response:
        status, body = await health.report()
        return web.json_response(body, status=status, headers={"Cache-Control": "no-store"})

    return web.get("/healthz", healthz)


@asynccontextmanager
async def serving(app: web.Application, host: str, port: int) -> AsyncIterator[int]:
    """Serve while the context lasts; yields the port, which is chosen by the system for 0.

    Raises:
        CannotListenError: when the host is not one of this machine, or the port is taken.

    """
    runner = web.AppRunner(app, access_log=None, logger=protocol, shutdown_timeout=GRACE)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            raise CannotListenError(texts.cannot_listen(host, port, error)) from None
        listening = int(runner.addresses[0][1])
        log.info("listening on %s", texts.address(host, listening))
        yield listening
    finally:
        await runner.cleanup()
