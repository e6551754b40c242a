"""Check every page against the types that Slack publishes for TypeScript.

    python -m tests.slack.official_types

Needs Node and the npm registry, so it is no part of the tests: run it when blocks change. It lays
out the answers to all questions of the bank, every card, list and window, and lets the TypeScript
compiler compare them with ``ChatPostMessageArguments`` and ``View``. Exit code 0 when all fit.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.slack.blocks import views
from bot.slack.blocks.answer import answer_page, bare_answer_page, restated_page, shared_page
from bot.slack.blocks.browse import categories_page, criteria_page
from bot.slack.blocks.card import card_page
from bot.slack.blocks.help import help_page
from bot.slack.blocks.page import Page, sentence_page
from bot.slack.blocks.why import why_page
from tests.slack.bots import engine

BANK = Path(__file__).parents[1] / "questions"
PACKAGES = ("typescript", "@slack/types", "@slack/web-api")
OPTIONS = "--noEmit --strict --skipLibCheck --moduleResolution bundler --module es2022".split()
PER_FILE = 150


def questions() -> Iterator[str]:
    """Give every question of the bank."""
    for file in sorted(BANK.glob("*.jsonl")):
        for row in file.read_text(encoding="utf-8").splitlines():
            yield json.loads(row)["q"]


def pages() -> Iterator[Page]:
    """Give everything that is posted."""
    known = engine()
    for question in questions():
        answer = known.ask(question)
        yield answer_page(answer, "U1")
        yield restated_page(answer_page(answer, "U1", private=True, share=True), question)
        yield shared_page(answer, "U1")
        yield why_page(answer)
    for card in map(known.card, known.catalog.entries):
        assert card
        yield card_page(card)
    for page in map(known.category, known.catalog.practices):
        assert page
        yield criteria_page([page])
    yield from (categories_page(known.categories()), help_page(["one way"]), sentence_page("No."))


def windows() -> Iterator[views.View]:
    """Give every kind of window, and the Home tab."""
    known = engine()
    yield views.search_view()
    for card in map(known.card, known.catalog.entries):
        assert card
        yield views.search_view(card.choice, card_page(card))
        yield views.modal(card_page(card))
    for question in questions():
        answer = known.ask(question)
        yield views.modal(bare_answer_page(answer, "U1"))
    yield views.home_view(known.categories())


def write(folder: Path, type_name: str, package: str, payloads: list[Any]) -> list[str]:
    """Write payloads as TypeScript and return the names of the files."""
    names = []
    for start in range(0, len(payloads), PER_FILE):
        names.append(f"{type_name}{start}.ts")
        (folder / names[-1]).write_text(
            f"import type {{ {type_name} }} from '{package}';\n"
            f"export const all: {type_name}[] = {json.dumps(payloads[start : start + PER_FILE])};\n"
        )
    return names


def main() -> int:
    """Lay out, write, compile; return the compiler's exit code."""
    messages = [
        {"channel": "C1", "thread_ts": "1.1", "text": page.text, "blocks": list(page.blocks)}
        for page in pages()
    ]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        install = ["npm", "install", "--silent", *PACKAGES]
        subprocess.run(install, cwd=folder, check=True)
        files = write(folder, "ChatPostMessageArguments", "@slack/web-api", messages)
        files += write(folder, "View", "@slack/types", list(windows()))
        compile_all = ["npx", "tsc", *OPTIONS, *files]
        done = subprocess.run(compile_all, cwd=folder, check=False)
    verdict = "fit" if done.returncode == 0 else "do not all fit"
    sys.stdout.write(f"{len(messages)} messages and the views {verdict} Slack's types.\n")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
