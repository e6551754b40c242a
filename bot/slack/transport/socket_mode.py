"""Socket Mode: Bolt's handler, quicker to notice a dead connection and to get over it."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.adapter.socket_mode.async_internals import run_async_bolt_app, send_async_response
from slack_bolt.async_app import AsyncApp
from slack_bolt.response import BoltResponse
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.client import retry_handlers
from bot.slack.failures import described
from bot.slack.posting import quiet

PING_INTERVAL = 3.0
"""Seconds. slack_sdk gives a silent connection four of these; at its default of 10 a broken network
goes unnoticed for a minute, and with 3 we are back well within 20 seconds."""

FRESH_TICKET = 2.0
"""Seconds without a connection after which its address is asked for anew: it works only once, and
slack_sdk would try a used one again and again."""

log = logging.getLogger(__name__)


class Handler(AsyncSocketModeHandler):
    """Bolt's handler, which leaves an envelope without answer when it cannot read the payload."""

    async def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override] # as Bolt has it
        """Acknowledge an envelope, readable or not: Slack would only send it again."""
        began = time.time()
        try:
            response = await run_async_bolt_app(self.app, req)
        except Exception as error:  # Bolt cannot read the payload
            log.error("a payload could not be read: %s", described(error))
            response = BoltResponse(status=200, body="")
        await send_async_response(client, req, response, began)


@asynccontextmanager
async def connected(app: AsyncApp, app_token: str) -> AsyncIterator[SocketModeClient]:
    """Be connected while the context lasts.

    Raises:
        SlackApiError: when Slack does not open a connection for this token.

    """
    web_client = AsyncWebClient(
        base_url=app.client.base_url,
        timeout=app.client.timeout,
        retry_handlers=retry_handlers(),
        logger=quiet,
    )
    handler = Handler(
        app, app_token, logger=quiet, web_client=web_client, ping_interval=PING_INTERVAL
    )
    client = handler.client
    watcher: asyncio.Task[None] | None = None
    try:
        # Not issue_new_wss_url, which fails on a refusal that is no JSON.
        ticket = await web_client.apps_connections_open(app_token=app_token)
        client.wss_uri = ticket["url"]
        watcher = asyncio.create_task(_refresh_tickets(client))
        await client.connect()  # type: ignore[no-untyped-call] # slack_sdk leaves it bare
        log.info("connected to Slack in Socket Mode")
        yield client
    finally:
        if watcher:
            watcher.cancel()
        with suppress(Exception):  # we are leaving; what fails now keeps nobody waiting
            await client.close()  # type: ignore[no-untyped-call] # the same


async def _refresh_tickets(client: SocketModeClient) -> None:
    """Forget the address of a connection that does not come about."""
    while True:
        await asyncio.sleep(FRESH_TICKET)
        if not await client.is_connected():
            client.wss_uri = None
