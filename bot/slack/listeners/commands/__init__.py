"""Slash commands. Their names can be changed, since workspaces collide."""

from bot.ops.settings import Settings
from bot.slack.listeners.commands.ask import ask_callback
from bot.slack.listeners.commands.criteria import criteria_callback
from bot.slack.registry import Registry


def register(registry: Registry, settings: Settings) -> None:
    """Register the two commands under the names of the settings."""
    ask, criteria = settings.command_ask, settings.command_criteria
    registry.add(
        "command",
        ask,
        ask_callback,
        f"`{ask} do we need an open data policy?` answers only you; share it if you like. "
        f"`{ask} OD1` shows a criterion by its code.",
        ("commands",),
    )
    registry.add(
        "command",
        criteria,
        criteria_callback,
        f"`{criteria}` lists the categories, `{criteria} open data` the criteria of one.",
        ("commands",),
    )
