"""Families: an entry and its twin in the other standard are matched as one.

Both ask (nearly) the same, so no question could tell them apart by its content; which of the two
leads the answer is decided afterwards, by the standard that the question speaks of.
"""

from collections.abc import Sequence

from bot.knowledge import Catalog, Topic


def family_of(catalog: Catalog, entry_id: str) -> str:
    """Return the id that stands for an entry and its twin: that of the older one."""
    return catalog.predecessors.get(entry_id, entry_id)


def members(catalog: Catalog, family: str) -> tuple[str, ...]:
    """Return the entries of a family, the older first."""
    newer = catalog.successors.get(family)
    return (family, newer) if newer else (family,)


def lead(catalog: Catalog, family: str, standard: str | None) -> str:
    """Return the member that answers for a family.

    The one of the standard that was asked for; else the older one where its official wording and
    its resource were read at first hand; else the one of the current standard.
    """
    entries = members(catalog, family)
    if len(entries) == 1:
        return family
    by_standard = {entry_id.split(":")[0]: entry_id for entry_id in entries}
    if standard in by_standard:
        return by_standard[standard]
    older, newer = entries
    return older if _has_own_resource(catalog, older) else newer


def own_texts(catalog: Catalog, family: str) -> Sequence[str]:
    """Return what the catalog itself says of a family: titles and wording, as first phrasings."""
    texts: list[str] = []
    for entry_id in members(catalog, family):
        entry = catalog.entries[entry_id]
        texts.append(entry.title)
        if isinstance(entry, Topic):
            continue
        texts.append(entry.summary)
        texts.extend(getattr(entry, "also_called", ()))
        if wording := getattr(entry, "wording", None):
            texts.append(wording)
    return list(dict.fromkeys(texts))


def _has_own_resource(catalog: Catalog, entry_id: str) -> bool:
    entry = catalog.entries[entry_id]
    return (
        not isinstance(entry, Topic)
        and bool(entry.resources)
        and bool(getattr(entry, "wording", None))
    )
