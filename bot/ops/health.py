"""Is the bot connected to Slack? What /healthz says comes from here, and from nothing constant."""

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Literal

State = Literal["starting", "ok", "down"]
STALE_AFTER = 30.0
"""Seconds without a good word from Slack after which we count as cut off: several missed checks."""


@dataclass
class Health:
    """The state of the connection, fed by whoever talks to Slack.

    ``connected`` asks Socket Mode's client for the state of its socket; HTTP mode has none.
    """

    mode: Literal["socket", "http"]
    connected: Callable[[], Awaitable[bool]] | None = None
    clock: Callable[[], float] = time.monotonic
    problem: str | None = None
    _heard: float | None = None

    @property
    def signed_in(self) -> bool:
        """Whether Slack has ever accepted the token."""
        return self._heard is not None

    def heard(self) -> None:
        """Slack answered and accepts the token."""
        self.problem, self._heard = None, self.clock()

    def failed(self, problem: str) -> None:
        """Slack refuses the token (a code such as ``token_revoked``, no text of people)."""
        self.problem = problem

    async def report(self) -> tuple[int, dict[str, str | int]]:
        """Return the HTTP status and the JSON of /healthz."""
        state, reason = await self._state()
        body: dict[str, str | int] = {"status": state, "mode": self.mode}
        if reason:
            body["reason"] = reason
        if self._heard is not None:
            body["seconds_since_slack_answered"] = int(self.clock() - self._heard)
        return HTTPStatus.OK if state == "ok" else HTTPStatus.SERVICE_UNAVAILABLE, body

    async def _state(self) -> tuple[State, str]:
        if self.problem:
            return "down", self.problem
        if self._heard is None:
            return "starting", "waiting for Slack to accept the token"
        if self.mode == "socket" and self.connected is None:
            return "starting", "connecting the socket"
        if self.clock() - self._heard > STALE_AFTER:
            return "down", "Slack does not answer"
        if self.connected and not await self.connected():
            return "down", "the socket is not connected"
        return "ok", ""
