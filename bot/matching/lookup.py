"""Looking up by name: practices for a typed category, entries while somebody is typing."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.fuzzy import complete, rank
from bot.knowledge import Catalog, Practice
from bot.matching.text import fold, name_words, words

SURE = 80.0
"""Likeness (0..100) from which a name is taken for the practice ("stakeholdr engagment" has 95)."""

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
    in_reach = {p.id: p for p in catalog.practices.values() if standard in (None, p.standard)}
    ranked = rank(name, {practice_id: _names(p) for practice_id, p in in_reach.items()})
    ranked.sort(key=lambda scored: (-scored[1], -int(in_reach[scored[0]].standard)))
    best = ranked[0][1] if ranked else 0.0
    if best < SURE:
        return PracticeLookup((), tuple(in_reach[one] for one, _ in ranked[:MOST_NEAREST]))
    named = [practice_id for practice_id, score in ranked if score == best]
    twins = [twin for one in named if (twin := catalog.twin(one)) in in_reach and twin not in named]
    found = dict.fromkeys([*named, *twins])
    return PracticeLookup(tuple(in_reach[one] for one in found if one), ())


def _names(practice: Practice) -> list[str]:
    """Return the names of a practice as they are compared; its abbreviation must be exact."""
    names = (" ".join(name_words(known)) for known in (practice.title, *practice.also_called))
    return [*names, practice.abbreviation.lower()]


class Suggester:
    """Finds entries for what has been typed so far, for a type-ahead field."""

    def __init__(self, catalog: Catalog) -> None:
        """Collect the words of every entry's code and title."""
        self._titles: Mapping[str, str] = {
            entry.id: fold(f"{entry.code} {entry.standard} {entry.title}".strip())
            for entry in catalog.entries.values()
        }
        self._words = {entry_id: words(title) for entry_id, title in self._titles.items()}

    def suggest(self, typed: str) -> list[str]:
        """Return the entries that have, for each word typed, a word beginning with it.

        Those whose code or title begins as typed come first, those that fit but for a slip last;
        nothing typed gives all entries.
        """
        parts = words(fold(typed))
        found = [
            entry_id
            for entry_id, own in self._words.items()
            if all(any(word.startswith(part) for word in own) for part in parts)
        ]
        first = parts[0] if parts else ""
        found.sort(key=lambda entry_id: not self._words[entry_id][0].startswith(first))
        return list(dict.fromkeys([*found, *complete(" ".join(parts), self._titles)]))
