"""``wwc-bot diff``: two standards beside each other."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from bot.cli import layout, texts
from bot.cli.options import knowledge_option, load
from bot.knowledge import Catalog, Criterion, Practice
from bot.knowledge.comparing import Fate, fates

Kept = tuple[Criterion, Fate]


@click.command()
@click.argument("old", metavar="YEAR")
@click.argument("new", metavar="YEAR")
@knowledge_option
def diff(old: str, new: str, knowledge: Path | None) -> None:
    """Say what two standards share, by practice: the newer one first, then what it left out.

    Exit code: 0 done, 2 wrong use or broken knowledge.
    """
    catalog = load(knowledge).catalog
    known = sorted(catalog.standards)
    for year in (old, new):
        if year not in known:
            raise click.UsageError(f"There is no standard '{year}'. Write {' and '.join(known)}.")
    if old == new:
        raise click.UsageError("Name two different standards.")
    for line in _lines(catalog, *sorted((old, new))):
        click.echo(line)


def _lines(catalog: Catalog, old: str, new: str) -> Iterator[str]:
    became = fates(catalog, old, new)
    kept: dict[str, Kept] = {
        fate.criterion.id: (catalog.criteria[entry_id], fate)
        for entry_id, fate in became.items()
        if fate.criterion
    }
    partly_known = catalog.standards[old].criteria_total > len(became)
    unheard = texts.DIFF_UNHEARD.format(old=old) if partly_known else texts.DIFF_NEW
    for practice in catalog.practices_of(new):
        yield from layout.wrap(f"{practice.title}, {new}", "")
        for criterion in catalog.criteria_of[practice.id]:
            yield from _kept(criterion, kept.get(criterion.id), unheard)
        yield ""
    if len(kept) < len(became):
        yield from layout.wrap(texts.DIFF_GONE.format(old=old, new=new), "")
        yield ""
    for practice in catalog.practices_of(old):
        yield from _left_out(practice, catalog.criteria_of[practice.id], became)
    if partly_known:
        total = catalog.standards[old].criteria_total
        text = texts.DIFF_PARTLY.format(known=len(became), total=total, old=old, unheard=unheard)
        yield from layout.wrap(text, "")


def _kept(criterion: Criterion, kept: Kept | None, unheard: str) -> Iterator[str]:
    """Yield a criterion of the newer standard, and the older one that it follows."""
    if kept is None:
        yield from layout.row(unheard, _name(criterion))
        return
    older, fate = kept
    yield from layout.row(texts.DIFF_MATCH[fate.match], _name(criterion))
    yield from layout.row(
        "", f"as {older.code} of {older.standard}, {older.title}{_inferred(fate)}"
    )


def _left_out(
    practice: Practice, criteria: Iterable[Criterion], became: dict[str, Fate]
) -> Iterator[str]:
    """Yield the criteria of an older practice that the newer standard does not have, if any."""
    left = [(one, became[one.id]) for one in criteria if became[one.id].criterion is None]
    if not left:
        return
    yield from layout.wrap(f"{practice.title}, {practice.standard}", "")
    for criterion, fate in left:
        yield from layout.row(texts.DIFF_MATCH[fate.match], _name(criterion))
        if fate.nearest:
            nearest = ", ".join(entry.code or entry.title for entry in fate.nearest)
            yield from layout.row("", f"nearest: {nearest}{_inferred(fate)}")
    yield ""


def _name(criterion: Criterion) -> str:
    return f"{criterion.code} {criterion.title}"


def _inferred(fate: Fate) -> str:
    return f" ({texts.DIFF_INFERRED})" if fate.inferred else ""
