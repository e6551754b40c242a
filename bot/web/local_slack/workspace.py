"""The city's Slack workspace: people, channels, messages, windows and what may still be used."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from .schema import Json
from .validate import RefusedError

TEAM = "T0CITY0001"
APP = "A0WWCBOT01"
BOT = "B0WWCBOT01"
BOT_USER = "U0WWCBOT01"
ALICE = "U0ALICE001"
BOB = "U0BOB00001"
GENERAL = "C0GENERAL1"
DM = "D0ALICE001"
RESPONSE_USES = 5
RESPONSE_LIFETIME = 30 * 60
VIEW_STACK = 3


@dataclass
class Trigger:
    """A trigger_id: for one use, within three seconds."""

    expires: float
    view_id: str = ""
    used: bool = False


@dataclass
class ResponseUrl:
    """A response_url: for five uses within thirty minutes, of one message in one channel."""

    expires: float
    channel: str
    user: str
    ts: str = ""
    uses: int = 0


@dataclass
class Workspace:
    """Everything Slack remembers; ids never repeat."""

    trigger_lifetime: float = 3.0
    clock: Callable[[], float] = time.monotonic
    users: dict[str, str] = field(
        default_factory=lambda: {ALICE: "alice", BOB: "bob", BOT_USER: "wwc-bot"}
    )
    channels: dict[str, str] = field(
        default_factory=lambda: {GENERAL: "general", DM: "directmessage"}
    )
    outside: set[str] = field(default_factory=set)
    messages: dict[tuple[str, str], Json] = field(default_factory=dict)
    ephemerals: list[Json] = field(default_factory=list)
    views: dict[str, Json] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)
    triggers: dict[str, Trigger] = field(default_factory=dict)
    response_urls: dict[str, ResponseUrl] = field(default_factory=dict)
    executions: dict[str, Json] = field(default_factory=dict)
    workflow_tokens: set[str] = field(default_factory=set)
    reactions: set[tuple[str, str, str]] = field(default_factory=set)
    skipped: float = 0.0

    def __post_init__(self) -> None:
        """Start counting."""
        self._count = count(1)
        self._started = int(time.time())

    def now(self) -> float:
        """Tell the time, with what a test skipped."""
        return self.clock() + self.skipped

    def new(self, prefix: str) -> str:
        """Make an id as Slack words them, for example Ev0000002A."""
        return f"{prefix}{next(self._count):09X}"

    def ts(self) -> str:
        """Make the timestamp that names a message: later than every one before."""
        return f"{self._started}.{next(self._count):06d}"

    # What interactions hand out

    def trigger(self, view_id: str = "") -> str:
        """Hand out a trigger_id; one from a window may push onto that window."""
        trigger_id = f"{next(self._count)}.{self._started}.{next(self._count):032x}"
        self.triggers[trigger_id] = Trigger(self.now() + self.trigger_lifetime, view_id)
        return trigger_id

    def exchange(self, trigger_id: Any) -> Trigger:
        """Use a trigger_id up: https://docs.slack.dev/interactivity/handling-user-interaction."""
        trigger = self.triggers.get(trigger_id)
        if trigger is None:
            raise RefusedError("invalid_trigger_id")
        if trigger.used:
            raise RefusedError("exchanged_trigger_id")
        if self.now() > trigger.expires:
            raise RefusedError("expired_trigger_id")
        trigger.used = True
        return trigger

    def response_path(self, channel: str, user: str, ts: str = "") -> str:
        """Hand out the path of a response_url."""
        path = f"/response/{TEAM}/{next(self._count)}/{next(self._count):024x}"
        expires = self.now() + RESPONSE_LIFETIME
        self.response_urls[path] = ResponseUrl(expires, channel, user, ts)
        return path

    def use_response_url(self, path: str) -> ResponseUrl:
        """Count one use of a response_url.

        https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
        """
        known = self.response_urls.get(path)
        if known is None:
            raise RefusedError("invalid_url")
        if self.now() > known.expires:
            raise RefusedError("expired_url")
        if known.uses >= RESPONSE_USES:
            raise RefusedError("used_url")
        known.uses += 1
        return known

    # Channels and messages

    def channel(self, channel: str) -> str:
        """Resolve a channel, opening the direct message where a person is named."""
        if channel in self.users:
            channel = self.direct(channel)
        if channel not in self.channels:
            raise RefusedError("channel_not_found")
        if channel in self.outside:
            raise RefusedError("not_in_channel")
        return channel

    def direct(self, user: str) -> str:
        """Give the direct message channel of a person."""
        channel = f"D{user[1:]}"
        self.channels.setdefault(channel, "directmessage")
        return channel

    def post(self, channel: str, user: str, content: Json, **more: Any) -> Json:
        """Keep a message that everyone in the channel sees."""
        ts = self.ts()
        message = {"type": "message", "user": user, "ts": ts, **more, **_content(content, self)}
        if user == BOT_USER:
            message |= {"bot_id": BOT, "app_id": APP, "team": TEAM}
        self.messages[channel, ts] = message | {"channel": channel}
        return self.messages[channel, ts]

    def whisper(self, channel: str, user: str, content: Json, **more: Any) -> Json:
        """Keep a message that one person sees."""
        message = {"type": "message", "ts": self.ts(), "channel": channel, "for": user}
        self.ephemerals.append(message | more | _content(content, self))
        return self.ephemerals[-1]

    def own(self, channel: str, ts: str, refusal: str) -> Json:
        """Find a message that the bot may change."""
        message = self.messages.get((channel, ts))
        if message is None:
            raise RefusedError("message_not_found")
        if message["user"] != BOT_USER:
            raise RefusedError(refusal)
        return message

    def edit(self, message: Json, content: Json) -> None:
        """Change what a message says; blocks that the app does not send again stay."""
        kept = {
            key: message[key]
            for key in ("blocks", "attachments")
            if key in message and key not in content
        }
        message |= _content(content, self) | kept | {"edited": {"user": BOT_USER, "ts": self.ts()}}

    def home(self, user: str) -> Json | None:
        """Give the Home tab of a person, once something was published there."""
        return self.views.get(self.homes.get(user, ""))

    # Windows: https://docs.slack.dev/surfaces/modals

    def open(self, view: Json, parent: Json | None = None) -> Json:
        """Open a window, or put one on top of another."""
        view_id = self.new("V")
        stack = [each for each in self.views.values() if parent and _root(each) == _root(parent)]
        if len(stack) >= VIEW_STACK:
            raise RefusedError("push_limit_reached")
        previous = parent["id"] if parent else None
        root = _root(parent) if parent else view_id
        self.views[view_id] = self._full(view, view_id, previous, root)
        return self.views[view_id]

    def replace(self, old: Json, view: Json) -> Json:
        """Put new content into an open window or a Home tab."""
        view_id = old["id"]
        self.views[view_id] = self._full(view, view_id, old["previous_view_id"], _root(old))
        return self.views[view_id]

    def publish(self, user: str, view: Json) -> Json:
        """Put content into the Home tab of a person."""
        view_id = self.homes.setdefault(user, self.new("V"))
        self.views[view_id] = self._full(view, view_id, None, view_id)
        return self.views[view_id]

    def close(self, view: Json) -> None:
        """Close a window and every one stacked with it."""
        root = _root(view)
        self.views = {key: each for key, each in self.views.items() if _root(each) != root}

    def _full(self, view: Json, view_id: str, previous: str | None, root: str) -> Json:
        """Fill in what Slack adds to a view."""
        external_id = view.get("external_id") or ""
        others = [each for each in self.views.values() if each["id"] != view_id]
        if external_id and any(each["external_id"] == external_id for each in others):
            raise RefusedError("duplicate_external_id")
        return {
            "private_metadata": "",
            "callback_id": "",
            "clear_on_close": False,
            "notify_on_close": False,
            "close": None,
            "submit": None,
            **view,
            "id": view_id,
            "team_id": TEAM,
            "external_id": external_id,
            "blocks": named(view["blocks"], self),
            "state": {"values": {}},
            "hash": f"{self._started}.{next(self._count):08x}",
            "previous_view_id": previous,
            "root_view_id": root,
            "app_id": APP,
            "app_installed_team_id": TEAM,
            "bot_id": BOT,
        }


def _root(view: Json) -> str:
    return str(view["root_view_id"])


def _content(content: Json, workspace: Workspace) -> Json:
    """Keep what a message says; text of mentions and links stays as it was sent."""
    kept = {k: content[k] for k in ("thread_ts", "attachments", "metadata") if content.get(k)}
    text = content.get("text") or content.get("markdown_text") or ""
    return {**kept, "text": text, "blocks": named(content.get("blocks") or [], workspace)}


def named(blocks: list[Json], workspace: Workspace) -> list[Json]:
    """Give every block the block_id that Slack makes up where the app gives none."""
    return [{"block_id": workspace.new("b"), **block} for block in blocks]
