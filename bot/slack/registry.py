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
    """One way in: its name in Slack, how people use it (empty where they need not know), scopes."""

    kind: Kind
    name: str
    help: str = ""
    scopes: tuple[str, ...] = ()


class Registry:
    """Registers callbacks with Bolt and remembers what was registered."""

    def __init__(self, app: AsyncApp) -> None:
        """Register with this app."""
        self.app = app
        self.registered: list[Registration] = []

    def event(
        self, name: str, callback: Callback, usage: str = "", scopes: tuple[str, ...] = ()
    ) -> None:
        """Listen to an event."""
        self.app.event(name)(callback)
        self.registered.append(Registration("event", name, usage, scopes))

    def command(self, name: str, callback: Callback, usage: str) -> None:
        """Listen to a slash command."""
        self.app.command(name)(callback)
        self.registered.append(Registration("command", name, usage, ("commands",)))

    def global_shortcut(self, name: str, callback: Callback, usage: str) -> None:
        """Listen to a shortcut of the search box and the message composer."""
        self.app.global_shortcut(name)(callback)
        self.registered.append(Registration("global_shortcut", name, usage, ("commands",)))

    def message_shortcut(self, name: str, callback: Callback, usage: str) -> None:
        """Listen to a shortcut in the menu of a message."""
        self.app.message_shortcut(name)(callback)
        self.registered.append(Registration("message_shortcut", name, usage, ("commands",)))

    def action(self, name: str | re.Pattern[str], callback: Callback) -> None:
        """Listen to a button or a menu."""
        self.app.action(name)(callback)
        self.registered.append(
            Registration("action", name if isinstance(name, str) else name.pattern)
        )

    def options(self, name: str, callback: Callback) -> None:
        """Answer a type-ahead menu."""
        self.app.options(name)(callback)
        self.registered.append(Registration("options", name))

    def function(self, name: str, callback: Callback, usage: str) -> None:
        """Run as a step of Workflow Builder."""
        self.app.function(name)(callback)
        self.registered.append(Registration("function", name, usage))

    def helped(self) -> tuple[str, ...]:
        """Return the lines of the usage, in the order of registration."""
        return tuple(door.help for door in self.registered if door.help)
