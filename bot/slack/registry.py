"""Every listener is registered here; help and manifest are checked against that."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Literal

from slack_bolt.async_app import AsyncApp

Callback = Callable[..., Awaitable[Any]]
Kind = Literal[
    "event", "command", "global_shortcut", "message_shortcut", "action", "options", "function"
]


@dataclass(frozen=True)
class Registration:
    """A listener: its name in Slack, how people use it (empty where they need not know), scopes."""

    kind: Kind
    name: str
    usage: str = ""
    scopes: tuple[str, ...] = ()


class Registry:
    """Registers callbacks with Bolt and remembers what was registered."""

    def __init__(self, app: AsyncApp) -> None:
        """Register with this app."""
        self.app = app
        self.registered: list[Registration] = []

    def add(
        self,
        kind: Kind,
        name: str | re.Pattern[str],
        callback: Callback,
        usage: str = "",
        scopes: tuple[str, ...] = (),
    ) -> None:
        """Listen with the method of Bolt's app that is named like the kind."""
        getattr(self.app, kind)(name)(callback)
        shown = name if isinstance(name, str) else name.pattern
        self.registered.append(Registration(kind, shown, usage, scopes))

    def usages(self) -> tuple[str, ...]:
        """Return how people use the listeners, in the order of registration."""
        return tuple(one.usage for one in self.registered if one.usage)
