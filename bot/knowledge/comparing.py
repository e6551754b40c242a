"""What became of a standard in a newer one, as the counterparts of its criteria say."""

from typing import Literal, NamedTuple

from bot.knowledge.catalog import Catalog
from bot.knowledge.models import Criterion, Entry


class Fate(NamedTuple):
    """What became of a criterion.

    ``match``: ``same`` or ``near`` where ``criterion`` asks the same or nearly the same; ``none``
    where it is gone, then ``nearest`` lists the nearest entries; "" where nothing is recorded.
    ``inferred``: this is our reasoning.
    """

    match: Literal["same", "near", "none", ""]
    criterion: Criterion | None = None
    nearest: tuple[Entry, ...] = ()
    inferred: bool = False


def fate_of(catalog: Catalog, criterion: Criterion, standard: str) -> Fate:
    """Follow the counterparts of a criterion to a newer standard, through those in between."""
    match: Literal["same", "near"] = "same"
    inferred = False
    while criterion.standard < standard:
        if (counterpart := criterion.counterpart) is None:
            return Fate("")
        inferred = inferred or counterpart.confidence == "inferred"
        if counterpart.match == "none":
            entries = map(catalog.entries.__getitem__, counterpart.ids)
            nearest = tuple(entry for entry in entries if entry.standard == standard)
            return Fate("none", None, nearest, inferred)
        if counterpart.match == "near":
            match = "near"
        criterion = catalog.criteria[counterpart.ids[0]]
    # A counterpart may lie beyond the standard that was asked for.
    return Fate(match, criterion, (), inferred) if criterion.standard == standard else Fate("")


def fates(catalog: Catalog, old: str, new: str) -> dict[str, Fate]:
    """Return what became of every known criterion of a standard, by its id."""
    return {
        criterion.id: fate_of(catalog, criterion, new)
        for criterion in catalog.criteria.values()
        if criterion.standard == old
    }
