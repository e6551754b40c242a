"""Practices by name, for commands such as ``/criteria stakeholdr engagment`` or ``rdc 2022``."""

from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.knowledge import Catalog, Practice
from bot.matching.text import fold, words

SURE = 80.0
"""Score (0..100) from which a name is taken for the practice ("stakeholdr engagment" has 95)."""

MOST_NEAREST = 3
"""Names offered when none is sure."""


@dataclass(frozen=True)
class PracticeLookup:
    """Practices that a typed name means, or else those with the nearest names.

    ``found`` has one practice for each standard that has it, the newest first; where the other
    standard has it by another name, that one comes last.
    """

    found: tuple[Practice, ...]
    nearest: tuple[Practice, ...]


def find_practices(catalog: Catalog, typed: str) -> PracticeLookup:
    """Look practices up by title, other name, abbreviation or id, with slips, maybe with a year."""
    if typed.strip() in catalog.practices:
        return PracticeLookup((catalog.practices[typed.strip()],), ())
    parts = words(fold(typed.replace(":", " ").replace("-", " ")))
    years = [part for part in parts if part in catalog.standards]
    standard = years[0] if len(years) == 1 else None
    name = " ".join(part for part in parts if part not in (*catalog.standards, "and"))
    in_reach = [p for p in catalog.practices.values() if standard in (None, p.standard)]
    scores = {practice.id: _similarity(name, practice) for practice in in_reach}
    best = max(scores.values(), default=0.0)
    if best >= SURE:
        named = {practice.id for practice in in_reach if scores[practice.id] == best}
        twins = {catalog.twin(practice_id) for practice_id in named}
        found = [practice for practice in in_reach if practice.id in named | twins]
        found.sort(key=lambda practice: (practice.id not in named, -int(practice.standard)))
        return PracticeLookup(tuple(found), ())
    ranked = sorted(in_reach, key=lambda p: (-scores[p.id], -int(p.standard), p.title))
    return PracticeLookup((), tuple(ranked[:MOST_NEAREST]))


def _similarity(name: str, practice: Practice) -> float:
    if name == practice.abbreviation.lower():
        return 100.0
    names = [
        " ".join(word for word in words(fold(known)) if word != "and")
        for known in (practice.title, *practice.also_called)
    ]
    best = process.extractOne(name, names, scorer=fuzz.ratio)
    return best[1] if best else 0.0
