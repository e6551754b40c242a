"""Requests as Slack makes them to an app's URL: signed, three seconds, with headers for retries.

https://docs.slack.dev/authentication/verifying-requests-from-slack and
https://docs.slack.dev/apis/events-api
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import time
from io import BytesIO
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlencode

from aiohttp import ClientError, ClientSession, ClientTimeout
from yarl import URL

from .delivery import PATIENCE, Ack, Delivery, Door
from .schema import Json
from .validate import Problem

if TYPE_CHECKING:
    from .server import LocalSlack

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
Broken = Literal[
    "bad_signature",
    "no_signature",
    "stale",
    "future",
    "non_numeric_timestamp",
    "oversized",
    "not_json",
    "not_an_object",
    "wrong_content_type",
    "wrong_method",
]
OVERSIZED = 1152 * 1024  # more than the 1 MiB that aiohttp takes unless told otherwise


class HttpMode(Delivery):
    """The Slack end of an app that listens on a Request URL."""

    mode = "http"

    def __init__(self, slack: LocalSlack, url: str, session: ClientSession) -> None:
        """Deliver to `url` with the session that the server keeps."""
        super().__init__(slack)
        self.url = url
        self._session = session

    async def ready(self, timeout: float = PATIENCE) -> None:
        """Be ready at once: an app on HTTP listens from its start."""

    async def _send(self, door: Door, payload: Json, retry: int, reason: str) -> Ack:
        headers = {"X-Slack-Retry-Num": str(retry), "X-Slack-Retry-Reason": reason} if retry else {}
        if door == "events_api":
            return await self.post(json.dumps(payload), JSON, headers)
        fields = payload if door == "slash_commands" else {"payload": json.dumps(payload)}
        return await self.post(urlencode(fields), FORM, headers)

    def sign(self, body: str, timestamp: str) -> str:
        """Sign a body with the signing secret of the app."""
        base = f"v0:{timestamp}:{body}".encode()
        secret = self._slack.signing_secret.encode()
        return f"v0={hmac.new(secret, base, hashlib.sha256).hexdigest()}"

    async def post(
        self,
        body: str,
        content_type: str,
        headers: dict[str, str] | None = None,
        method: str = "POST",
    ) -> Ack:
        """Send a signed request; `headers` go before those that Slack sets."""
        all_headers = self._headers(body, content_type, headers or {})
        started = time.monotonic()
        limit = ClientTimeout(total=self._slack.ack_limit)
        try:
            async with self._session.request(
                method, self.url, data=BytesIO(body.encode()), headers=all_headers, timeout=limit
            ) as answer:
                text = await answer.text()
                seconds = time.monotonic() - started
                return Ack(answer.status, _body(answer.content_type, text), seconds)
        except TimeoutError:
            return Ack(None, None, time.monotonic() - started, "ack_timeout")
        except ClientError as error:
            return Ack(None, None, time.monotonic() - started, f"connection_failed: {error}")

    def _headers(self, body: str, content_type: str, headers: dict[str, str]) -> dict[str, str]:
        timestamp = headers.get("X-Slack-Request-Timestamp", str(int(time.time())))
        return {
            "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
            "Content-Type": content_type,
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": self.sign(body, timestamp),
            **headers,
        }

    async def url_verification(self) -> Ack:
        """Ask the app to echo a challenge.

        https://docs.slack.dev/reference/events/url_verification
        """
        payload = self._slack.payloads.url_verification()
        ack = await self.post(json.dumps(payload), JSON)
        echo = ack.body.get("challenge") if isinstance(ack.body, dict) else ack.body
        right = echo == payload["challenge"]
        self._judge("url_verification", ack, None if right else Problem("challenge_failed"))
        return ack

    async def broken(self, how: Broken, payload: Json) -> Ack:
        """Send an event as no honest Slack would; the test looks at the status."""
        body, now = json.dumps(payload), int(time.time())
        if how == "bad_signature":
            return await self.post(body, JSON, {"X-Slack-Signature": "v0=" + "0" * 64})
        if how == "no_signature":
            return await self.post(body, JSON, {"X-Slack-Signature": ""})
        if how == "stale":
            return await self._at(body, str(now - 6 * 60))
        if how == "future":
            return await self._at(body, str(now + 6 * 60))
        if how == "non_numeric_timestamp":
            return await self._at(body, "yesterday")
        if how == "oversized":
            return await self._oversized(json.dumps({**payload, "padding": "x" * OVERSIZED}))
        if how == "not_json":
            return await self.post(body[:-1], JSON)
        if how == "not_an_object":
            return await self.post(json.dumps([payload]), JSON)
        if how == "wrong_content_type":
            return await self.post(body, "text/plain")
        return await self.post("", JSON, method="GET")

    async def _oversized(self, body: str) -> Ack:
        """Send more than anyone reads, on a connection of its own that is cut after the answer."""
        url, data, started = URL(self.url), body.encode(), time.monotonic()
        length = {"Host": url.authority, "Content-Length": str(len(data))}
        headers = self._headers(body, JSON, {}) | length
        lines = [f"POST {url.raw_path_qs} HTTP/1.1"] + [f"{k}: {v}" for k, v in headers.items()]
        reader, writer = await asyncio.open_connection(url.host, url.port)
        try:
            writer.write("\r\n".join([*lines, "", ""]).encode() + data)
            answer = await asyncio.wait_for(reader.readline(), self._slack.ack_limit)
            return Ack(int(answer.split()[1]), None, time.monotonic() - started)
        except (TimeoutError, ConnectionError, IndexError):
            return Ack(None, None, time.monotonic() - started, "connection_lost")
        finally:
            writer.transport.abort()

    async def _at(self, body: str, timestamp: str) -> Ack:
        return await self.post(body, JSON, {"X-Slack-Request-Timestamp": timestamp})


def _body(content_type: str, text: str) -> Any:
    """Decode a body that says it is JSON."""
    if content_type != JSON or not text:
        return text or None
    try:
        return json.loads(text)
    except ValueError:
        return text
