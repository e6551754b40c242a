"""HTTP mode turns away what Slack did not send: 4xx, no traceback, nothing answered."""

import asyncio
import hashlib
import hmac
import json
import logging
import time
from typing import get_args
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.transport.verification import FORM, JSON, MAX_BODY, Guard, RefusedError, read_form
from bot.web.local_slack import LocalSlack
from bot.web.local_slack.http_mode import Broken
from tests.slack.bots import OPEN_DATA, running

CLICK = b"payload=%7B%22type%22%3A+%22shortcut%22%7D"
NOW = 1_795_000_000.0
EXPECTED = {
    "oversized": 413,
    "not_json": 400,
    "not_an_object": 400,
    "wrong_content_type": 415,
    "wrong_method": 405,
}


def guard() -> Guard:
    """Make a guard whose clock stands still."""
    return Guard("secret", clock=lambda: NOW)


def signed(body: bytes, timestamp: str = str(int(NOW)), **more: str) -> dict[str, str]:
    """Sign a body."""
    base = b"v0:" + timestamp.encode() + b":" + body
    signature = "v0=" + hmac.new(b"secret", base, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": signature, **more}


@pytest.mark.parametrize(
    ("body", "content_type", "payload"),
    [
        (b'{"type": "event_callback"}', JSON, {"type": "event_callback"}),
        (b"command=%2Fwwc&text=what+is+a+payload", FORM, {"text": "what is a payload"}),
        (b"ssl_check=1&token=x", FORM, {"ssl_check": "1"}),
        (CLICK, FORM, {"type": "shortcut"}),
    ],
)
def test_honest_requests(body: bytes, content_type: str, payload: dict[str, str]) -> None:
    """Events, commands, interactions and certificate checks are read."""
    assert payload.items() <= guard().admit("POST", content_type, signed(body), body).items()


@pytest.mark.parametrize(
    ("status", "method", "content_type", "headers", "body"),
    [
        (405, "GET", JSON, {}, b""),
        (405, "PUT", JSON, signed(b"{}"), b"{}"),
        (415, "POST", "text/plain", signed(b"{}"), b"{}"),
        (413, "POST", JSON, {}, b"x" * (MAX_BODY + 1)),
        (401, "POST", JSON, {}, b"{}"),
        (401, "POST", JSON, signed(b"{}", "soon"), b"{}"),
        (401, "POST", JSON, signed(b"{}", "١٢٣"), b"{}"),
        (401, "POST", JSON, signed(b"{}", "1e9"), b"{}"),
        (401, "POST", JSON, signed(b"{}", "-1"), b"{}"),
        (401, "POST", JSON, signed(b"{}", "9" * 400), b"{}"),
        (401, "POST", JSON, signed(b"{}", str(int(NOW) - 301)), b"{}"),
        (401, "POST", JSON, signed(b"{}", str(int(NOW) + 301)), b"{}"),
        (401, "POST", JSON, signed(b"{}"), b"{ }"),
        (401, "POST", JSON, {**signed(b"{}"), "X-Slack-Signature": "v0=é"}, b"{}"),
        (401, "POST", JSON, {**signed(b"{}"), "X-Slack-Signature": ""}, b"{}"),
        (400, "POST", JSON, signed(b""), b""),
        (400, "POST", JSON, signed(b"\xff\xfe"), b"\xff\xfe"),
        (400, "POST", JSON, signed(b"[1]"), b"[1]"),
        (400, "POST", JSON, signed(b"{"), b"{"),
        (400, "POST", JSON, signed(b"[" * 100_000), b"[" * 100_000),
        (400, "POST", FORM, signed(b"payload=7"), b"payload=7"),
        (400, "POST", FORM, signed(b"a=b"), b"a=b"),
        (400, "POST", FORM, signed(b"\xff=1"), b"\xff=1"),
    ],
)
def test_refusals(
    status: int, method: str, content_type: str, headers: dict[str, str], body: bytes
) -> None:
    """Each kind of bad request has its status."""
    with pytest.raises(RefusedError) as refusal:
        guard().admit(method, content_type, headers, body)
    assert refusal.value.status == status


def test_a_replay_is_refused_and_a_retry_is_not() -> None:
    """The same signed request passes once; with Slack's retry header it is left to the claims."""
    one = guard()
    one.admit("POST", JSON, signed(b"{}"), b"{}")
    with pytest.raises(RefusedError):
        one.admit("POST", JSON, signed(b"{}"), b"{}")
    retry = signed(b"{}", **{"X-Slack-Retry-Num": "1"})
    assert one.admit("POST", JSON, retry, b"{}") == {}


@pytest.mark.parametrize(
    ("content_type", "body", "number"), [(JSON, b"{}", "0"), (JSON, b"{}", "x"), (FORM, CLICK, "1")]
)
def test_only_events_are_retried(content_type: str, body: bytes, number: str) -> None:
    """A header that Slack does not sign does not make a replayed click or command pass."""
    one = guard()
    one.admit("POST", content_type, signed(body), body)
    with pytest.raises(RefusedError):
        one.admit("POST", content_type, signed(body, **{"X-Slack-Retry-Num": number}), body)


@given(st.binary(max_size=300))
def test_any_form_is_read_or_refused(body: bytes) -> None:
    """No bytes make the reader fail."""
    assert read_form(body) is None or isinstance(read_form(body), dict)


def test_over_the_wire(caplog: pytest.LogCaptureFixture) -> None:
    """What no honest Slack sends gets a 4xx within the limit; nothing is answered or traced."""

    async def scene() -> None:
        slack = LocalSlack()
        async with running("http", slack) as bot:
            http = slack.http(f"{bot.url}/slack/events")
            for how in get_args(Broken):
                ack = await http.broken(how, slack.payloads.app_mention(OPEN_DATA))
                assert ack.status == EXPECTED.get(how, 401), how
            mention = json.dumps(slack.payloads.app_mention(OPEN_DATA))
            stamp = {"X-Slack-Request-Timestamp": str(int(time.time()))}
            assert (await http.post(mention, JSON, stamp)).status == 200
            assert (await http.post(mention, JSON, stamp)).status == 401
            assert (await http.url_verification()).ok
            assert (await http.post(urlencode({"ssl_check": "1", "token": "x"}), FORM)).ok
            elsewhere = slack.http(f"{bot.url}/elsewhere")
            assert (await elsewhere.post("{}", JSON)).status == 404
            await bot.settle()
            assert len(bot.posts()) == 2

    with caplog.at_level(logging.INFO):
        asyncio.run(scene())
    assert not [record for record in caplog.records if record.exc_info]
    assert OPEN_DATA not in caplog.text


async def sent_raw(port: int, data: bytes) -> bytes:
    """Send bytes as they are and read the first line of the answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(data)
        return await asyncio.wait_for(reader.readline(), 3)
    finally:
        writer.close()


def test_what_is_hardly_http(caplog: pytest.LogCaptureFixture) -> None:
    """Bad framing, packing and headers get a 4xx each, and one line of log that quotes nothing."""
    head = "POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
    requests = [
        "lighthouse\r\n\r\n",
        head + "Content-Length: lighthouse\r\n\r\n",
        head + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\nlighthouse",
        head + "Content-Length: 10\r\nContent-Encoding: gzip\r\n\r\nlighthouse",
        head + "X-A: lighthouse\r\n" * 2000 + "\r\n",
        head + f"X-A: {'lighthouse' * 2000}\r\n\r\n",
    ]

    async def scene() -> None:
        async with running("http") as bot:
            for request in requests:
                answer = await sent_raw(bot.port, request.encode())
                assert answer.split()[1].startswith(b"4"), request[:200]

    with caplog.at_level(logging.INFO):
        asyncio.run(scene())
    assert not [record for record in caplog.records if record.exc_info]
    assert "lighthouse" not in caplog.text


def test_identical_requests_at_once_are_answered_once() -> None:
    """Of the same signed request sent five times at once, one is taken and four are refused."""

    async def scene() -> None:
        slack = LocalSlack()
        async with running("http", slack) as bot:
            http, mention = slack.http(f"{bot.url}/slack/events"), slack.payloads.app_mention("hi")
            stamp = {"X-Slack-Request-Timestamp": str(int(time.time()))}
            acks = [http.post(json.dumps(mention), JSON, stamp) for _ in range(5)]
            assert sorted(ack.status or 0 for ack in await asyncio.gather(*acks)) == [
                200,
                *[401] * 4,
            ]
            await bot.settle()
            assert len(bot.posts()) == 2

    asyncio.run(scene())
