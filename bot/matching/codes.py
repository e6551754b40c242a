"""Codes and numbers by which people name a criterion: "OD-2", "se3", "stakeholder engagement #4".

A code is taken at its word: it needs no evidence from the rest of the question. The same code may
mean different criteria in different standards ("OD2"), so a reference can have two of them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.knowledge import Catalog
from bot.matching.reading import Token
from bot.matching.stems import stem
from bot.matching.text import fold, words

_FUSED = re.compile(r"([a-z]{2,4})([1-9][0-9]?)")
_BETWEEN = frozenset("criterion criteria crit criterio criterios number no num nr the".split())
_BEFORE_NAME = frozenset(
    "under of in for from within de del do da en em dos das los las the".split()
)
_ALL = frozenset("all todos todas los las os as these those".split())
_CARDINALS = {
    word: number
    for number, all_words in enumerate(
        (
            "one uno um una uma", "two dos dois duas", "three tres", "four cuatro quatro",
            "five cinco", "six seis", "seven siete sete", "eight ocho oito", "nine nueve nove",
        ),
        start=1,
    )
    for word in all_words.split()
}  # fmt: skip
_ORDINALS = {
    word: number
    for number, all_words in enumerate(
        (
            "first 1st primer primero primera primeiro primeira", "second 2nd segundo segunda",
            "third 3rd tercer tercero tercera terceiro terceira", "fourth 4th cuarto cuarta quarto",
            "fifth 5th quinto quinta", "sixth 6th sexto sexta", "seventh 7th septimo setimo",
            "eighth 8th octavo oitavo", "ninth 9th noveno nono",
        ),
        start=1,
    )
    for word in all_words.split()
}  # fmt: skip
_NUMBERS = frozenset((*_CARDINALS, *_ORDINALS))
_UNITS = frozenset(
    "criteria criterios ones am pm day days week weeks month months year years hour hours minute "
    "minutes percent million thousand dollars people times dias semanas meses anos horas".split()
)
"""After one of these a number counts something; it names no criterion."""


def _points(typed: list[str], after: int) -> bool:
    """Tell whether an ordinal before a name counts criteria: "the third stakeholder one".

    Other nouns may follow ("second open data portal"), and then it counts those.
    """
    return after < len(typed) and typed[after] in (*_BETWEEN, "one", "ones")


@dataclass(frozen=True)
class Reference:
    """Criteria that one code may mean (one for each standard that has it), as entry ids.

    ``criteria`` is empty when the practice exists but no criterion of that number is known, and
    holds the practices themselves when the code is only their abbreviation.
    ``practices`` are the practices of that name in all standards.
    """

    criteria: tuple[str, ...]
    practices: tuple[str, ...]

    def known_in(self, standard: str | None) -> bool:
        """Tell whether the code names a criterion that we know, in the standard that was named.

        A standard that has no practice of this name leaves the code to the one that has: "SE3 in
        2022" asks what became of it.
        """
        if standard is None or not any(p.startswith(f"{standard}:") for p in self.practices):
            return bool(self.criteria)
        return any(criterion.startswith(f"{standard}:") for criterion in self.criteria)


class CodeBook:
    """Finds the codes of a catalog in a question."""

    def __init__(self, catalog: Catalog) -> None:
        """Collect the abbreviations and names of all practices."""
        self._catalog = catalog
        self._by_abbreviation: dict[str, list[str]] = {}
        self._names: dict[str, dict[tuple[str, ...], str]] = {}
        for practice in catalog.practices.values():
            abbreviation = practice.abbreviation.lower()
            self._by_abbreviation.setdefault(abbreviation, []).append(practice.id)
            for name in (practice.title, *practice.also_called):
                key = tuple(stem(word) for word in words(fold(name)) if word != "and")
                first = key[0] if key else ""
                self._names.setdefault(first, {}).setdefault(key, abbreviation)
        for first, names in self._names.items():
            longest_first = sorted(names.items(), key=lambda item: -len(item[0]))
            self._names[first] = dict(longest_first)

    def find(self, tokens: list[Token]) -> list[Reference]:
        """Return the references in a question, in order and without repetition."""
        typed = [token.typed for token in tokens]
        if alone := self._alone(typed):
            return [alone]
        if _NUMBERS.isdisjoint(typed) and not any(word[-1].isdecimal() for word in typed):
            return []
        told = [token for token in tokens if token.read_as != "and"]
        typed = [token.typed for token in told]
        found = dict.fromkeys(self._pairs(typed, [token.features[0] for token in told]))
        return [self._reference(abbreviation, number) for abbreviation, number in found]

    def _alone(self, typed: list[str]) -> Reference | None:
        """Return the practices whose abbreviation is all that was typed, but for a year.

        In a sentence, "DM" and "SE" are words like others.
        """
        names = [word for word in typed if word not in self._catalog.standards]
        practices = self._by_abbreviation.get(names[0], ()) if len(names) == 1 else ()
        return Reference(tuple(sorted(practices)), tuple(sorted(practices))) if practices else None

    def _pairs(self, typed: list[str], stems: list[str]) -> Iterator[tuple[str, int]]:
        for position, word in enumerate(typed):
            fused = _FUSED.fullmatch(word) if word[-1].isdecimal() else None
            if fused and fused[1] in self._by_abbreviation:
                yield fused[1], int(fused[2])
                continue
            name = self._name_at(typed, stems, position)
            if name is None:
                continue
            abbreviation, length = name
            number = self._number_after(typed, position + length)
            if number is None:
                number = self._number_before(typed, position, position + length)
            if number is not None:
                yield abbreviation, number

    def _name_at(self, typed: list[str], stems: list[str], position: int) -> tuple[str, int] | None:
        if typed[position] in self._by_abbreviation:
            return typed[position], 1
        for key, abbreviation in self._names.get(stems[position], {}).items():
            if tuple(stems[position : position + len(key)]) == key:
                return abbreviation, len(key)
        return None

    def _number_after(self, typed: list[str], position: int) -> int | None:
        while position < len(typed) and typed[position] in _BETWEEN:
            position += 1
        if position >= len(typed) or (
            typed[position + 1 : position + 2][:1] and (typed[position + 1] in _UNITS)
        ):
            return None
        word = typed[position]
        if word.isdecimal() and len(word) <= 2 and word.isascii():
            return int(word) or None
        between = typed[position - 1] in _BETWEEN
        return _ORDINALS.get(word) or (_CARDINALS.get(word) if between else None)

    def _number_before(self, typed: list[str], position: int, after: int) -> int | None:
        at = position - 1
        while at >= 0 and typed[at] in _BEFORE_NAME:
            at -= 1
        if at < 0 or (at > 0 and typed[at - 1] in _ALL):
            return None
        word = typed[at]
        if word in _ORDINALS:
            return _ORDINALS[word] if _points(typed, after) else None
        apart = at < position - 1
        named = at > 0 and typed[at - 1] in _BETWEEN
        if word.isdecimal() and len(word) == 1 and (apart or named):
            return int(word) or None
        return _CARDINALS.get(word) if named else None

    def _reference(self, abbreviation: str, number: int) -> Reference:
        practices = self._by_abbreviation[abbreviation]
        code = f"{abbreviation.upper()}{number}"
        ids = (f"{practice_id[:4]}:{code}" for practice_id in sorted(practices))
        return Reference(
            tuple(entry_id for entry_id in ids if entry_id in self._catalog.criteria),
            tuple(sorted(practices)),
        )
