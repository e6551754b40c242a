"""Steps for Workflow Builder."""

from bot.slack.doors import Doors
from bot.slack.listeners.functions.lookup_criterion import lookup_criterion_callback


def register(doors: Doors) -> None:
    """Register the step."""
    doors.function(
        "lookup_criterion",
        lookup_criterion_callback,
        "In Workflow Builder, the step *Look up a criterion* answers a question.",
    )
