"""HTTP mode turns away what Slack did not send: 4xx, no traceback, nothing answered."""

import asyncio
import json
import logging
import time
from typing import get_args

import pytest
from aiohttp import ClientSession

from bot.ops.health import Health
from bot.ops.logs import RedactingFormatter
from bot.slack.app import build_app
from bot.slack.auth import Identity
from bot.slack.timings import Timings
from bot.slack.transport.http import web_app
from bot.slack.transport.server import serving
from bot.slack.transport.verification import FORM, JSON
from bot.web.local_slack import PATIENCE
from bot.web.local_slack.http_mode import Broken
from tests.slack.bots import OPEN_DATA, Bot, engine, patient_slack, settings_for

EXPECTED = {
    "oversized": 413,
    "not_json": 400,
    "not_an_object": 400,
    "wrong_content_type": 415,
    "wrong_method": 405,
}


@pytest.fixture
def mode() -> str:
    """Only HTTP mode has requests that Slack did not send."""
    return "http"


async def test_over_the_wire(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    """What no honest Slack sends gets a 4xx within the limit; nothing is answered or traced."""
    slack, http = bot.slack, bot.slack.http(f"{bot.url}/slack/events")
    with caplog.at_level(logging.INFO):
        for how in get_args(Broken):
            ack = await http.broken(how, slack.payloads.app_mention(OPEN_DATA))
            assert ack.status == EXPECTED.get(how, 401), how
        for body in ("", "null", "[1]", '"x"', "[" * 100_000):
            assert (await http.post(body, JSON)).status == 400, body[:10]
        assert (await http.post("payload=7", FORM)).status == 400
        mention = json.dumps(slack.payloads.app_mention(OPEN_DATA))
        stamp = {"X-Slack-Request-Timestamp": str(int(time.time()))}
        assert (await http.post(mention, JSON, stamp)).status == 200
        assert (await http.post(mention, JSON, stamp)).status == 401
        assert (await http.url_verification()).ok
        elsewhere = slack.http(f"{bot.url}/elsewhere")
        assert (await elsewhere.post("{}", JSON)).status == 404
        await bot.settle()
    assert len(bot.posts()) == 2
    assert not [record for record in caplog.records if record.exc_info]
    assert OPEN_DATA not in caplog.text


async def test_a_certificate_check_needs_no_signature(bot: Bot) -> None:
    """Slack checks our certificate without signing, for each command that has our address."""
    async with ClientSession() as session:
        for _ in range(2):
            form = {"ssl_check": "1", "token": "x"}
            async with session.post(f"{bot.url}/slack/events", data=form) as answer:
                assert (answer.status, await answer.text()) == (200, "")


async def sent_raw(port: int, data: bytes) -> bytes:
    """Send bytes as they are and read the first line of the answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(data)
        return await asyncio.wait_for(reader.readline(), PATIENCE)
    finally:
        writer.close()


async def test_what_is_hardly_http(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
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

    with caplog.at_level(logging.INFO):
        for request in requests:
            answer = await sent_raw(bot.port, request.encode())
            assert answer.split()[1].startswith(b"4"), request[:200]
    logged = [RedactingFormatter().format(record) for record in caplog.records]
    assert logged
    assert "lighthouse" not in "".join(logged)
    assert all(len(line.splitlines()) == 1 for line in logged)


async def test_identical_requests_at_once_are_answered_once(bot: Bot) -> None:
    """Of the same signed request sent five times at once, one is taken and four are refused."""
    http, mention = bot.slack.http(f"{bot.url}/slack/events"), bot.slack.payloads.app_mention("hi")
    stamp = {"X-Slack-Request-Timestamp": str(int(time.time()))}
    acks = [http.post(json.dumps(mention), JSON, stamp) for _ in range(5)]
    assert sorted(ack.status or 0 for ack in await asyncio.gather(*acks)) == [200, *[401] * 4]
    await bot.settle()
    assert len(bot.posts()) == 2


async def test_while_starting_slack_is_asked_to_come_back() -> None:
    """Until Slack accepts the token a question gets 503, and a check of the address its answer."""
    known = engine()
    async with patient_slack() as slack:
        settings, starting = settings_for(slack, "http"), Health("http")
        identity = Identity(settings.bot_token)
        app = build_app(settings, known.catalog, known.matcher, starting, identity, Timings())
        server = web_app(app, slack.signing_secret, starting)
        async with serving(server, "127.0.0.1", 0, grace=1) as port:
            http = slack.http(f"http://127.0.0.1:{port}/slack/events")
            mention = json.dumps(slack.payloads.app_mention("hi"))
            assert (await http.post(mention, JSON)).status == 503
            assert (await http.url_verification()).ok
