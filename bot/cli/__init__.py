"""``wwc-bot``: the command line. Exit codes are in each command's --help and in the README."""

import os
import sys
from importlib.metadata import version
from io import TextIOWrapper

import click

from bot.cli import texts
from bot.cli.ask import ask, criteria
from bot.cli.check import check
from bot.cli.evaluate import evaluate
from bot.cli.learn import learn
from bot.cli.run import run


@click.group(help=texts.ABOUT, epilog=texts.EXAMPLES)
@click.version_option(version("wwc-bot"), prog_name="wwc-bot")
def main() -> None:
    """Run the command that was named, on any terminal: what it cannot show becomes a "?"."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def start() -> None:
    """Run ``wwc-bot``; when the output cannot be written, say so in a line and exit with 1."""
    try:
        main(prog_name="wwc-bot")
    except OSError as error:
        # Only writing is left to fail: what is read is checked where it is read.
        if sys.stderr:
            sys.stderr.write(f"The output cannot be written ({error.strerror}).\n")
        os._exit(1)  # a normal exit would try to flush the same output again


for command in (ask, criteria, check, evaluate, learn, run):
    main.add_command(command)
