"""What is being answered right now, so that a stop can wait for it."""

import asyncio

from slack_bolt.async_app import AsyncApp
from slack_bolt.listener.async_listener_completion_handler import AsyncListenerCompletionHandler
from slack_bolt.listener.async_listener_start_handler import AsyncListenerStartHandler
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse


class InFlight:
    """Counts the listeners that run."""

    def __init__(self, app: AsyncApp) -> None:
        """Count the listeners of this app."""
        self._count = 0
        self._idle = asyncio.Event()
        self._idle.set()
        app.listener_runner.listener_start_handler = _Count(self, 1)
        app.listener_runner.listener_completion_handler = _Count(self, -1)

    def add(self, change: int) -> None:
        """Count one more, or one less."""
        self._count += change
        if self._count:
            self._idle.clear()
        else:
            self._idle.set()

    async def finished(self, seconds: float) -> bool:
        """Wait until nothing runs; False when that takes too long."""
        try:
            await asyncio.wait_for(self._idle.wait(), seconds)
        except TimeoutError:
            return False
        return True


class _Count(AsyncListenerStartHandler, AsyncListenerCompletionHandler):
    """Bolt calls it when a listener starts, or when one is done."""

    def __init__(self, underway: InFlight, change: int) -> None:
        self._underway, self._change = underway, change

    async def handle(
        self,
        request: AsyncBoltRequest,  # noqa: ARG002 - Bolt names the arguments
        response: BoltResponse | None,  # noqa: ARG002 - the same
    ) -> None:
        self._underway.add(self._change)
