"""The listeners, one folder for each kind; ``register`` here registers them all."""

from bot.ops.settings import Settings
from bot.slack.doors import Doors
from bot.slack.listeners import actions, commands, events, functions, options, shortcuts


def register(doors: Doors, settings: Settings) -> None:
    """Register every listener; the help lists those that people use, in this order."""
    events.register(doors)
    commands.register(doors, settings)
    shortcuts.register(doors)
    actions.register(doors)
    options.register(doors)
    functions.register(doors)
