"""Options of type-ahead menus."""

from bot.slack.blocks import ids
from bot.slack.doors import Doors
from bot.slack.listeners.options.pick_criterion import suggest_callback


def register(doors: Doors) -> None:
    """Register the menu of the search window."""
    doors.options(ids.PICK_CRITERION, suggest_callback)
