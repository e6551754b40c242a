"""``wwc-bot ask``: from a question to text or JSON."""

import codecs
import json
import re
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import click

from bot.answers.plain import plain
from bot.cli import layout, texts
from bot.cli.exit_codes import NOT_UNDERSTOOD, WRONG_USE
from bot.cli.options import explain, knowledge_option, load, resources_json, say_notice
from bot.engine import Engine
from bot.knowledge import KnowledgeError
from bot.matching import Decision

LONGEST_LINE = 1_000_000
"""Bytes of one input line that are read; the rest of the line is passed over."""

UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""What a file in UTF-16 begins with, such as one written by ">" in Windows PowerShell."""


_BULLET = re.compile(r"-(?!-[\w-]+=)\S* ")


class _QuestionCommand(click.Command):
    """Takes a pasted bullet point ("- do we need a law") for a question, not for an option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        pasted = [arg for arg in args if _BULLET.match(arg)]
        if pasted and "--" not in args:
            args = [*(arg for arg in args if arg not in pasted), "--", *pasted]
        return super().parse_args(ctx, args)


@click.command(cls=_QuestionCommand, epilog=texts.EXAMPLES)
@click.argument("question", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a question, one a line.")
@click.option("--full", is_flag=True, help="All that is known, with every source.")
@knowledge_option
def ask(question: tuple[str, ...], as_json: bool, full: bool, knowledge: Path | None) -> None:
    """Answer QUESTION, or with --json every line of the input.

    A line that is a JSON object is read as {"question": ..., "thread": ...}; lines with the same
    thread are turns of one conversation.

    Without quotes around the question, leave out marks such as ? and '.

    Exit code: 0 answered (or choices shown), 3 not understood, 2 wrong use or broken knowledge.
    """
    asked = " ".join(question)
    if as_json:
        _answer_lines(iter([asked]) if question else _input_lines(), knowledge)
        return
    if not asked.strip():
        raise click.UsageError(texts.NO_QUESTION.format(command=layout.command()))
    engine = load(knowledge)
    say_notice(engine)
    answer = engine.ask(asked)
    click.echo(layout.full_answer(answer) if full else layout.short_answer(answer))
    if not answer.understood:
        sys.exit(NOT_UNDERSTOOD)


def _answer_lines(lines: Iterator[str], knowledge: Path | None) -> None:
    """Print one object for each line; with broken knowledge each is a refusal, and exit with 2."""
    try:
        engine = Engine.load(knowledge)
    except KnowledgeError as error:
        explain(error)
        for line in lines:
            _print_line(_refusal(line))
        sys.exit(WRONG_USE)
    say_notice(engine)
    for line in lines:
        _print_line(_as_json(engine, *_turn(line)))


def _turn(line: str) -> tuple[str, str | None]:
    """Read an input line: a question, or an object with a question and maybe its thread."""
    with suppress(ValueError):
        given = json.loads(line)
        if isinstance(given, dict) and isinstance(given.get("question"), str):
            thread = given.get("thread")
            return given["question"], None if thread is None else str(thread)
    return line, None


def _print_line(found: dict[str, object]) -> None:
    click.echo(json.dumps(found))
    if sys.stdout:
        sys.stdout.flush()


def _input_lines() -> Iterator[str]:
    """Yield the lines of the input; bytes that are not UTF-8 are replaced, and that is said."""
    if sys.stdin is None:  # closed by whoever started us
        return
    stream = sys.stdin.buffer
    number = 0
    while raw := stream.readline(LONGEST_LINE):
        number += 1
        rest = raw
        while not rest.endswith(b"\n") and (rest := stream.readline(LONGEST_LINE)):
            pass
        if number == 1 and raw.startswith(UTF16_MARKS) and b"\0" in raw:
            raise click.UsageError(texts.UTF16)
        try:
            yield raw.decode("utf-8").rstrip("\r\n")
        except UnicodeDecodeError:
            click.echo(texts.NOT_UTF8.format(line=number), err=True)
            yield raw.decode("utf-8", errors="replace").rstrip("\r\n")


def _refusal(question: str) -> dict[str, object]:
    return {
        "question": question.encode("utf-8", errors="replace").decode("utf-8"),
        "decision": str(Decision.REFUSE),
        "text": "",
        "entries": [],
        "took_ms": 0.0,
    }


def _as_json(engine: Engine, question: str, thread: str | None) -> dict[str, object]:
    start = time.perf_counter()
    answer = engine.ask(question, thread)
    took_ms = (time.perf_counter() - start) * 1000
    return {
        **_refusal(question),
        "decision": str(answer.decision),
        "text": plain(answer.parts),
        "entries": [
            {
                "id": reason.choice.entry_id,
                "title": reason.choice.title,
                "score": reason.score,
                "resources": resources_json(engine.card(reason.choice.entry_id)),
            }
            for reason in answer.reasons
        ],
        "took_ms": round(took_ms, 3),
    }
