"""HTTP mode: Slack's signed requests on /slack/events, guarded before Bolt sees them."""

import asyncio
import logging
from http import HTTPStatus

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest

from bot.ops.health import Health
from bot.slack.failures import described
from bot.slack.transport.server import health_route
from bot.slack.transport.verification import MAX_BODY, Guard, Json, RefusedError

PATH = "/slack/events"
READ_WITHIN = 10.0
"""Seconds in which a request must have arrived: Slack itself gives up after three."""

RETRY_HEADERS = ("X-Slack-Retry-Num", "X-Slack-Retry-Reason")
log = logging.getLogger(__name__)


def web_app(app: AsyncApp, secret: str, health: Health) -> web.Application:
    """Return the web application of HTTP mode."""
    guard = Guard(secret)

    async def slack_events(request: web.Request) -> web.StreamResponse:
        try:
            async with asyncio.timeout(READ_WITHIN):
                body = await request.read() if request.method == "POST" else b""
            payload = guard.admit(request.method, request.content_type, request.headers, body)
        except web.HTTPRequestEntityTooLarge:
            return _refused(RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too_large"))
        except RefusedError as refusal:
            return _refused(refusal)
        except TimeoutError:
            return _refused(RefusedError(HTTPStatus.REQUEST_TIMEOUT, "too_slow"))
        except web.RequestPayloadError:  # cut off, or not packed as Content-Encoding says
            return _refused(RefusedError(HTTPStatus.BAD_REQUEST, "unreadable"))
        if not health.signed_in and not is_check(payload):
            # Slack asks again later; until then we do not know which messages are our own.
            return web.json_response({"error": "starting"}, status=HTTPStatus.SERVICE_UNAVAILABLE)
        try:
            return await _dispatch(app, request, payload)
        except Exception as error:  # Bolt cannot read the payload
            log.error("a payload could not be read: %s", described(error))
            return _refused(RefusedError(HTTPStatus.BAD_REQUEST, "unreadable"))

    server = web.Application(client_max_size=MAX_BODY)
    server.add_routes([health_route(health), web.route("*", PATH, slack_events)])
    return server


def is_check(payload: Json) -> bool:
    """Tell whether Slack only checks the address or the certificate."""
    return payload.get("type") == "url_verification" or "ssl_check" in payload


async def _dispatch(app: AsyncApp, request: web.Request, payload: Json) -> web.StreamResponse:
    """Hand a verified payload to Bolt as Socket Mode does: read once, not parsed again."""
    headers = {name: request.headers[name] for name in RETRY_HEADERS if name in request.headers}
    bolt_request = AsyncBoltRequest(body=payload, headers=dict(headers), mode="socket_mode")
    return await to_aiohttp_response(await app.async_dispatch(bolt_request))


def _refused(refusal: RefusedError) -> web.Response:
    log.info("refused a request: %s %s", int(refusal.status), refusal.error)
    headers = {"Allow": "POST"} if refusal.status is HTTPStatus.METHOD_NOT_ALLOWED else {}
    return web.json_response({"error": refusal.error}, status=refusal.status, headers=headers)
