"""Which calls of Slack are tried again.

slack_sdk retries a lost connection by default, and neither 429 nor 500. A lost connection is the
one case in which Slack may have done what we asked: a call that posts is then not repeated, or
people would read the answer twice. An answer that cannot be read (a proxy's page, JSON that breaks
off) counts as a lost connection.
"""

import asyncio
import random
from http import HTTPStatus

from aiohttp import ClientConnectorError, ClientPayloadError
from slack_sdk.errors import SlackApiError
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

LONGEST_WAIT = 600.0
"""Seconds that we wait at most, whatever a header says."""

PUT_OFF = ("ratelimited", "rate_limited")
"""Slack's codes for too many calls; without Retry-After we come back after a second or two."""

TROUBLE = (HTTPStatus.INTERNAL_SERVER_ERROR, HTTPStatus.SERVICE_UNAVAILABLE)
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
        if isinstance(error, ClientPayloadError):
            return True
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
        said = response.body if response is not None else None
        if isinstance(said, dict) and said.get("error") in PUT_OFF:
            return True
        return await super()._can_retry_async(
            state=state, request=request, response=response, error=error
        )

    async def prepare_for_next_attempt_async(
        self,
        *,
        state: RetryState,
        request: HttpRequest,  # noqa: ARG002 # slack_sdk's signature
        response: HttpResponse | None = None,
        error: Exception | None = None,  # noqa: ARG002 # the same
    ) -> None:
        """Wait as long as Slack says, and a moment where what it says is no number."""
        headers = response.headers if response is not None else {}
        said = [values for name, values in headers.items() if name.lower() == "retry-after"]
        try:
            seconds = float(said[0][0])
        except (IndexError, ValueError):
            seconds = 1.0
        state.next_attempt_requested = True
        apart = random.random()  # noqa: S311 # spreads calls, nothing secret
        await asyncio.sleep(min(max(seconds, 0.0), LONGEST_WAIT) + apart)
        state.increment_current_attempt()


class TroubleRetryHandler(AsyncServerErrorRetryHandler):
    """Retries Slack's own errors; those of a gateway (502, 504) only where twice does no harm.

    A 500 or 503 comes from Slack and means that nothing was done; a gateway cannot know.
    """

    async def can_retry_async(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> bool:
        """Tell whether to try again.

        Raises:
            ClientPayloadError: for a 200 that is no JSON object; slack_sdk would trip over it.

        """
        fine = response is not None and response.status_code == HTTPStatus.OK
        if fine and error is None and not isinstance(response and response.body, dict):
            raise ClientPayloadError("the answer is no JSON object")
        return await super().can_retry_async(
            state=state, request=request, response=response, error=error
        )

    async def _can_retry_async(
        self,
        *,
        state: RetryState,  # noqa: ARG002 # slack_sdk's signature
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> bool:
        status = response.status_code if response is not None else 0
        if isinstance(error, SlackApiError):  # raised this early for JSON that breaks off
            status = getattr(error.response, "status", 0)
        if status in GATEWAY or (error and status == HTTPStatus.OK):
            return not request.url.endswith(ONCE)
        return status in TROUBLE


def retry_handlers() -> list[AsyncRetryHandler]:
    """Return the handlers for every call of the Web API."""
    return [
        ConnectionRetryHandler(max_retry_count=ATTEMPTS),
        PutOffRetryHandler(max_retry_count=PATIENCE),
        TroubleRetryHandler(max_retry_count=ATTEMPTS),
    ]
