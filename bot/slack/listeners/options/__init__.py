"""Options of type-ahead menus."""

from bot.slack.blocks import ids
from bot.slack.listeners.options.pick_criterion import suggest_callback
from bot.slack.registry import Registry


def register(registry: Registry) -> None:
    """Register the menu of the search window."""
    registry.add("options", ids.PICK_CRITERION, suggest_callback)
