"""Socket Mode: a WebSocket that we open, over which Slack sends what HTTP mode would be sent.

https://docs.slack.dev/apis/events-api/using-socket-mode
"""

import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from slack_bolt.adapter.socket_mode.async_internals import run_async_bolt_app, send_async_response
from slack_bolt.async_app import AsyncApp
from slack_bolt.response import BoltResponse
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from bot.slack.bolt_workarounds import PacedSocketModeClient
from bot.slack.client import NEVER, RetryHandler, build_client
from bot.slack.errors import TROUBLE, describe
from bot.slack.timings import Timings

log = logging.getLogger(__name__)


@asynccontextmanager
async def connected(
    app: AsyncApp, app_token: str, timings: Timings
) -> AsyncIterator[PacedSocketModeClient]:
    """Be connected while the context lasts.

    Raises:
        SlackApiError: when Slack refuses this token.

    """

    async def handle(client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        """Acknowledge an envelope, readable or not: Slack would only send it again."""
        began = time.time()
        try:
            response = await run_async_bolt_app(app, request)
        except Exception as error:  # Bolt cannot read the payload
            log.error("a payload could not be read: %s", describe(error))
            response = BoltResponse(status=200, body="")
        try:
            await send_async_response(client, request, response, began)
        except TROUBLE as error:  # Slack sends the envelope again on the next connection
            log.info("an acknowledgement could not be sent: %s", describe(error))

    opener = build_client(app.client.base_url, handler=RetryHandler(NEVER))
    client = PacedSocketModeClient(app_token, opener, timings)
    client.socket_mode_request_listeners.append(handle)
    try:
        await client.connect()
        log.info("connected to Slack in Socket Mode")
        yield client
    finally:
        with suppress(Exception):  # we are leaving; what fails now keeps nobody waiting
            await client.close()  # type: ignore[no-untyped-call] # slack_sdk leaves it bare
