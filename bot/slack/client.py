"""Calls of Slack: the connections they use, which are tried again and when, and who logs them.

slack_sdk retries a lost connection by default, and neither 429 nor 500. A lost connection is the
one case in which Slack may have done what we asked: a call that posts is then not repeated, or
people would read the answer twice. An answer that cannot be read (a proxy's page, JSON that breaks
off) counts as a lost connection.
"""

import asyncio
import logging
import random
from collections.abc import Mapping
from enum import Enum
from http import HTTPStatus
from typing import Final

from aiohttp import (
    ClientConnectorError,
    ClientOSError,
    ClientPayloadError,
    ClientSession,
    ClientTimeout,
    ServerConnectionError,
    TCPConnector,
)
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.interval_calculator import RetryIntervalCalculator
from slack_sdk.http_retry.request import HttpRequest
from slack_sdk.http_retry.response import HttpResponse
from slack_sdk.http_retry.state import RetryState
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.errors import GATEWAY, seconds_in, status_of

TIMEOUT: Final = 20
"""Seconds to wait for Slack, which answers in well under one on most days."""

KEEP_ALIVE: Final = 10.0
"""Seconds that an idle connection is kept: shorter than servers keep theirs, so that we never write
into one that the other side is just closing, which would leave us not knowing what arrived."""

ONCE: Final = ("chat.postMessage", "chat.postEphemeral", "views.open", "views.push")
"""Ends of addresses that must not be called twice when the first call may have worked."""

LOST: Final = (ClientPayloadError, ServerConnectionError, ClientOSError, UnicodeDecodeError)
"""Errors after which nobody knows what Slack did."""

EVERY_ADDRESS: Final = ("",)

# At DEBUG slack_sdk prints whole payloads; this logger never lets it.
quiet = logging.getLogger("slack_sdk.wwc")
quiet.setLevel(logging.INFO)


class Fault(Enum):
    """How a call can fail so that another attempt may help."""

    UNREACHED = "no connection came about"
    RATE_LIMITED = "Slack wants fewer calls"
    TROUBLE = "Slack says that it did nothing"
    LOST = "nobody knows whether Slack did it"


RETRIES: Final = {
    #                    posts, all others
    Fault.UNREACHED: (5, 5),
    Fault.RATE_LIMITED: (60, 60),  # a channel takes one post a second, however many wait for it
    Fault.TROUBLE: (5, 5),
    Fault.LOST: (0, 5),
}
"""How often a call is tried again after each fault, where it posts and where it does not."""

NEVER: Final = dict.fromkeys(Fault, (0, 0))
"""For calls whose caller tries again itself."""


class GrowingPauses(RetryIntervalCalculator):
    """Pauses that double with every attempt, each cut by a random part so that calls spread."""

    def __init__(self, first: float = 1.0, longest: float = 10.0) -> None:
        """Pause ``first`` seconds after the first attempt, and never more than ``longest``."""
        self.first, self.longest = first, longest

    def calculate_sleep_duration(self, current_attempt: int) -> float:
        """Return the seconds to pause after this many failed attempts, counted from 0."""
        whole = min(self.longest, self.first * 2.0 ** min(current_attempt, 30))
        return whole * random.uniform(0.5, 1)  # noqa: S311 # nothing secret


class RetryHandler(AsyncRetryHandler):
    """The one rule for what is tried again: by what the call does and how it failed."""

    def __init__(
        self,
        retries: Mapping[Fault, tuple[int, int]] = RETRIES,
        pauses: RetryIntervalCalculator | None = None,
        once: tuple[str, ...] = ONCE,
    ) -> None:
        """Retry this often with these pauses; addresses that end with one of ``once`` post."""
        super().__init__(interval_calculator=pauses or GrowingPauses())
        self._retries, self._once = retries, once

    async def can_retry_async(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> bool:
        """Return whether to try again.

        Raises:
            ClientPayloadError: for an answer that cannot be read and is not asked for again;
                slack_sdk would trip over it.

        """
        fault = fault_of(response, error)
        if fault is None:
            return False
        posts = request.url.endswith(self._once)
        if state.current_attempt < self._retries[fault][0 if posts else 1]:
            return True
        unreadable = error is None and response and response.status_code == HTTPStatus.OK
        if fault is Fault.LOST and (unreadable or isinstance(error, UnicodeDecodeError)):
            raise ClientPayloadError("the answer is not a JSON object")
        return False

    async def prepare_for_next_attempt_async(
        self,
        *,
        state: RetryState,
        response: HttpResponse | None = None,
        error: Exception | None = None,
        **_: object,
    ) -> None:
        """Wait before the next attempt."""
        state.next_attempt_requested = True
        await asyncio.sleep(self.pause(state.current_attempt, response, error))
        state.increment_current_attempt()

    def pause(
        self, attempt: int, response: HttpResponse | None = None, error: Exception | None = None
    ) -> float:
        """Return the seconds to wait: more with every attempt, and on top what Slack asks for."""
        pause = self.interval_calculator.calculate_sleep_duration(attempt)
        if fault_of(response, error) is not Fault.RATE_LIMITED:
            return pause
        # All who wait for the same channel were told the same time; the pause spreads them.
        return pause + ((seconds_in(response.headers) if response else 0.0) or 1.0)


def fault_of(response: HttpResponse | None, error: Exception | None) -> Fault | None:
    """Name what went wrong with a call, None where another attempt cannot help."""
    if isinstance(error, ClientConnectorError):
        return Fault.UNREACHED
    if isinstance(error, LOST):
        return Fault.LOST
    status = response.status_code if response is not None else 0
    if isinstance(error, SlackApiError):  # raised this early for JSON that breaks off
        status = status_of(error)
    said = response.body if response is not None else None
    code = said.get("error") if isinstance(said, dict) else ""
    if status == HTTPStatus.TOO_MANY_REQUESTS or code in ("ratelimited", "rate_limited"):
        return Fault.RATE_LIMITED
    if status in (HTTPStatus.INTERNAL_SERVER_ERROR, HTTPStatus.SERVICE_UNAVAILABLE):
        return Fault.TROUBLE
    unreadable = not isinstance(said, dict) or isinstance(error, SlackApiError)
    lost = status in GATEWAY or (status == HTTPStatus.OK and unreadable)
    return Fault.LOST if lost else None


def build_client(
    api_url: str, token: str | None = None, *, handler: RetryHandler, timeout: int = TIMEOUT
) -> AsyncWebClient:
    """Return a client of the Web API that prints no payloads.

    Args:
        api_url: the address of the Web API, with a slash at its end.
        token: goes with every call; None where each call brings its own.
        handler: which calls are tried again.
        timeout: seconds that one attempt may take.

    """
    return AsyncWebClient(
        token=token,
        base_url=api_url,
        timeout=timeout,
        retry_handlers=[handler],
        logger=quiet,
    )


def open_session() -> ClientSession:
    """Return a session that keeps connections to Slack open for a while, for a faster answer."""
    connector = TCPConnector(keepalive_timeout=KEEP_ALIVE, limit=0)
    return ClientSession(connector=connector, timeout=ClientTimeout(total=TIMEOUT))
