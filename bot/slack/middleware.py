"""What happens before every listener.

Subclasses of Bolt's AsyncMiddleware rather than functions: Bolt gathers thirty arguments for a
function each time, and every event passes here.
"""

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bot.slack.bolt_workarounds import KeptAck
from bot.slack.dedupe import Deduplicator, delivery_key
from bot.slack.messages import SPOKEN, is_question

log = logging.getLogger(__name__)
Next = Callable[[], Awaitable[BoltResponse]]


class Inject(AsyncMiddleware):
    """Hands dependencies to listeners, which name them as arguments."""

    def __init__(self, dependencies: dict[str, Any]) -> None:
        """Inject these, by name."""
        self._dependencies = dependencies

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        next: Next,  # noqa: A002 # Bolt's name
        **_: object,
    ) -> BoltResponse:
        """Put everything into the context."""
        req.context["ack"] = KeptAck()
        req.context.update(self._dependencies)
        return await next()


class DedupeMiddleware(AsyncMiddleware):
    """Acknowledges what is not for us, and copies of what is being answered, and stops them here.

    The one place that decides whether a message is addressed to us; a listener can rely on it.
    """

    def __init__(self, dedupe: Deduplicator) -> None:
        """Remember deliveries here."""
        self._dedupe = dedupe

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        next: Next,  # noqa: A002 # Bolt's name
        **_: object,
    ) -> BoltResponse:
        """Claim the delivery, or stop."""
        event = req.body.get("event")
        if isinstance(event, dict) and event.get("type") in SPOKEN and not is_question(event):
            return await req.context.ack()
        key = delivery_key(req.body)
        if key is None:
            return await next()
        if not self._dedupe.claim(key):
            return await req.context.ack()
        log.debug("answering %s", key[0])
        req.context["claim"] = key
        return await next()
