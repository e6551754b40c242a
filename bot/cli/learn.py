"""``wwc-bot learn``: learn the phrasings, and fit the thresholds on labeled questions."""

import os
import sys
import time
from pathlib import Path

import click

from bot.cli import texts
from bot.cli.evaluate import load_questions
from bot.cli.options import knowledge_option, load
from bot.matching import Matcher
from bot.training import moved


@click.command()
@click.option(
    "--bank",
    type=click.Path(path_type=Path),
    multiple=True,
    help="Labeled questions to fit the thresholds on (may be given more than once).",
)
@knowledge_option
def learn(bank: tuple[Path, ...], knowledge: Path | None) -> None:
    """Learn from all phrasings anew and keep the result in model.json.

    Run it after phrasings or the vocabulary have changed. Without --bank the thresholds stay.
    It says which questions of the bank are decided otherwise than before.

    Exit code: 0 learned, 2 wrong use or broken knowledge.
    """
    catalog = load(knowledge).catalog
    questions = load_questions(bank, catalog)
    if not os.access(catalog.folder, os.W_OK):
        raise click.UsageError(f"{catalog.folder} cannot be written; check its permissions.")
    try:
        from bot.training.learning import learn as learn_model
    except ImportError:
        raise click.UsageError(texts.NEEDS_EXTRA.format(python=sys.executable)) from None
    before = Matcher(catalog)
    start = time.perf_counter()
    with click.progressbar(length=1, label="Learning", file=sys.stderr) as bar:

        def progress(done: int, of: int) -> None:
            bar.length = of
            bar.update(done - bar.pos)

        model = learn_model(catalog, questions, before.calibration, progress)
    try:
        path = model.save(catalog.folder)
    except OSError as error:
        raise click.UsageError(
            f"{catalog.folder} cannot be written ({error.strerror}); check its permissions."
        ) from None
    click.echo(
        texts.LEARNED.format(
            phrasings=sum(map(len, catalog.phrasings.values())),
            entries=len(catalog.entries),
            seconds=time.perf_counter() - start,
            path=path,
        )
    )
    if questions:
        numbers = ", ".join(f"{name} {value}" for name, value in model.calibration.items())
        click.echo(texts.FITTED.format(count=len(questions), numbers=numbers))
        for line in moved(questions, before.match, Matcher(catalog, model).match):
            click.echo(line)
