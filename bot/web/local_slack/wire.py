"""Calls of the Web API as they come over HTTP, and how they are answered on bad days, too."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from .faults import Fault
from .schema import Json


async def read_call(request: web.Request) -> tuple[Json, str]:
    """Read the parameters of a call, from the query, a form or JSON, and its token."""
    header = request.headers.get("Authorization", "")
    token = header.removeprefix("Bearer ") if header.startswith("Bearer ") else ""
    raw: Json = dict(request.query)
    body = await request.text()
    if request.content_type == "application/json":
        decoded = decode(body)
        raw |= decoded if isinstance(decoded, dict) else {}
        return raw, token
    raw |= dict(parse_qsl(body, keep_blank_values=True))
    return raw, token or str(raw.get("token", ""))


def decode(value: Any) -> Any:
    """Read JSON where a text is JSON; leave everything else as it is."""
    if isinstance(value, str) and value[:1] in "[{":
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def answer_for(fault: Fault) -> tuple[int | None, Any]:
    """Word the answer of a bad day."""
    if fault.kind == "rate_limit":
        return 429, {"ok": False, "error": "ratelimited"}
    if fault.kind == "error":
        return 200, {"ok": False, "error": fault.error}
    if fault.kind == "drop":
        return None, None
    if fault.kind == "garble":
        return fault.status, fault.body
    if fault.status == 500:
        return 500, {"ok": False, "error": "internal_error"}
    return fault.status, "<html><body>Slack is having trouble.</body></html>"


def send(
    request: web.Request, fault: Fault | None, status: int | None, answer: Any
) -> web.StreamResponse:
    """Send an answer, or hang up where the fault says so."""
    if status is None:
        if request.transport:
            request.transport.abort()
        return web.Response()
    headers = {}
    if fault and fault.kind == "rate_limit" and fault.seconds >= 0:
        headers["Retry-After"] = str(int(fault.seconds))
    if isinstance(answer, str):
        sort = "text/html" if answer.startswith("<") else "text/plain"
        sort = (fault and fault.sort) or sort
        return web.Response(text=answer, status=status, headers=headers, content_type=sort)
    return web.json_response(answer, status=status, headers=headers)
