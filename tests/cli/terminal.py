"""Running ``wwc-bot``: in this process for what it says, as one of its own for how it starts."""

import json
import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from bot.cli import main
from tests.conftest import SMALL

TOP = Path(__file__).parents[2]


def wwc_bot(*arguments: str, stdin: bytes = b"", knowledge: Path = SMALL) -> Result:
    """Run a command in this process, on the small knowledge unless another folder is named."""
    return CliRunner().invoke(
        main,
        arguments,
        input=stdin,
        env={"WWC_BOT_KNOWLEDGE": str(knowledge)},
        prog_name="wwc-bot",
        catch_exceptions=False,
    )


def asked(stdin: bytes, knowledge: Path = SMALL) -> list[dict[str, object]]:
    """Return the objects that ``ask --json`` gives for lines of input."""
    done = wwc_bot("ask", "--json", stdin=stdin, knowledge=knowledge)
    assert done.exit_code == 0
    return [json.loads(line) for line in done.stdout.splitlines()]


def process(*arguments: str | bytes, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``python -m bot`` as people do and return what it printed; it takes half a second."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "bot", *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        cwd=TOP,
        env={**os.environ, **environment},
        check=False,
    )


def shell(
    line: str, knowledge: Path, cwd: Path = TOP, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Type a line into a shell where this knowledge is the bot's."""
    return subprocess.run(
        ["/bin/sh", "-c", line],
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        env={**os.environ, "WWC_BOT_KNOWLEDGE": str(knowledge), **environment},
        check=False,
    )
