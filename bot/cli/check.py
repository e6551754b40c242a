"""``wwc-bot check``: whether a knowledge folder is sound."""

import sys
from pathlib import Path

import click

from bot.cli import texts
from bot.cli.exit_codes import TO_MEND
from bot.knowledge import KnowledgeError, load_catalog
from bot.matching import Matcher


@click.command()
@click.argument("path", required=False, type=click.Path(path_type=Path), envvar="WWC_BOT_KNOWLEDGE")
def check(path: Path | None) -> None:
    """Check the knowledge folder PATH.

    Without PATH it is the folder that WWC_BOT_KNOWLEDGE names, or the one that comes with wwc-bot.

    Every problem is a line FILE:LINE: what is wrong; what to write instead. What needs another
    look, although nothing is wrong, is said on stderr in the same form.

    Exit code: 0 sound, 1 something is to be mended.
    """
    try:
        catalog = load_catalog(path)
    except KnowledgeError as error:
        for problem in error.problems:
            click.echo(str(problem))
        click.echo(f"{len(error.problems)} to mend.", err=True)
        sys.exit(TO_MEND)
    click.echo(
        texts.KNOWLEDGE_OK.format(
            criteria=len(catalog.criteria),
            practices=len(catalog.practices),
            topics=len(catalog.topics),
            phrasings=sum(map(len, catalog.phrasings.values())),
            folder=catalog.folder,
        )
    )
    for problem in catalog.notices:
        click.echo(str(problem), err=True)
    if notice := Matcher(catalog).notice:
        click.echo(notice)
