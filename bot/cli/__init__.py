"""``wwc-bot``: the command line. Exit codes are in each command's --help and in the README."""

import os
import shutil
import sys
from importlib.metadata import version
from io import TextIOWrapper
from pathlib import Path

import click

from bot.cli import texts
from bot.cli.ask import ask
from bot.cli.chat import chat
from bot.cli.check import check
from bot.cli.criteria import criteria
from bot.cli.diff import diff
from bot.cli.evaluate import evaluate
from bot.cli.exit_codes import TO_MEND
from bot.cli.learn import learn
from bot.cli.links import links
from bot.cli.new import new
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
        main(prog_name=program_name())
    except OSError as error:
        # Only writing is left to fail: what is read is checked where it is read.
        if sys.stderr:
            sys.stderr.write(f"The output cannot be written ({error.strerror}).\n")
        os._exit(TO_MEND)  # a normal exit would try to flush the same output again


def program_name() -> str:
    """Return what people typed to start this, so that they can type again what answers suggest."""
    if Path(sys.argv[0]).name == "__main__.py":
        return f"{_as_typed(sys.executable)} -m bot"
    return _as_typed(sys.argv[0])


def _as_typed(path: str) -> str:
    """Shorten the path of a program: its name where the shell finds it, else from this folder."""
    full, here = os.path.abspath(path), Path.cwd()
    if shutil.which(Path(path).name) == full:
        return Path(path).name
    return str(Path(full).relative_to(here)) if Path(full).is_relative_to(here) else path


for command in (ask, chat, criteria, diff, new, check, links, evaluate, learn, run):
    main.add_command(command)
