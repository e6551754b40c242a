"""One way to deliver, whichever road it takes: over a WebSocket or as signed HTTP requests.

A test that is parametrized with "socket" and "http" says the same on both:

    ack = await delivery.event(slack.payloads.app_mention("what is open data?"))
    assert ack.ok
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from .acknowledgments import check_options, check_reply, check_submission
from .schema import Json
from .validate import Problem

if TYPE_CHECKING:
    from .server import LocalSlack

# Seconds after which what was waited for will not come any more, however slow the machine is.
PATIENCE = 60.0
Door = Literal["events_api", "slash_commands", "interactive"]


@dataclass(frozen=True)
class Ack:
    """How the app acknowledged: HTTP status (200 for a WebSocket), body and seconds it took.

    The status is None where there was none within the limit; `why` then tells the reason.
    """

    status: int | None
    body: Any
    seconds: float
    why: str = ""

    @property
    def ok(self) -> bool:
        """Tell whether Slack takes the payload as delivered."""
        return self.status is not None and 200 <= self.status < 300


class Delivery(ABC):
    """Delivers payloads, judges how they are acknowledged and does what the answer asks for."""

    mode: str

    def __init__(self, slack: LocalSlack) -> None:
        """Deliver what happens in this workspace."""
        self._slack = slack

    @abstractmethod
    async def ready(self, timeout: float = PATIENCE) -> None:
        """Wait until the app can be reached."""

    @abstractmethod
    async def _send(self, door: Door, payload: Json, retry: int, reason: str) -> Ack:
        """Carry one payload to the app."""

    async def event(self, payload: Json, *, retry: int = 0, reason: str = "") -> Ack:
        """Deliver an event; the same payload with retry=1, 2 or 3 is a re-delivery.

        https://docs.slack.dev/apis/events-api#retries
        """
        ack = await self._send("events_api", payload, retry, reason)
        self._judge("events_api", ack, _empty(ack))
        return ack

    async def insist(self, payload: Json, *, retry: int = 0) -> Ack:
        """Deliver an event and, where it is not acknowledged, up to three times more as Slack does.

        https://docs.slack.dev/apis/events-api#retries: Slack waits for minutes in between, we wait
        for a connection.
        """
        for attempt in range(retry, retry + 4):
            await self.ready()
            ack = await self.event(payload, retry=attempt, reason="http_timeout" if attempt else "")
            if ack.ok:
                break
        return ack

    async def command(self, payload: Json) -> Ack:
        """Deliver a slash command; what the acknowledgment says is shown to the person.

        https://docs.slack.dev/interactivity/implementing-slash-commands
        """
        ack = await self._send("slash_commands", payload, 0, "")
        problem = check_reply(ack.body, self._slack.unique_action_ids) if ack.body else None
        self._judge(payload["command"], ack, problem)
        if ack.ok and ack.body and not problem:
            path = payload["response_url"].removeprefix(self._slack.url)
            body = {"text": ack.body} if isinstance(ack.body, str) else ack.body
            self._slack.reply(self._slack.workspace.response_urls[path], body)
        return ack

    async def interactive(self, payload: Json) -> Ack:
        """Deliver a click, a shortcut, a submitted window or a request for options.

        https://docs.slack.dev/interactivity/handling-user-interaction
        """
        ack = await self._send("interactive", payload, 0, "")
        kind = payload["type"]
        if kind == "block_suggestion":
            problem = check_options(ack.body)
        elif kind == "view_submission":
            unique = self._slack.unique_action_ids
            problem = check_submission(ack.body, payload["view"], unique)
        else:
            problem = _empty(ack)
        self._judge(kind, ack, problem)
        if ack.ok and not problem:
            self._follow(payload, ack)
        return ack

    def _judge(self, where: str, ack: Ack, problem: Problem | None) -> None:
        """Keep what Slack would not take."""
        if ack.status is None:
            self._slack.blame(where, Problem(ack.why))
        elif not ack.ok:
            self._slack.blame(where, Problem(f"http_error_{ack.status}"))
        elif problem:
            self._slack.blame(where, problem)

    def _follow(self, payload: Json, ack: Ack) -> None:
        """Move the windows as the answer asks: https://docs.slack.dev/surfaces/modals."""
        place = self._slack.workspace
        view = place.views.get(payload.get("view", {}).get("id", ""))
        if view is None or payload["type"] not in ("view_submission", "view_closed"):
            return
        body = ack.body or {}
        action = body.get("response_action")
        if action == "update":
            place.replace(view, body["view"])
        elif action == "push":
            place.open(body["view"], view)
        elif action == "clear" or payload.get("is_cleared"):
            place.close(view)
        elif action is None:
            del place.views[view["id"]]


def _empty(ack: Ack) -> Problem | None:
    """Refuse a body where Slack would throw it away."""
    return None if ack.body in (None, "", {}) else Problem("unexpected_response_body")
