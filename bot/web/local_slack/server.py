"""A local, strict Slack on real sockets: start it, point a bot at it, see what the bot did.

async with LocalSlack() as slack:
    client = AsyncWebClient(slack.bot_token, base_url=slack.api_url)
    await client.chat_postMessage(channel=GENERAL, text="hello")
    assert slack.calls_to("chat.postMessage")[0].params["text"] == "hello"
    assert slack.violations == []
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from aiohttp import ClientSession, web

from .acknowledgments import check_reply
from .delivery import PATIENCE
from .faults import Faults
from .http_mode import HttpMode
from .payloads import Payloads
from .schema import Json
from .socket_mode import SocketMode
from .validate import Problem, RefusedError, Uniqueness
from .web_api import METHODS
from .wire import answer_for, decode, read_call, send
from .workspace import BOT_USER, ResponseUrl, Workspace

MAX_BODY = 8 * 1024 * 1024
# Refusals that a bot cannot foresee; they are answered and not held against it.
UNFORESEEN = {
    "not_in_channel",
    "expired_trigger_id",
    "expired_url",
    "hash_conflict",
    "already_reacted",
    "no_reaction",
}


@dataclass(frozen=True)
class Call:
    """One call of the Web API, or one use of a response_url, and how it was answered.

    ``at`` is when it had arrived whole, before anything was checked.
    """

    method: str
    params: Json
    token: str
    at: float
    status: int | None
    answer: Any


@dataclass(frozen=True)
class Violation:
    """Something the bot did that Slack refuses."""

    where: str
    error: str
    messages: tuple[str, ...] = ()


class LocalSlack:
    """The server with all it saw; use it as an asynchronous context manager."""

    bot_token = "xoxb-local-bot"
    app_token = "xapp-local-app"
    signing_secret = "10ca1510ca1510ca1510ca1510ca1510"

    def __init__(
        self,
        *,
        ack_limit: float = 3.0,
        trigger_lifetime: float = 3.0,
        clock: Callable[[], float] = time.monotonic,
        unique_action_ids: Uniqueness = "block",
        seed: int = 0,
    ) -> None:
        """Prepare an empty workspace.

        Args:
            ack_limit: seconds within which an app has to acknowledge.
            trigger_lifetime: seconds within which a trigger_id has to be used.
            clock: gives the seconds by which trigger_ids and response_urls grow old.
            unique_action_ids: "block" as Slack does, or "surface" to be stricter.
            seed: for faults that hit a share of the calls.

        """
        self.ack_limit = ack_limit
        self.unique_action_ids = unique_action_ids
        self.calls: list[Call] = []
        self.responses: list[Call] = []
        self.violations: list[Violation] = []
        self.advice: list[str] = []
        self.faults = Faults(seed)
        self.workspace = Workspace(trigger_lifetime, clock)
        self.payloads = Payloads(self)
        self.socket = SocketMode(self)
        self.url = ""
        self._changed = asyncio.Condition()

    @property
    def api_url(self) -> str:
        """Give the address for SLACK_API_URL."""
        return f"{self.url}/api/"

    def environment(self, mode: str = "socket") -> dict[str, str]:
        """Give the environment variables that point a bot here, in "socket" or "http" mode."""
        secret = (
            {"SLACK_APP_TOKEN": self.app_token}
            if mode == "socket"
            else {"SLACK_SIGNING_SECRET": self.signing_secret}
        )
        return {"SLACK_BOT_TOKEN": self.bot_token, "SLACK_API_URL": self.api_url, **secret}

    def http(self, url: str) -> HttpMode:
        """Deliver to the app that listens at this address."""
        return HttpMode(self, url, self._session)

    async def __aenter__(self) -> LocalSlack:
        """Listen on a free port of 127.0.0.1."""
        app = web.Application(client_max_size=MAX_BODY)
        app.router.add_route("*", "/api/{method}", self._api)
        app.router.add_post("/response/{tail:.*}", self._response)
        app.router.add_get("/link/", self.socket.link)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"
        self._session = ClientSession()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close every connection."""
        self.faults.clear()
        await self.socket.close()
        await self._session.close()
        await self._runner.cleanup()

    # What tests ask

    def calls_to(self, method: str) -> list[Call]:
        """Give the calls of one method, in order."""
        return [call for call in self.calls if call.method == method]

    async def wait_for(self, predicate: Callable[[], Any], timeout: float = PATIENCE) -> Any:
        """Wait until something holds of what this Slack saw, and give it.

        Raises:
            AssertionError: when it does not hold in time; it lists what was seen.

        """
        try:
            async with asyncio.timeout(timeout), self._changed:
                return await self._changed.wait_for(predicate)
        except TimeoutError:
            seen = [f"{call.method} -> {call.answer}"[:300] for call in self.calls[-5:]]
            wrong = [str(violation)[:300] for violation in self.violations[-5:]]
            raise AssertionError(
                f"not seen within {timeout} s; last calls: {seen}; last violations: {wrong}"
            ) from None

    async def notify(self) -> None:
        """Let those who wait look again."""
        async with self._changed:
            self._changed.notify_all()

    def advance(self, seconds: float) -> None:
        """Let trigger_ids and response_urls grow older without waiting."""
        self.workspace.skipped += seconds

    def blame(self, where: str, problem: Problem) -> None:
        """Keep a violation, unless the bot could not know."""
        if problem.error in UNFORESEEN | {self.faults.token_error}:
            return
        self.violations.append(Violation(where, problem.error, problem.messages))

    # The Web API

    async def _api(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        raw, token = await read_call(request)
        arrived = self.workspace.now()
        fault = self.faults.take(method)
        if fault and fault.kind == "hang":
            await self.faults.wait(fault)
            fault = None
        status, answer = answer_for(fault) if fault else (200, self._answer(method, raw, token))
        self.calls.append(Call(method, self._seen(raw), token, arrived, status, answer))
        await self.notify()
        return send(request, fault, status, answer)

    def _answer(self, method: str, raw: Json, token: str) -> Json:
        known = METHODS.get(method)
        try:
            if known is None:
                raise RefusedError("unknown_method")
            self._authorize(known.caller, token)
            return {"ok": True, **known.answer(self, known.read(raw))}
        except RefusedError as refusal:
            self.blame(method, refusal.problem)
            return refusal.problem.answer()

    def _authorize(self, kind: str, token: str) -> None:
        """Check the sort of the token and whether it is ours.

        https://docs.slack.dev/authentication/tokens
        """
        if not token:
            raise RefusedError("not_authed")
        bot = token == self.bot_token or token in self.workspace.workflow_tokens
        if not bot and token != self.app_token:
            raise RefusedError("invalid_auth")
        if bot != (kind == "bot"):
            raise RefusedError("not_allowed_token_type")
        if bot and self.faults.token_error:
            raise RefusedError(self.faults.token_error)

    def _seen(self, raw: Json) -> Json:
        """Decode what tests like to look at."""
        return {key: decode(value) for key, value in raw.items() if key != "token"}

    # https://docs.slack.dev/interactivity/handling-user-interaction#message_responses

    async def _response(self, request: web.Request) -> web.StreamResponse:
        raw, _ = await read_call(request)
        arrived = self.workspace.now()
        fault = self.faults.take("response_url")
        if fault and fault.kind == "hang":
            await self.faults.wait(fault)
            fault = None
        status, answer = answer_for(fault) if fault else self._respond(request.path, raw)
        self.responses.append(Call(request.path, raw, "", arrived, status, answer))
        await self.notify()
        return send(request, fault, status, answer)

    def _respond(self, path: str, body: Json) -> tuple[int, Any]:
        try:
            known = self.workspace.use_response_url(path)
        except RefusedError as refusal:
            self.blame("response_url", refusal.problem)
            return 404, refusal.problem.answer()
        if problem := check_reply(body, self.unique_action_ids):
            self.blame("response_url", problem)
            return 400, problem.answer()
        self.reply(known, body)
        return 200, "ok"

    def reply(self, known: ResponseUrl, body: Json) -> None:
        """Do what a reply asks for: post, whisper, replace or delete."""
        place = self.workspace
        everyone = place.messages.get((known.channel, known.ts))
        private = next((m for m in place.ephemerals if m["ts"] == known.ts), None)
        if body.get("delete_original"):
            place.messages.pop((known.channel, known.ts), None)
            place.ephemerals = [m for m in place.ephemerals if m["ts"] != known.ts]
        elif body.get("replace_original") and (everyone or private):
            place.edit(everyone or private or {}, {"blocks": [], **body})
        elif body.get("response_type") == "in_channel":
            place.post(known.channel, BOT_USER, body)
        else:
            place.whisper(known.channel, known.user, body)
