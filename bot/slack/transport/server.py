"""The small web server of both modes: /healthz, and in HTTP mode Slack's requests."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from bot.ops import texts
from bot.ops.health import Health
from bot.slack.errors import CannotListenError

log = logging.getLogger(__name__)


def health_route(health: Health) -> web.RouteDef:
    """Answer /healthz from the state of the connection."""

    async def healthz(_: web.Request) -> web.Response:
        status, body = await health.report()
        return web.json_response(body, status=status, headers={"Cache-Control": "no-store"})

    return web.get("/healthz", healthz)


@asynccontextmanager
async def serving(app: web.Application, host: str, port: int, grace: float) -> AsyncIterator[int]:
    """Serve while the context lasts; yields the port, which is chosen by the system for 0.

    Open requests may take ``grace`` seconds more when it ends.

    Raises:
        CannotListenError: when the host is not one of this machine, or the port is taken.

    """
    runner = web.AppRunner(app, access_log=None, logger=log, shutdown_timeout=grace)
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
