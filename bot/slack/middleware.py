"""What happens before every listener: acknowledgements kept, copies dropped, the desk at hand."""

from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.response import BoltResponse

from bot.slack.delivered import Delivered, delivery_key

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


def lay_out(things: dict[str, Any]) -> Callable[..., Awaitable[BoltResponse]]:
    """Make the middleware that hands things to listeners, which name them as arguments."""

    async def at_hand(context: AsyncBoltContext, next_: Next) -> BoltResponse:
        context["ack"] = KeptAck()
        context.update(things)
        return await next_()

    return at_hand


async def once(
    body: dict[str, Any], context: AsyncBoltContext, delivered: Delivered, next_: Next
) -> BoltResponse:
    """Acknowledge copies of what is in hand already, and go no further."""
    key = delivery_key(body)
    if key is None:
        return await next_()
    if not delivered.claim(key):
        return await context.ack()
    context["claim"] = key
    return await next_()
