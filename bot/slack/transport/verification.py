"""What an HTTP request must be before anything else looks at it.

Slack signs every request (https://docs.slack.dev/authentication/verifying-requests-from-slack).
Bolt checks the signature, too, but parses the body and the timestamp before, and fails on bad ones
with a traceback; and it takes a signed request as often as somebody sends it. Here the order is:
shape, time, signature, replay, and only then the body.
"""

import hashlib
import hmac
import json
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl

from bot.slack.dedupe import Deduplicator

MAX_BODY = 1024 * 1024
"""Bytes; the largest payloads of Slack (a window with its state) have a quarter of that."""

CLOCK_SKEW = 5 * 60
"""Seconds that a timestamp may be off, as Slack's page on signatures has it."""

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
TIMESTAMP = re.compile(r"[0-9]{1,12}", re.ASCII)
RETRY = re.compile(r"[1-9]", re.ASCII)
SIGNATURE = re.compile(r"v0=[0-9a-f]{64}", re.ASCII)
Json = dict[str, Any]


@dataclass(frozen=True)
class RefusedError(Exception):
    """Why a request is turned away: an HTTP status and a word that gives nothing away."""

    status: HTTPStatus
    error: str


class Guard:
    """Lets through what Slack signed, once, and reads it."""

    def __init__(self, secret: str, clock: Callable[[], float] = time.time) -> None:
        """Check against this signing secret."""
        self._secret, self._clock = secret.encode(), clock
        self._seen = Deduplicator(seconds=2 * CLOCK_SKEW, clock=clock)

    def admit(
        self, method: str, content_type: str, headers: Mapping[str, str], body: bytes
    ) -> Json:
        """Return the payload of an honest request.

        Raises:
            RefusedError: for any other.

        """
        if method != "POST":
            raise RefusedError(HTTPStatus.METHOD_NOT_ALLOWED, "method_not_allowed")
        if content_type not in (JSON, FORM):
            raise RefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported_content_type")
        if len(body) > MAX_BODY:
            raise RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too_large")
        # Slack re-sends events. Within the same second such a copy has the same signature; what
        # makes it harmless is that deliveries are claimed (dedupe.py).
        is_retry = RETRY.fullmatch(headers.get("X-Slack-Retry-Num", "")) is not None
        self._verify(headers, body, retried=is_retry and content_type == JSON)
        payload = read_json(body) if content_type == JSON else read_form(body)
        if payload is None:
            raise RefusedError(HTTPStatus.BAD_REQUEST, "no_json_object")
        return payload

    def _verify(self, headers: Mapping[str, str], body: bytes, *, retried: bool) -> None:
        timestamp = headers.get("X-Slack-Request-Timestamp", "")
        signature = headers.get("X-Slack-Signature", "")
        unauthorized = RefusedError(HTTPStatus.UNAUTHORIZED, "invalid_request")
        if not TIMESTAMP.fullmatch(timestamp) or not SIGNATURE.fullmatch(signature):
            raise unauthorized
        if abs(self._clock() - int(timestamp)) > CLOCK_SKEW:
            raise unauthorized
        base = b":".join((b"v0", timestamp.encode(), body))
        expected = "v0=" + hmac.new(self._secret, base, hashlib.sha256).hexdigest()
        if not hmac.compare_digest(expected, signature):
            raise unauthorized
        if not self._seen.claim(("signature", signature)) and not retried:
            raise unauthorized


def read_json(body: bytes) -> Json | None:
    """Read a JSON object; None for anything else."""
    try:
        payload = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return payload if isinstance(payload, dict) else None


def read_form(body: bytes) -> Json | None:
    """Read a slash command, an ssl_check, or the JSON in ``payload``; None for anything else.

    Bolt takes a form for an interaction as soon as the word "payload" is anywhere in it, and so
    loses commands in which somebody asks about a payload.
    """
    try:
        fields: Json = dict(parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=100))
    except ValueError:
        return None
    if "command" in fields or "ssl_check" in fields:
        return fields
    return read_json(fields.get("payload", "").encode())
