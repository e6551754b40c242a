"""``wwc-bot criteria``: the categories, or the criteria of some."""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from bot.answers import CategoryPage
from bot.answers.texts import unknown_category
from bot.cli import layout
from bot.cli.exit_codes import NOT_UNDERSTOOD
from bot.cli.options import knowledge_option, load, resources_json
from bot.engine import Engine


@click.command()
@click.argument("category", nargs=-1)
@click.option("--standard", type=str, metavar="YEAR", help="Only the standard of this year.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a criterion, one a line.")
@knowledge_option
def criteria(
    category: tuple[str, ...], standard: str | None, as_json: bool, knowledge: Path | None
) -> None:
    """List the categories, or the criteria of CATEGORY (names or short forms such as SE).

    Exit code: 0 listed, 3 no such category, 2 wrong use or broken knowledge.
    """
    engine = load(knowledge)
    if standard is not None and standard not in engine.standards():
        known = " or ".join(sorted(engine.standards()))
        raise click.UsageError(f"There is no standard '{standard}'. Write {known}.")
    found = engine.find_category(" ".join(category), standard)
    if found.nearest:
        click.echo(layout.nearest(unknown_category(found.typed, found.nearest)), err=True)
        sys.exit(NOT_UNDERSTOOD)
    if as_json:
        listed = (engine.category(one.choice.entry_id) for one in found.listed)
        _print_json(engine, [*found.pages, *(page for page in listed if page)])
    elif found.listed:
        click.echo(layout.categories(found.listed))
    else:
        click.echo("\n\n".join(map(layout.category_page, found.pages)))


def _print_json(engine: Engine, pages: Iterable[CategoryPage]) -> None:
    for page in pages:
        for line in page.lines:
            shown = {
                "id": line.choice.entry_id,
                "practice": page.category.choice.entry_id,
                "title": line.choice.title,
                "wording": line.wording,
                "official": line.official,
                "resources": resources_json(engine.card(line.choice.entry_id)),
            }
            click.echo(json.dumps(shown))
