"""What happens before every listener: acknowledgements kept, copies dropped, the engine at hand.

Subclasses of Bolt's AsyncMiddleware rather than functions: Bolt gathers thirty arguments for a
function each time, and every event passes here. Their equal signatures are Bolt's.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bot.slack.dedupe import Deduplicator, delivery_key

Next = Callable[[], Awaitable[BoltResponse]]


class KeptAck(AsyncAck):
    """An acknowledgement that cannot be taken back.

    Bolt clears it when a listener fails; if that happens within the 10 ms in which Bolt looks for
    it, the envelope stays unacknowledged and Slack sends it again.
    """

    def __init__(self) -> None:
        """Begin without a response."""
        super().__init__()  # type: ignore[no-untyped-call] # Bolt leaves it bare

    def __setattr__(self, name: str, value: Any) -> None:
        """Set an attribute, except that a response once given stays."""
        if name == "response" and value is None and getattr(self, "response", None) is not None:
            return
        super().__setattr__(name, value)


class Inject(AsyncMiddleware):
    """Hands things to listeners, which name them as arguments."""

    def __init__(self, things: dict[str, Any]) -> None:
        """Take what is to be at hand, by name."""
        self._things = things

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        resp: BoltResponse,  # noqa: ARG002 # Bolt's signature
        next: Next,  # noqa: A002 # the same
    ) -> BoltResponse:
        """Put everything into the context."""
        req.context["ack"] = KeptAck()
        req.context.update(self._things)
        return await next()


class DedupeMiddleware(AsyncMiddleware):
    """Acknowledges copies of what is in hand already, and lets them go no further."""

    def __init__(self, dedupe: Deduplicator) -> None:
        """Remember deliveries here."""
        self._delivered = dedupe

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        resp: BoltResponse,  # noqa: ARG002 # Bolt's signature
        next: Next,  # noqa: A002 # the same
    ) -> BoltResponse:
        """Claim the delivery, or stop."""
        key = delivery_key(req.body)
        if key is None:
            return await next()
        if not self._delivered.claim(key):
            return await req.context.ack()
        req.context["claim"] = key
        return await next()
