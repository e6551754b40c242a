"""Steps for Workflow Builder."""

from bot.slack.listeners.functions.lookup_criterion import lookup_criterion_callback
from bot.slack.registry import Registry


def register(registry: Registry) -> None:
    """Register the step."""
    registry.add(
        "function",
        "lookup_criterion",
        lookup_criterion_callback,
        "In Workflow Builder, the step *Look up a criterion* answers a question.",
    )
