"""Shortcuts: the search window from anywhere, and the criteria that a message touches."""

from bot.slack.listeners.shortcuts.match_message import match_message_callback
from bot.slack.listeners.shortcuts.search_criteria import search_criteria_callback
from bot.slack.registry import Registry


def register(registry: Registry) -> None:
    """Register the two shortcuts."""
    registry.add(
        "global_shortcut",
        "search_criteria",
        search_criteria_callback,
        "The shortcut *Search criteria* finds a criterion while you type.",
        ("commands",),
    )
    registry.add(
        "message_shortcut",
        "match_message",
        match_message_callback,
        "The message shortcut *Which criteria?* reads a message for you; it works in threads, too.",
        ("commands",),
    )
