"""What an HTTP request must be before anything else looks at it.

Slack signs every request (https://docs.slack.dev/authentication/verifying-requests-from-slack).
Bolt checks the signature, too, but parses the body and the timestamp before, and fails on bad ones
with a traceback; and it takes a signed request as often as somebody sends it. Here the order is:
shape, time, signature, replay, and only then the body.
"""

import json
import logging
import re
import time
from collections.abc import Callable, Mapping
from hmac import compare_digest
from http import HTTPStatus
from urllib.parse import parse_qsl

from slack_sdk.signature import SignatureVerifier

from bot.ops import texts
from bot.slack.dedupe import Deduplicator
from bot.slack.errors import RequestRefusedError

MAX_BODY = 1024 * 1024
"""Bytes; the largest payloads of Slack (a window with its state) have a quarter of that."""

CLOCK_SKEW = 5 * 60
"""Seconds that a timestamp may be off, as Slack's page on signatures has it."""

log = logging.getLogger(__name__)
JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
TIMESTAMP = re.compile(r"[0-9]{1,12}", re.ASCII)
RETRY = re.compile(r"[1-9]", re.ASCII)
SIGNATURE = re.compile(r"v0=[0-9a-f]{64}", re.ASCII)


class Verifier:
    """Lets through what Slack signed, once."""

    def __init__(self, secret: str, clock: Callable[[], float] = time.time) -> None:
        """Check against this signing secret."""
        self._clock = clock
        self._signatures = SignatureVerifier(secret)
        self._seen = Deduplicator(seconds=2 * CLOCK_SKEW, clock=clock)
        self._doubtful = True  # whether the secret is right: no signature was checked yet

    def admit(self, method: str, content_type: str, headers: Mapping[str, str], body: bytes) -> str:
        """Return what an honest request says, as the text of a JSON value.

        Raises:
            RequestRefusedError: for any other request.

        """
        if method != "POST":
            raise RequestRefusedError(HTTPStatus.METHOD_NOT_ALLOWED, "method_not_allowed")
        if content_type not in (JSON, FORM):
            raise RequestRefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported_content_type")
        if len(body) > MAX_BODY:
            raise RequestRefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too_large")
        try:
            text = body.decode()
        except UnicodeDecodeError:
            raise RequestRefusedError(HTTPStatus.BAD_REQUEST, "unreadable") from None
        # Slack sends events again. Within the same second such a copy has the same signature; what
        # makes it harmless is that deliveries are claimed (dedupe.py).
        is_retry = RETRY.fullmatch(headers.get("X-Slack-Retry-Num", "")) is not None
        self._verify(headers, text, retried=is_retry and content_type == JSON)
        said = text if content_type == JSON else read_form(text)
        if not said:
            raise RequestRefusedError(HTTPStatus.BAD_REQUEST, "unreadable")
        return said

    def _verify(self, headers: Mapping[str, str], text: str, *, retried: bool) -> None:
        timestamp = headers.get("X-Slack-Request-Timestamp", "")
        signature = headers.get("X-Slack-Signature", "")
        if not TIMESTAMP.fullmatch(timestamp) or not SIGNATURE.fullmatch(signature):
            raise _unauthorized("it has no signature of Slack")
        if (off := abs(int(self._clock()) - int(timestamp))) > CLOCK_SKEW:
            raise _unauthorized(f"its time is {off} seconds off; is this machine's clock right?")
        expected = self._signatures.generate_signature(timestamp=timestamp, body=text)
        if not compare_digest(str(expected), signature):
            if self._doubtful:
                log.warning("%s", texts.SIGNATURES_DO_NOT_FIT)
            self._doubtful = False
            raise _unauthorized("its signature does not fit")
        self._doubtful = False
        if not self._seen.claim(("signature", signature)) and not retried:
            raise _unauthorized("it was sent before")


def _unauthorized(reason: str) -> RequestRefusedError:
    return RequestRefusedError(HTTPStatus.UNAUTHORIZED, "invalid_request", reason)


def read_form(text: str) -> str:
    """Return the JSON of an interaction, a slash command as JSON, and nothing for other forms.

    Bolt takes a form for an interaction as soon as the word "payload" is anywhere in it, and so
    loses commands in which somebody asks about a payload.
    """
    fields = form_fields(text)
    return json.dumps(fields) if "command" in fields else fields.get("payload", "")


def is_certificate_check(content_type: str, body: bytes) -> bool:
    """Return whether Slack only checks our TLS certificate, which it does without signing.

    https://docs.slack.dev/interactivity/implementing-slash-commands
    """
    if content_type != FORM or len(body) > 1000:
        return False
    return form_fields(body.decode(errors="replace")).get("ssl_check") == "1"


def form_fields(text: str) -> dict[str, str]:
    """Read the fields of a form, none where it cannot be read."""
    try:
        return dict(parse_qsl(text, keep_blank_values=True, max_num_fields=100))
    except ValueError:
        return {}
