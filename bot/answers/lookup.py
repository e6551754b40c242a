"""From what somebody typed to a list of categories, or to the criteria of some of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.answers.browse import categories, category_page
from bot.answers.compose import choice
from bot.answers.models import Category, CategoryPage, Choice
from bot.knowledge import Catalog
from bot.matching import find_practices

_FILLERS = frozenset(
    "a all an and any are ayuda ajuda categories category criteria criterion each every everything "
    "for give hello help hi in is list me of please practice practices show standard standards the "
    "there what which".split()
)
"""Words around a name; where nothing else was typed, everything is wanted."""

_SEPARATORS = re.compile(r"[,;/+&]|\band\b", re.IGNORECASE)
_MARKS = "\"'“”„‘’«»`´*_()[]{}.,:;!?¡¿ \t"


@dataclass(frozen=True)
class CategoryLookup:
    """What a typed name means; one of the three is filled.

    ``listed``: a list of categories was asked for. ``pages``: the categories that were named.
    ``nearest``: no category has the name ``typed``, and these come nearest.
    """

    typed: str
    listed: tuple[Category, ...] = ()
    pages: tuple[CategoryPage, ...] = ()
    nearest: tuple[Choice, ...] = ()


def find_category(catalog: Catalog, typed: str, standard: str | None = None) -> CategoryLookup:
    """Look up what was typed: a year, "all", or names and short forms of categories, with slips.

    ``standard`` is a year that holds where none was typed.
    """
    typed = _clean(typed)
    names, years = _read(catalog, typed)
    year = years[0] if len(years) == 1 else standard
    if not names:
        return CategoryLookup(typed, listed=categories(catalog, year))
    # Several names first: "and" parts them, and stands within names, of which no half is one.
    found = _find(catalog, _parts(typed), year) or _find(catalog, [" ".join(names)], year)
    if found:
        return CategoryLookup(typed, pages=tuple(category_page(catalog, one) for one in found))
    nearest = find_practices(catalog, f"{' '.join(names)} {year or ''}").nearest
    return CategoryLookup(typed, nearest=tuple(choice(catalog, one.id) for one in nearest))


def _clean(typed: str) -> str:
    """Take away what cannot be seen, and the quotes and marks around what was typed."""
    return "".join(filter(str.isprintable, typed)).strip(_MARKS)


def _read(catalog: Catalog, typed: str) -> tuple[list[str], list[str]]:
    """Split what was typed into the words of a name and the years of standards."""
    for standard in catalog.standards.values():
        known = (standard.title, *standard.also_called)
        if typed.casefold() in (one.casefold() for one in known):
            return [], [standard.id]
    words = [word.strip(_MARKS) for word in typed.split()]
    years = list(dict.fromkeys(word for word in words if word in catalog.standards))
    others = [word for word in words if word not in catalog.standards]
    meant = [word for word in others if word.casefold() not in _FILLERS]
    return meant, years


def _parts(typed: str) -> list[str]:
    return [part for part in map(_clean, _SEPARATORS.split(typed)) if part]


def _find(catalog: Catalog, names: Iterable[str], year: str | None) -> list[str]:
    """Return the practices of all names, in order; none when one of the names is unknown."""
    found: dict[str, None] = {}
    for name in names:
        words, years = _read(catalog, name)
        own = years[0] if len(years) == 1 else year
        if not words and years:
            continue
        practices = find_practices(catalog, f"{' '.join(words)} {own or ''}").found
        if not practices:
            return []
        found |= dict.fromkeys(practice.id for practice in practices)
    return list(found)
