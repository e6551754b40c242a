"""Which calls of Slack are tried again, and after how long."""

from heapq import heappop, heappush
from typing import Any

import pytest
from aiohttp import ClientConnectorError, ClientOSError, ClientPayloadError, ServerDisconnectedError
from aiohttp.client_reqrep import ConnectionKey
from slack_sdk.http_retry.builtin_interval_calculators import FixedValueRetryIntervalCalculator
from slack_sdk.http_retry.request import HttpRequest
from slack_sdk.http_retry.response import HttpResponse
from slack_sdk.http_retry.state import RetryState

from bot.slack.client import RETRIES, Fault, GrowingPauses, RetryHandler, fault_of

POST = "https://slack.com/api/chat.postMessage"
UPDATE = "https://slack.com/api/views.update"
KEY = ConnectionKey("slack.com", 443, True, True, None, None, None)
UNREADABLE = UnicodeDecodeError("utf-8", b"\xe9", 0, 1, "not a character")


def answer(status: int, body: Any = None, **headers: str) -> HttpResponse:
    """Make an answer of Slack."""
    named: dict[str, Any] = {name.replace("_", "-"): value for name, value in headers.items()}
    return HttpResponse(status_code=status, headers=named, body=body)


@pytest.mark.parametrize(
    ("response", "error", "fault", "post", "other"),
    [
        (answer(200, {"ok": True}), None, None, False, False),
        (answer(200, {"ok": False, "error": "is_archived"}), None, None, False, False),
        (answer(403), None, None, False, False),
        (None, ClientConnectorError(KEY, OSError()), Fault.UNREACHED, True, True),
        (answer(429), None, Fault.RATE_LIMITED, True, True),
        (answer(200, {"ok": False, "error": "ratelimited"}), None, Fault.RATE_LIMITED, True, True),
        (answer(500, {"ok": False, "error": "internal_error"}), None, Fault.TROUBLE, True, True),
        (answer(503), None, Fault.TROUBLE, True, True),
        (answer(502), None, Fault.LOST, False, True),
        (answer(504), None, Fault.LOST, False, True),
        (None, ServerDisconnectedError(), Fault.LOST, False, True),
        (None, ClientOSError(), Fault.LOST, False, True),
        (None, ClientPayloadError(), Fault.LOST, False, True),
        (None, TimeoutError(), None, False, False),
        (None, ValueError(), None, False, False),
    ],
)
async def test_what_is_tried_again(
    response: HttpResponse | None, error: Exception | None, fault: Fault, post: bool, other: bool
) -> None:
    """A call that posts is repeated only where Slack certainly did nothing, others more often."""
    assert fault_of(response, error) is fault
    for url, expected in ((POST, post), (UPDATE, other)):
        request = HttpRequest(method="POST", url=url, headers={})
        may = await RetryHandler().can_retry_async(
            state=RetryState(), request=request, response=response, error=error
        )
        assert may is expected


@pytest.mark.parametrize(
    ("response", "error"), [(answer(200, [1]), None), (answer(200), None), (None, UNREADABLE)]
)
async def test_an_answer_that_cannot_be_read_counts_as_lost(
    response: HttpResponse | None, error: Exception | None
) -> None:
    """It is asked for again where that does no harm, and is an error of the connection elsewhere."""
    request = HttpRequest(method="POST", url=UPDATE, headers={})
    handler, state = RetryHandler(), RetryState()
    assert await handler.can_retry_async(
        state=state, request=request, response=response, error=error
    )
    request.url = POST
    with pytest.raises(ClientPayloadError):
        await handler.can_retry_async(state=state, request=request, response=response, error=error)


async def test_trying_again_ends() -> None:
    """After some attempts a call fails; one that Slack puts off is tried more often."""
    request = HttpRequest(method="POST", url=POST, headers={})
    state = RetryState(current_attempt=20)
    for status, expected in ((503, False), (429, True)):
        may = await RetryHandler().can_retry_async(
            state=state, request=request, response=answer(status)
        )
        assert may is expected


@pytest.mark.parametrize(
    ("retry_after", "least"),
    [("3", 3.0), ("1.5", 1.5), ("0", 1.0), ("soon", 1.0), ("Wed, 21 Oct 2026", 1.0), ("9999", 600)],
)
def test_a_retry_after_of_any_form_is_waited_for(retry_after: str, least: float) -> None:
    """A header that is not a number of seconds is read as well as it can be."""
    handler = RetryHandler(pauses=FixedValueRetryIntervalCalculator(0.25))
    assert handler.pause(0, answer(429, Retry_After=retry_after)) == least + 0.25
    assert handler.pause(0, answer(503, Retry_After=retry_after)) == 0.25


def test_pauses_grow_to_their_limit_and_are_spread() -> None:
    """Each pause may be twice the last, never beyond the limit, and not the same every time."""
    pauses = GrowingPauses(first=1, longest=20)
    for attempt in (*range(8), 5000):
        whole = min(20, 2**attempt)
        drawn = {pauses.calculate_sleep_duration(attempt) for _ in range(50)}
        assert len(drawn) > 1
        assert all(whole / 2 <= pause <= whole for pause in drawn)


def test_two_hundred_posts_at_once_to_one_channel_are_all_made() -> None:
    """A channel that takes one post a second, with Retry-After 1, gets every post in the end."""
    handler, put_off = RetryHandler(), answer(429, Retry_After="1")
    waiting = [(0.0, number, 0) for number in range(200)]
    made, free_at = 0, 0.0
    while waiting:
        now, number, attempt = heappop(waiting)
        if now >= free_at:
            made, free_at = made + 1, now + 1
        elif attempt < RETRIES[Fault.RATE_LIMITED][0]:
            heappush(waiting, (now + handler.pause(attempt, put_off), number, attempt + 1))
    assert made == 200
