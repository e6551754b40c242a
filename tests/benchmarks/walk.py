"""How far a reader has to walk through the files of bot/ to follow one question.

    python -m tests.benchmarks.walk

Follows (a) a mention in HTTP mode, from the request to the posted blocks, and (b) ``wwc-bot ask``,
with ``sys.setprofile``. Counts, without ``__init__`` files, comprehensions and the local Slack of
bot/web: the files passed, the functions in them, their calls (a coroutine that goes on counts
again), and the jumps: how often the next call is in another file. Prints the files of each way in
the order in which they are first passed.
"""

import asyncio
import contextlib
import io
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from types import FrameType
from typing import Any

import bot as package
from bot.cli import main

ROOT = str(Path(package.__file__).parent) + "/"
QUESTION = "do we need a law for open data?"


@dataclass
class Walk:
    """The calls of one way through bot/, as file and function, in order."""

    calls: list[tuple[str, str]] = field(default_factory=list)

    @property
    def files(self) -> list[str]:
        """Return the files, in the order in which they are first passed."""
        return list(dict.fromkeys(file for file, _ in self.calls))

    @property
    def functions(self) -> int:
        """Count the distinct functions."""
        return len(set(self.calls))

    @property
    def jumps(self) -> int:
        """Count how often the next call is in another file."""
        return sum(one != other for (one, _), (other, _) in pairwise(self.calls))

    def __str__(self) -> str:
        """Return the four counts in a line."""
        return (
            f"{len(self.files)} files, {self.functions} functions, "
            f"{len(self.calls)} calls, {self.jumps} jumps"
        )

    @contextlib.contextmanager
    def followed(self) -> Iterator[None]:
        """Note every call until the block ends."""
        sys.setprofile(self._note)
        try:
            yield
        finally:
            sys.setprofile(None)

    def _note(self, frame: FrameType, event: str, _: Any) -> None:
        path, name = frame.f_code.co_filename, frame.f_code.co_qualname
        if event != "call" or not path.startswith(ROOT) or path.endswith("__init__.py"):
            return
        file = path.removeprefix(ROOT)
        if not file.startswith("web/") and not name.rpartition(".")[2].startswith("<"):
            self.calls.append((file, name))


async def mention(question: str = QUESTION) -> Walk:
    """Follow a mention over HTTP until its answer is posted."""
    from tests.slack.bots import running

    walk = Walk()
    async with running("http") as bot:
        with walk.followed():
            await bot.delivery.event(bot.slack.payloads.app_mention(question))
            await bot.slack.wait_for(bot.posts)
    return walk


def ask(question: str = QUESTION) -> Walk:
    """Follow ``wwc-bot ask`` from the command to the printed answer, loading included."""
    walk = Walk()
    with walk.followed(), contextlib.redirect_stdout(io.StringIO()):
        main(["ask", question], standalone_mode=False)
    return walk


def show(title: str, walk: Walk, write: Callable[[str], Any] = print) -> None:
    """Print a walk: its counts and its files."""
    write(f"{title}: {walk}")
    for file in walk.files:
        write(f"    bot/{file}")


if __name__ == "__main__":
    show("wwc-bot ask", ask())
    show("app_mention over HTTP", asyncio.run(mention()))
