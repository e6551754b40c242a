"""``wwc-bot learn``: learn the phrasings anew, and fit the thresholds on labelled questions."""

import os
import time
from pathlib import Path

import click

from bot.cli import texts
from bot.cli.evaluate import load_questions
from bot.cli.options import knowledge_option, load
from bot.knowledge import Learned, shipped_knowledge, write_learned
from bot.matching import Index, Matcher
from bot.training import fit


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
    catalog = load(knowledge).catalog
    folder = knowledge or shipped_knowledge()
    questions = load_questions(bank, catalog)
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
