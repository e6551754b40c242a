"""The listeners, one folder for each kind; ``register`` here registers them all."""

from bot.ops.settings import Settings
from bot.slack.listeners import actions, commands, events, functions, options, shortcuts
from bot.slack.registry import Registry


def register(registry: Registry, settings: Settings) -> None:
    """Register every listener; the help lists those that people use, in this order."""
    events.register(registry)
    commands.register(registry, settings)
    shortcuts.register(registry)
    actions.register(registry)
    options.register(registry)
    functions.register(registry)
