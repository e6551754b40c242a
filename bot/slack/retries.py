"""Which calls of Slack are tried again.

slack_sdk retries a lost connection by default, and neither 429 nor 500. A lost connection is the
one case in which Slack may have done what we asked: a call that posts is then not repeated, or
people would read the answer twice.
"""

from http import HTTPStatus

from aiohttp import ClientConnectorError
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
    AsyncServerErrorRetryHandler,
)
from slack_sdk.http_retry.request import HttpRequest
from slack_sdk.http_retry.response import HttpResponse
from slack_sdk.http_retry.state import RetryState

ATTEMPTS = 5
"""Retries of one call: with the growing waits in between, about twenty seconds of trouble."""

PATIENCE = 20
"""Retries of a call that Slack puts off with Retry-After: it says itself when to come back."""

PUT_OFF = ("ratelimited", "rate_limited")
"""Slack's codes for too many calls; without Retry-After we come back after a second or two."""

GATEWAY = (HTTPStatus.BAD_GATEWAY, HTTPStatus.GATEWAY_TIMEOUT)

ONCE = ("chat.postMessage", "chat.postEphemeral", "views.open", "views.push")
"""Ends of addresses that must not be called twice when the first call may have worked."""


class ConnectionRetryHandler(AsyncConnectionErrorRetryHandler):
    """Retries lost connections, except where the request may have reached Slack and posts."""

    async def _can_retry_async(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> bool:
        if isinstance(error, ClientConnectorError):
            return True
        if request.url.endswith(ONCE):
            return False
        return await super()._can_retry_async(
            state=state, request=request, response=response, error=error
        )


class PutOffRetryHandler(AsyncRateLimitErrorRetryHandler):
    """Retries what Slack puts off: 429, and the same said in the answer of a 200."""

    async def _can_retry_async(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> bool:
        if response is not None and (response.body or {}).get("error") in PUT_OFF:
            return True
        return await super()._can_retry_async(
            state=state, request=request, response=response, error=error
        )


class TroubleRetryHandler(AsyncServerErrorRetryHandler):
    """Retries Slack's own errors; those of a gateway (502, 504) only where twice does no harm.

    A 500 or 503 comes from Slack and means that nothing was done; a gateway cannot know.
    """

    async def _can_retry_async(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> bool:
        if response is not None and response.status_code in GATEWAY:
            return not request.url.endswith(ONCE)
        return await super()._can_retry_async(
            state=state, request=request, response=response, error=error
        )


def retry_handlers() -> list[AsyncRetryHandler]:
    """Return the handlers for every call of the Web API."""
    return [
        ConnectionRetryHandler(max_retry_count=ATTEMPTS),
        PutOffRetryHandler(max_retry_count=PATIENCE),
        TroubleRetryHandler(max_retry_count=ATTEMPTS),
    ]
