"""Is the bot connected to Slack? What /healthz says comes from here, and from nothing constant."""

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Literal

State = Literal["starting", "ok", "down"]
SILENT_FOR = 30.0
"""Seconds without an answer to our questions after which we count as cut off."""


@dataclass
class Health:
    """The state of the connection, told by whoever talks to Slack.

    Attributes:
        mode: how the bot is connected.
        connected: asks Socket Mode's client for the state of its socket; HTTP mode has none.
        refresh: asks Slack anew whether it accepts the token, where the last answer is old.
        problem: Slack's code for why it refuses the token.
        signed_in: whether Slack has ever accepted the token.

    """

    mode: Literal["socket", "http"]
    connected: Callable[[], Awaitable[bool]] | None = None
    refresh: Callable[[], Awaitable[None]] | None = None
    clock: Callable[[], float] = time.monotonic
    problem: str | None = None
    signed_in: bool = False
    _heard: float | None = None
    _silent_since: float | None = None

    @property
    def answers(self) -> bool:
        """Whether Slack answered the last question."""
        return self._silent_since is None

    def heard(self) -> None:
        """Slack answered and accepts the token."""
        self.problem, self._heard, self._silent_since = None, self.clock(), None
        self.signed_in = True

    def unanswered(self) -> bool:
        """Slack gave no answer to a question; return whether that is news."""
        if news := self.answers:
            self._silent_since = self.clock()
        return news

    def failed(self, problem: str) -> bool:
        """Slack refuses the token; return whether that is news.

        ``problem`` is a code such as ``token_revoked``, never what somebody wrote.
        """
        news, self.problem, self._silent_since = self.problem != problem, problem, None
        return news

    async def report(self) -> tuple[int, dict[str, str | int]]:
        """Return the HTTP status and the JSON of /healthz."""
        if self.refresh:
            await self.refresh()
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
        if self._silent_since is not None and self.clock() - self._silent_since > SILENT_FOR:
            return "down", "Slack does not answer"
        if self.connected and not await self.connected():
            return "down", "the socket is not connected, or does not stay so"
        return "ok", ""
