"""What several commands share: the knowledge folder, how it is refused, resources as JSON."""

import sys
from pathlib import Path

import click

from bot.answers import Card
from bot.cli import texts
from bot.cli.exit_codes import WRONG_USE
from bot.cli.layout import command
from bot.engine import Engine
from bot.knowledge import KnowledgeError

knowledge_option = click.option(
    "--knowledge",
    type=click.Path(path_type=Path),
    envvar="WWC_BOT_KNOWLEDGE",
    help="Folder with the knowledge files (default: the one that comes with wwc-bot).",
)


def load(folder: Path | None) -> Engine:
    """Load the knowledge; when it cannot be used, say why on stderr and exit with 2."""
    try:
        return Engine.load(folder)
    except KnowledgeError as error:
        explain(error)
        sys.exit(WRONG_USE)


def explain(error: KnowledgeError) -> None:
    """Say in one line on stderr why the knowledge cannot be used."""
    first, *more = error.problems
    broken = texts.KNOWLEDGE_BROKEN.format(command=command())
    rest = f" (and {len(more)} more)" if more else ""
    click.echo(f"{broken} {first}{rest}", err=True)


def resources_json(card: Card | None) -> list[dict[str, str]]:
    """Return the resources of an entry (a criterion without any has its practice's) as JSON."""
    return [
        {
            "id": link.id,
            "title": link.title,
            "provider": link.provider,
            "url": link.url,
            "status": link.status,
        }
        for link in (card.resources if card else ())
    ]
