"""``python -m bot``: the same as ``wwc-bot``."""

from bot.cli import main

main(prog_name="wwc-bot")
