"""The knowledge folder that a command works with, and how it is refused."""

import sys
from pathlib import Path

import click

from bot.cli import texts
from bot.knowledge import Catalog, KnowledgeError, load_catalog

knowledge_option = click.option(
    "--knowledge",
    type=click.Path(path_type=Path),
    envvar="WWC_BOT_KNOWLEDGE",
    help="Folder with the knowledge files (default: the one that comes with wwc-bot).",
)


def load(folder: Path | None) -> Catalog:
    """Load the knowledge; when it cannot be used, say why on stderr and exit with 2."""
    try:
        return load_catalog(folder)
    except KnowledgeError as error:
        explain(error)
        sys.exit(2)


def explain(error: KnowledgeError) -> None:
    """Say in one line on stderr why the knowledge cannot be used."""
    first, *more = error.problems
    rest = f" (and {len(more)} more)" if more else ""
    click.echo(f"{texts.KNOWLEDGE_BROKEN} {first}{rest}", err=True)
