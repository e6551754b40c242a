"""``wwc-bot eval``: how well labeled questions are answered."""

import dataclasses
import json
import sys
import time
from pathlib import Path

import click

from bot.cli.exit_codes import TO_MEND, WRONG_USE
from bot.cli.options import knowledge_option, load
from bot.knowledge import Catalog
from bot.training import Question, QuestionsError, read_questions, report, run, score


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
    """Ask every labeled question of FILES (JSON, one a line) and say how well it went.

    Exit code: 0 done, 1 below --least, 2 wrong use, broken knowledge or questions.
    """
    engine = load(knowledge)
    questions = load_questions(files, engine.catalog)
    outcomes = run(questions, engine.matcher.match, time.perf_counter)
    measured = score(outcomes, engine.catalog)
    if as_json:
        click.echo(json.dumps(dataclasses.asdict(measured)))
    else:
        click.echo("\n".join(report(outcomes, measured)))
    if least is not None and measured.overall < least:
        click.echo(f"Overall is {measured.overall:.3f}, below {least}.", err=True)
        sys.exit(TO_MEND)


def load_questions(paths: tuple[Path, ...], catalog: Catalog) -> list[Question]:
    """Read labeled questions; when a file cannot be used, say why on stderr and exit with 2."""
    try:
        return [question for path in paths for question in read_questions(path, catalog)]
    except QuestionsError as error:
        click.echo(str(error), err=True)
        sys.exit(WRONG_USE)
