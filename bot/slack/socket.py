"""Socket Mode: Bolt's handler, quicker to notice a dead connection and to get over it."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.posting import quiet
from bot.slack.retries import retry_handlers

PING_INTERVAL = 3.0
"""Seconds. slack_sdk gives a silent connection four of these; at its default of 10 a broken network
goes unnoticed for a minute, and with 3 we are back well within 20 seconds."""

FRESH_TICKET = 2.0
"""Seconds without a connection after which its address is asked for anew: it works only once, and
slack_sdk would try a used one again and again."""

log = logging.getLogger(__name__)


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
    handler = AsyncSocketModeHandler(
        app, app_token, logger=quiet, web_client=web_client, ping_interval=PING_INTERVAL
    )
    client = handler.client
    watcher: asyncio.Task[None] | None = None
    try:
        client.wss_uri = await client.issue_new_wss_url()
        watcher = asyncio.create_task(_refresh_tickets(client))
        await client.connect()  # type: ignore[no-untyped-call] # slack_sdk leaves it bare
        log.info("connected to Slack in Socket Mode")
        yield client
    finally:
        if watcher:
            watcher.cancel()
        with suppress(Exception):
            await client.close()  # type: ignore[no-untyped-call]


async def _refresh_tickets(client: SocketModeClient) -> None:
    """Forget the address of a connection that does not come about."""
    while True:
        await asyncio.sleep(FRESH_TICKET)
        if not await client.is_connected():
            client.wss_uri = None
