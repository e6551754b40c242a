"""From codes to entries: what "OD2", "SE9" or "RDC1 2027" lead to in a catalog."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.knowledge import Catalog
from bot.matching.codes import Reference
from bot.matching.standards import Standards

MOST_NAMED = 5
"""Entries taken from codes; the contract allows no more in an answer."""


@dataclass(frozen=True)
class Named:
    """What codes lead to.

    ``entries``: entry id -> the code that named it, in the order asked; where ``known`` is false no
    code names anything, and these are what is offered in its place. ``around``: families near the
    first. ``unknown``: codes and years that do not exist.
    """

    entries: Mapping[str, str]
    known: bool
    around: tuple[str, ...]
    unknown: tuple[str, ...]


def resolve(
    catalog: Catalog,
    standards: Standards,
    references: Sequence[Reference],
    standard: str | None,
    unknown_year: str | None,
    likeliest: Sequence[str],
    *,
    titled: str | None = None,
) -> Named:
    """Return what references mean.

    ``standard`` is the one that the question names, ``unknown_year`` a year that it names and that
    is no standard's; ``likeliest`` are the families that the rest of the question is clearly about.
    ``titled`` is the standard whose title of a practice was used; it decides only where it knows
    all of the codes, since "evaluation 4" says little of a standard.
    """
    if not standard and all(_has(catalog, reference, titled) for reference in references):
        standard = titled
    found = [reference for reference in references if _known(catalog, reference, standard)]
    unknown = [r.code for r in references if r not in found]
    if unknown_year:
        unknown += [f"{reference.code} {unknown_year}" for reference in found]
    if not found or unknown_year:
        entries = _instead(catalog, references, standard, unknown_year)
        return Named(entries, known=False, around=(), unknown=tuple(unknown))
    standard = standard or _only_standard(catalog, found)
    entries = {
        entry_id: reference.code
        for reference in found
        for entry_id in _meant(catalog, standards, reference, standard, likeliest)
    }
    entries = dict(list(entries.items())[:MOST_NAMED])
    near = _near(catalog, standards, next(iter(entries)), likeliest)
    taken = {standards.family_of[entry_id] for entry_id in entries}
    around = tuple(family for family in dict.fromkeys(near) if family not in taken)
    return Named(entries, known=True, around=around[:MOST_NAMED], unknown=tuple(unknown))


def _known(catalog: Catalog, reference: Reference, standard: str | None) -> bool:
    """Return whether a code names something that we know, in the standard that was named.

    A standard that has no practice of this name leaves the code to the one that has: "SE3 in 2022"
    asks what became of it.
    """
    if standard not in {catalog.practices[practice].standard for practice in reference.practices}:
        return bool(reference.criteria)
    return _has(catalog, reference, standard)


def _has(catalog: Catalog, reference: Reference, standard: str | None) -> bool:
    """Return whether a standard has a criterion of this code."""
    return any(catalog.entries[entry_id].standard == standard for entry_id in reference.criteria)


def _meant(
    catalog: Catalog,
    standards: Standards,
    reference: Reference,
    standard: str | None,
    likeliest: Sequence[str],
) -> list[str]:
    """Return the criteria that a code means: one, or different ones of several standards."""
    of_standard = [c for c in reference.criteria if catalog.entries[c].standard == standard]
    if of_standard:
        return of_standard
    if standard is None and len(reference.criteria) == 1:
        return list(reference.criteria)
    by_family: dict[str, str] = {}
    for entry_id in reference.criteria:
        by_family.setdefault(standards.family_of[entry_id], entry_id)
    if len(by_family) == 1:
        return [standards.lead(next(iter(by_family)), standard)]
    return [
        by_family[family] for family in sorted(by_family, key=lambda one: one not in likeliest[:1])
    ]


def _instead(
    catalog: Catalog, references: Sequence[Reference], standard: str | None, year: str | None
) -> dict[str, str]:
    """Return what is offered for codes that name nothing.

    These are the practices, whose gaps say what is not known; for a year that does not exist, the
    criteria of that code come first.
    """
    offered: dict[str, str] = {}
    for reference in references:
        newest = sorted(reference.practices, key=lambda p: catalog.practices[p].standard)[::-1]
        wanted = [p for p in newest if catalog.practices[p].standard == standard]
        first = reference.criteria if year else ()
        for entry_id in (*first, *wanted, *newest, *reference.criteria):
            offered.setdefault(entry_id, reference.code)
    return dict(list(offered.items())[:MOST_NAMED])


def _near(
    catalog: Catalog, standards: Standards, entry_id: str, likeliest: Sequence[str]
) -> Iterable[str]:
    """Yield the families near a named entry: what else was said, else those of its practice."""
    yield from likeliest
    practice = catalog.practice_of.get(entry_id) or catalog.practices[entry_id]
    for sibling in catalog.criteria_of[practice.id]:
        yield standards.family_of[sibling.id]
    yield standards.family_of[practice.id]


def _only_standard(catalog: Catalog, references: Sequence[Reference]) -> str | None:
    """Return the standard of the codes that exist in one standard only, if they agree.

    People who compare "EVAL2" with "EVAL3" speak of the standard that has an EVAL3.
    """
    only = {catalog.entries[r.criteria[0]].standard for r in references if len(r.criteria) == 1}
    return only.pop() if len(only) == 1 else None
