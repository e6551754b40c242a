"""Faults to script: what Slack does on a bad day.

Every fault is for the next `times` calls of a method (None: for good), or for a seeded `share` of
them. The method `"*"` is every method; the pseudo-method `"link"` is the WebSocket handshake of
Socket Mode and `"response_url"` every response_url.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from random import Random
from typing import Literal

Kind = Literal["rate_limit", "server_error", "hang", "drop", "error", "garble"]


@dataclass
class Fault:
    """One scripted fault; `times` counts down as it happens."""

    kind: Kind
    method: str
    times: int | None = 1
    share: float = 1.0
    status: int = 500
    seconds: float = 0.0
    error: str = ""
    body: str = ""
    sort: str = ""

    def fits(self, method: str) -> bool:
        """Tell whether the fault is meant for this method and not yet used up."""
        return self.method in ("*", method) and self.times != 0


@dataclass
class Faults:
    """The faults that are scripted, and those that happened."""

    seed: int = 0
    script: list[Fault] = field(default_factory=list)
    happened: list[tuple[str, Fault]] = field(default_factory=list)
    token_error: str = ""

    def __post_init__(self) -> None:
        """Seed the dice for faults that hit a share of the calls."""
        self._dice = Random(self.seed)
        self._cleared = asyncio.Event()

    def rate_limit(
        self,
        method: str = "*",
        *,
        retry_after: int | None = 1,
        times: int | None = 1,
        share: float = 1.0,
    ) -> None:
        """Answer 429 with Retry-After, or without: https://docs.slack.dev/apis/web-api/rate-limits."""
        seconds = -1 if retry_after is None else retry_after
        self.script.append(Fault("rate_limit", method, times, share, seconds=seconds))

    def server_error(
        self,
        method: str = "*",
        *,
        status: int = 500,
        times: int | None = 1,
        share: float = 1.0,
    ) -> None:
        """Answer 500 in JSON, or another 5xx with the web page of a gateway."""
        self.script.append(Fault("server_error", method, times, share, status=status))

    def hang(
        self, method: str = "*", *, seconds: float, times: int | None = 1, share: float = 1.0
    ) -> None:
        """Do nothing for some seconds, or until the faults are cleared, then carry on."""
        self.script.append(Fault("hang", method, times, share, seconds=seconds))

    def drop(self, method: str = "*", *, times: int | None = 1, share: float = 1.0) -> None:
        """Close the connection instead of answering.

        The client of aiohttp tries a dropped GET once more by itself, so that a handshake or a
        users.info fails only where `times` is 2.
        """
        self.script.append(Fault("drop", method, times, share))

    def error(
        self, error: str, method: str = "*", *, times: int | None = 1, share: float = 1.0
    ) -> None:
        """Answer `{"ok": false, "error": error}`, for example expired_trigger_id."""
        self.script.append(Fault("error", method, times, share, error=error))

    def garble(
        self,
        method: str,
        *,
        status: int,
        body: str = "upstream connect error",
        sort: str = "text/plain",
        times: int | None = 1,
    ) -> None:
        """Answer what a proxy in between answers, or JSON that breaks off."""
        self.script.append(Fault("garble", method, times, status=status, body=body, sort=sort))

    def revoke_token(self, error: str = "token_revoked") -> None:
        """Refuse the bot token from now on; also account_inactive or invalid_auth."""
        self.token_error = error

    def restore_token(self) -> None:
        """Accept the bot token again."""
        self.token_error = ""

    def clear(self) -> None:
        """Forget every fault that has not happened yet, and end those that hang."""
        self._cleared.set()
        self._cleared = asyncio.Event()
        self.script.clear()
        self.token_error = ""

    async def wait(self, fault: Fault) -> None:
        """Hang for the seconds of a fault, or until the faults are cleared."""
        try:
            await asyncio.wait_for(self._cleared.wait(), fault.seconds)
        except TimeoutError:
            return

    def take(self, method: str) -> Fault | None:
        """Give the first fault for this call and count it; roll the dice for a share."""
        for fault in self.script:
            if fault.fits(method) and self._dice.random() < fault.share:
                if fault.times is not None:
                    fault.times -= 1
                self.happened.append((method, fault))
                return fault
        return None
