"""``python -m bot``: the same as ``wwc-bot``."""

from bot.cli import start

start()
