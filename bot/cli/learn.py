"""``wwc-bot check``, ``learn`` and ``eval``: for whoever keeps the knowledge true."""

import dataclasses
import json
import os
import sys
import time
from pathlib import Path

import click

from bot.cli import texts
from bot.cli.options import knowledge_option, load
from bot.knowledge import (
    Catalog,
    KnowledgeError,
    Learned,
    load_catalog,
    shipped_knowledge,
    write_learned,
)
from bot.matching import Index, Matcher
from bot.training import Question, QuestionsError, fit, read_questions, report, run, score


@click.command()
@click.argument("path", required=False, type=click.Path(path_type=Path), envvar="WWC_BOT_KNOWLEDGE")
def check(path: Path | None) -> None:
    """Check the knowledge folder PATH.

    Without PATH it is the folder that WWC_BOT_KNOWLEDGE names, or the one that comes with wwc-bot.

    Every problem is a line FILE:LINE: what is wrong; what to write instead.

    Exit code: 0 sound, 1 something is to be mended.
    """
    try:
        catalog = load_catalog(path)
    except KnowledgeError as error:
        for problem in error.problems:
            click.echo(str(problem))
        click.echo(f"{len(error.problems)} to mend.", err=True)
        sys.exit(1)
    click.echo(
        texts.KNOWLEDGE_OK.format(
            criteria=len(catalog.criteria),
            practices=len(catalog.practices),
            topics=len(catalog.topics),
            phrasings=sum(map(len, catalog.phrasings.values())),
            folder=path or shipped_knowledge(),
        )
    )
    if not Index.is_fresh(catalog):
        click.echo(texts.NOT_LEARNED)


@click.command()
@click.option(
    "--bank",
    type=click.Path(path_type=Path),
    multiple=True,
    help="Labelled questions to fit the thresholds on (may be given more than once).",
)
@knowledge_option
def learn(bank: tuple[Path, ...], knowledge: Path | None) -> None:
    """Learn from all phrasings anew and keep the result in learned.json.

    Run it after phrasings or the vocabulary have changed. Without --bank the thresholds stay.

    Exit code: 0 learned, 2 wrong use or broken knowledge.
    """
    catalog = load(knowledge)
    folder = knowledge or shipped_knowledge()
    questions = _questions(bank, catalog)
    if not os.access(folder, os.W_OK):
        raise click.UsageError(f"{folder} cannot be written; check its permissions.")
    start = time.perf_counter()
    index = Index(catalog, Learned())
    seconds = time.perf_counter() - start
    fitted = catalog.learned.fitted
    if questions:
        calibration = fit(questions, Matcher(catalog, index))
        fitted = calibration.to_numbers()
        numbers = ", ".join(f"{name} {value}" for name, value in fitted.items())
        click.echo(texts.FITTED.format(count=len(questions), numbers=numbers))
    try:
        path = write_learned(folder, index.to_learned(fitted))
    except OSError as error:
        raise click.UsageError(
            f"{folder} cannot be written ({error.strerror}); check its permissions."
        ) from None
    click.echo(
        texts.LEARNED.format(
            phrasings=sum(map(len, catalog.phrasings.values())),
            entries=len(catalog.entries),
            seconds=seconds,
            path=path,
        )
    )


@click.command(name="eval")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="The measures as one JSON object.")
@click.option(
    "--least", type=click.FloatRange(0, 1), help="Exit with 1 when overall falls below this share."
)
@knowledge_option
def evaluate(
    files: tuple[Path, ...], as_json: bool, least: float | None, knowledge: Path | None
) -> None:
    """Ask every labelled question of FILES (JSON, one a line) and say how well it went.

    Exit code: 0 done, 1 below --least, 2 wrong use, broken knowledge or questions.
    """
    catalog = load(knowledge)
    questions = _questions(files, catalog)
    outcomes = run(questions, Matcher(catalog).match, time.perf_counter)
    measured = score(outcomes, catalog)
    if as_json:
        click.echo(json.dumps(dataclasses.asdict(measured)))
    else:
        click.echo("\n".join(report(outcomes, measured)))
    if least is not None and measured.overall < least:
        click.echo(f"Overall is {measured.overall:.3f}, below {least}.", err=True)
        sys.exit(1)


def _questions(paths: tuple[Path, ...], catalog: Catalog) -> list[Question]:
    """Read labelled questions; when a file cannot be used, say why on stderr and exit with 2."""
    try:
        return [question for path in paths for question in read_questions(path, catalog)]
    except QuestionsError as error:
        click.echo(str(error), err=True)
        sys.exit(2)
