"""Reading what is wanted: kinds of asking, names, numbers, and whether a subject was named."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.asking.cues import Cues, Found, read
from bot.asking.numbers import Number, read_numbers
from bot.knowledge import Catalog
from bot.matching.text import fold

_KIND = "asking:"
_CASE = "case:"
_LEVEL = "level:"
_STANDARD = "standard:"

POLITE = ("thanks", "bye", "hello", "okay")
"""Kinds of asking that may stand around a question or fill a message together, by importance."""

_CARRY_NOTHING = frozenset(("filler", "reference", "instead"))


@dataclass(frozen=True)
class Wanted:
    """What a question wants to know.

    ``kinds`` are those of knowledge/askings.yaml, without their prefix. ``alone`` is the kind that
    is all the question says ("thanks"). ``rest`` are the words that no cue and no filler accounts
    for: where there are none, the question names no subject of its own. The names are ids; those of
    a standard are years, levels are titles, and cases are places in the list of the standard.
    """

    kinds: frozenset[str]
    alone: str | None
    rest: tuple[str, ...]
    numbers: tuple[Number, ...]
    standards: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    cases: tuple[int, ...] = ()

    @property
    def names_something(self) -> bool:
        """Whether a level, a city, a resource or a partner was named."""
        return bool(self.levels or self.cities or self.resources or self.partners)

    def is_about(self, *kinds: str) -> bool:
        """Tell whether one of these kinds of asking was recognized."""
        return not self.kinds.isdisjoint(kinds)


class WantedReader:
    """Reads what questions want, by the cues and names of a catalog."""

    def __init__(self, catalog: Catalog, known: frozenset[str]) -> None:
        """Collect the cues. ``known`` are words that are never slips of cues."""
        self._whole = {one.id for one in catalog.askings.values() if one.whole}
        self._polite = {one for one in self._whole if one.removeprefix(_KIND) in POLITE}
        self._cues = Cues(_cues(catalog), known)

    def read(self, text: str) -> Wanted:
        """Return what a question wants."""
        typed = read(text)
        stems = self._cues.stems(typed)
        cues = self._cues.find(stems)
        found = [one for one in cues if self._stands(one, len(stems))]
        names = _longest(one for one in found if not one.key.startswith(_KIND))
        kinds = [one for one in found if one.key.startswith(_KIND)]
        polite = [one for one in cues if one.key in self._polite]
        taken = {place for one in (*names, *kinds, *polite) for place in one.places}
        numbers = read_numbers(fold(text))
        spoken = {one.key.removeprefix(_KIND) for one in kinds}
        whole = [one for one in kinds if one.key in self._whole]
        nothing = [one for one in kinds if one.key.removeprefix(_KIND) in _CARRY_NOTHING]
        said = {place for one in (*polite, *nothing) for place in one.places}
        if not whole and len(said) == len(stems):
            whole = sorted(polite, key=lambda one: POLITE.index(one.key.removeprefix(_KIND)))
        return Wanted(
            kinds=frozenset(spoken - {"filler"}),
            alone=whole[0].key.removeprefix(_KIND) if whole else None,
            rest=tuple(
                word
                for place, word in enumerate(typed)
                if place not in taken and not any(letter.isdigit() for letter in word)
            ),
            numbers=numbers,
            standards=_ids(names, _STANDARD, cut=True),
            cities=_ids(names, "city:"),
            resources=_ids(names, "resource:"),
            partners=_ids(names, "partner:"),
            levels=_ids(names, _LEVEL, cut=True),
            cases=tuple(int(one) for one in _ids(names, _CASE, cut=True)),
        )

    def _stands(self, found: Found, length: int) -> bool:
        """Tell whether a cue counts: one that must be the whole has to be it."""
        return found.key not in self._whole or len(found.places) == length


def _cues(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield every cue with its key."""
    for asking in catalog.askings.values():
        for cue in asking.cues:
            yield asking.id, cue
    for named in (
        *catalog.cities.values(),
        *catalog.resources.values(),
        *catalog.partners.values(),
    ):
        for name in (named.title, *named.also_called):
            yield named.id, name
    for standard in catalog.standards.values():
        for name in (standard.id, *standard.also_called):
            yield f"{_STANDARD}{standard.id}", name
        for level in standard.levels:
            for name in (level.title, *level.also_called):
                yield f"{_LEVEL}{level.title}", name
    if eligibility := catalog.current_standard.eligibility:
        for number, case in enumerate(eligibility.cases):
            for name in case.names:
                yield f"{_CASE}{number}", name


def _longest(found: Iterator[Found]) -> list[Found]:
    """Keep of names that stand within each other the longest, of equal ones the first."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda name: -len(name.places)):
        inside = (set(one.places) < set(other.places) for other in kept)
        if not any(inside):
            kept.append(one)
    return sorted(kept, key=lambda name: name.start)


def _ids(names: list[Found], prefix: str, *, cut: bool = False) -> tuple[str, ...]:
    keys = dict.fromkeys(one.key for one in names if one.key.startswith(prefix))
    return tuple(key.removeprefix(prefix) if cut else key for key in keys)
