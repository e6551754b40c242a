"""HTTP mode: Slack's signed requests on /slack/events, verified before Bolt sees them."""

import asyncio
import logging
from http import HTTPStatus

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest

from bot.ops.health import Health
from bot.slack.errors import RequestRefusedError, describe
from bot.slack.transport.server import health_route
from bot.slack.transport.verification import JSON, MAX_BODY, Verifier, is_certificate_check

PATH = "/slack/events"
READ_WITHIN = 10.0
"""Seconds in which a request must have arrived: Slack itself gives up after three."""

log = logging.getLogger(__name__)


def web_app(app: AsyncApp, secret: str, health: Health) -> web.Application:
    """Return the web application of HTTP mode."""
    verifier = Verifier(secret)

    async def slack_events(request: web.Request) -> web.StreamResponse:
        try:
            async with asyncio.timeout(READ_WITHIN):
                body = await request.read() if request.method == "POST" else b""
            if is_certificate_check(request.content_type, body):
                return web.Response()
            text = verifier.admit(request.method, request.content_type, request.headers, body)
        except web.HTTPRequestEntityTooLarge:
            return _refuse(RequestRefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too_large"))
        except RequestRefusedError as refusal:
            return _refuse(refusal)
        except TimeoutError:
            return _refuse(RequestRefusedError(HTTPStatus.REQUEST_TIMEOUT, "too_slow"))
        except web.RequestPayloadError:  # cut off, or not packed as Content-Encoding says
            return _refuse(RequestRefusedError(HTTPStatus.BAD_REQUEST, "unreadable"))
        try:
            bolt_request = AsyncBoltRequest(body=text, headers={"content-type": JSON})
            # Until we know which messages are our own, Slack may ask again later.
            if not health.signed_in and bolt_request.body.get("type") != "url_verification":
                raise RequestRefusedError(HTTPStatus.SERVICE_UNAVAILABLE, "starting")
            return await to_aiohttp_response(await app.async_dispatch(bolt_request))
        except RequestRefusedError as refusal:
            return _refuse(refusal)
        except Exception as error:  # Bolt cannot read the payload
            log.error("a payload could not be read: %s", describe(error))
            return _refuse(RequestRefusedError(HTTPStatus.BAD_REQUEST, "unreadable"))

    server = web.Application(client_max_size=MAX_BODY)
    server.add_routes([health_route(health), web.route("*", PATH, slack_events)])
    return server


def _refuse(refusal: RequestRefusedError) -> web.Response:
    reason = f": {refusal.reason}" if refusal.reason else ""
    log.info("refused a request: %s %s%s", int(refusal.status), refusal.error, reason)
    headers = {"Allow": "POST"} if refusal.status is HTTPStatus.METHOD_NOT_ALLOWED else {}
    return web.json_response({"error": refusal.error}, status=refusal.status, headers=headers)
