"""``wwc-bot new``: a new criterion, resource, topic or partner, asked for and written.

The questions, and the options that answer them, are made from the models of the knowledge; the
explanations are those at the head of the file that is written.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import click

from bot.cli import layout, texts
from bot.cli.check import check
from bot.cli.options import knowledge_option, load
from bot.cli.prompts import Prompts
from bot.fuzzy import closest
from bot.knowledge import Catalog, Criterion, Partner, Resource, Topic
from bot.knowledge.editing import EditError, append_item, read_text, write_text
from bot.knowledge.fields import Block
from bot.knowledge.loading import located_blocks
from bot.knowledge.stanzas import Part, hints, next_code, parts_of, stanza, suggest_id

KINDS: Mapping[str, type[Block]] = {
    "criterion": Criterion,
    "resource": Resource,
    "topic": Topic,
    "partner": Partner,
}


class Place(NamedTuple):
    """Where a new block goes: the file, the list in it, and the entries that are there already."""

    path: Path
    key: str
    siblings: tuple[str, ...]


@click.group()
def new() -> None:
    """Ask for a new criterion, resource, topic or partner, and write it where it belongs.

    What an option gives is not asked for. Nothing is written before the last answer.

    Exit code: 0 written, 1 written and something is to be mended, 2 wrong use or broken knowledge.
    """


def _command(kind: str, model: type[Block]) -> click.Command:
    """Return the command for a kind, with an option for each key that is no block of its own."""

    def run(knowledge: Path | None, practice: str | None = None, **given: Any) -> None:
        catalog = load(knowledge).catalog
        place = _practice_file(catalog, practice) if model is Criterion else _file(catalog, kind)
        text = read_text(place.path)
        said = hints(text, model.model_fields)
        suggested = partial(_suggest, kind, place, catalog)
        values = Prompts(catalog, said, given).entry(model, suggested)
        left_out = [part for part in parts_of(model) if part.name not in values]
        comments = [texts.NEW_MORE, *(_comment(part, said) for part in left_out)]
        try:
            write_text(place.path, append_item(text, place.key, stanza(values, comments)))
        except (EditError, OSError) as error:
            reason = getattr(error, "strerror", None) or error
            raise click.UsageError(
                texts.NOT_WRITTEN.format(path=place.path, reason=reason)
            ) from None
        _say_next(kind, values["id"], place, catalog)
        click.get_current_context().invoke(check, path=catalog.folder)

    options = [_option(part, name) for part, name in _options(model)]
    if model is Criterion:
        options.insert(
            0, click.Option(["--practice"], help="Its practice, such as YEAR:open-data.")
        )
    about = f"Write a new {kind}; what no option gives is asked for, if it is needed."
    command = click.Command(kind, callback=run, help=about, params=[*options])
    return knowledge_option(command)


def _options(model: type[Block], prefix: str = "") -> Iterator[tuple[Part, str]]:
    """Yield the keys of a model with the names of their options; those of a needed block, too."""
    for part in parts_of(model):
        name = prefix + part.name
        if part.model is None:
            yield part, name
        elif part.needed:
            yield from _options(part.model, f"{name}_")


def _option(part: Part, name: str) -> click.Option:
    needed = "needed" if part.needed else "may be left out"
    several = ", may be given more than once" if part.many else ""
    return click.Option(
        [f"--{name.replace('_', '-')}", name],
        type=click.Choice(part.choices) if part.choices else str,
        multiple=part.many,
        help=f"'{part.name}' ({needed}{several}).",
    )


def _file(catalog: Catalog, kind: str) -> Place:
    """Return the file of resources, topics or partners."""
    siblings = {"resource": catalog.resources, "topic": catalog.topics}.get(kind, catalog.partners)
    return Place(catalog.folder / f"{kind}s.yaml", f"{kind}s", tuple(siblings))


def _practice_file(catalog: Catalog, practice: str | None) -> Place:
    """Return the file of a practice, which is asked for where it is not given."""
    if practice is None:
        choices = click.Choice([p.id for p in catalog.practices_of(catalog.current_standard.id)])
        practice = str(click.prompt("practice", type=choices))
    if practice not in catalog.practices:
        near = closest(practice, catalog.practices)
        instead = f"did you mean '{near}'?" if near else "write an id such as YEAR:open-data"
        raise click.UsageError(f"there is no practice '{practice}'; {instead}")
    (name,) = (b.file.name for b in located_blocks(catalog.folder) if b.block.id == practice)
    siblings = tuple(criterion.id for criterion in catalog.criteria_of[practice])
    return Place(catalog.folder / name, "criteria", (practice, *siblings))


def _comment(part: Part, said: Mapping[str, str]) -> str:
    inner = ", ".join(one.name for one in parts_of(part.model)) if part.model else ""
    meaning = said.get(part.name, inner).split(". ")[0]
    return f"{part.name}: {meaning}".strip()


def _suggest(kind: str, place: Place, catalog: Catalog, title: str) -> str:
    """Return a free id: for a criterion the next code of its practice, else words of its title."""
    if practice := catalog.practices.get(place.siblings[0]):
        return next_code(practice, catalog.criteria_of[practice.id])
    return suggest_id(kind, title, place.siblings)


def _say_next(kind: str, entry_id: str, place: Place, catalog: Catalog) -> None:
    click.echo(texts.NEW_WRITTEN.format(path=place.path, id=entry_id))
    phrasings = _phrasings(catalog.folder / "phrasings", place.siblings)
    following = texts.NEW_NEXT[kind].format(
        id=entry_id, phrasings=phrasings, command=layout.command()
    )
    click.echo(layout.paragraph(following))


def _phrasings(folder: Path, siblings: tuple[str, ...]) -> Path:
    """Return the file in which phrasings of the last sibling stand, or the folder of all."""
    for sibling in reversed(siblings):
        for path in sorted(folder.glob("*.yaml")):
            if f"\n{sibling}:" in f"\n{read_text(path)}":
                return path
    return folder


for _kind, _model in KINDS.items():
    new.add_command(_command(_kind, _model))
