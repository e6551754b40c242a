"""``wwc-bot``: the command line. Exit codes are in each command's --help and in the README."""

import sys
from importlib.metadata import version
from io import TextIOWrapper

import click

from bot.cli import words
from bot.cli.asking import ask, criteria
from bot.cli.keeping import check, evaluate, learn
from bot.cli.run import run


@click.group(help=words.ABOUT, epilog=words.EXAMPLES)
@click.version_option(version("wwc-bot"), prog_name="wwc-bot")
def main() -> None:
    """Run the command that was named, on any terminal: what it cannot show becomes a "?"."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


for command in (ask, criteria, check, evaluate, learn, run):
    main.add_command(command)
