"""Codes and numbers by which people name a criterion: "OD-2", "S.E. 3", "the fourth in open data".

A code is taken at its word: it needs no evidence from the rest of the question. The same code may
mean different criteria in different standards ("OD2"), so a reference can have two of them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.fuzzy import closest
from bot.knowledge import Catalog
from bot.matching.numbers import CARDINALS, cardinal, digits, is_number, ordinal, roman
from bot.matching.pointing import (
    ARTICLES,
    INSIDE,
    LISTING,
    POINTING,
    UP_TO,
    number_apart,
    numbers_before,
    through,
)
from bot.matching.reading import Token
from bot.matching.stems import stem
from bot.matching.text import name_words

_FUSED = re.compile(r"([a-z]{2,})([0-9]{1,2})")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")

_NO_EDGE = INSIDE | ARTICLES | {"and", "y", "e", "&"}
"""Words that a name does not begin or end with."""

_APART = 12
"""Words up to which a number may stand anywhere: "in open data, what is criterion 2"."""

_EDITION_WORDS = frozenset("standard edition version estandar edicion padrao edicao versao".split())
_POLITE = frozenset("please pls plz thanks hi hello hola ola gracias obrigado the".split())
_NAME_WORDS = 5
"""Most words of a practice's name."""

_SHORTENED = 3
"""Least letters of a word that stands for a longer one: "perf" for performance."""

_MISSPELT = 86.0
"""Least likeness (0 to 100) of a misspelt name: two slips in "stakeholder engagement"."""

_UNITS = frozenset(
    "am pm day days week weeks month months year years hour hours minute minutes percent million "
    "thousand dollars people times staff employees datasets portals contracts dias semanas meses "
    "anos horas personas pessoas contratos".split()
)
"""After one of these a number counts something; it names no criterion."""


@dataclass(frozen=True)
class Reference:
    """Criteria that one code may mean (one for each standard that has it), as entry ids.

    ``code`` is the code as it is written, such as "OD2". ``criteria`` is empty when the practice
    exists but no criterion of that number is known, and holds the practices themselves when the
    code is only their abbreviation. ``practices`` are those of that name in all standards.
    """

    code: str
    criteria: tuple[str, ...]
    practices: tuple[str, ...]


class CodeBook:
    """Finds the codes of a catalog in a question."""

    def __init__(self, catalog: Catalog) -> None:
        """Collect the abbreviations and names of all practices."""
        self._catalog = catalog
        self._by_abbreviation: dict[str, list[str]] = {}
        self._names: dict[str, str] = {}
        for practice in sorted(catalog.practices.values(), key=lambda practice: practice.id):
            abbreviation = practice.abbreviation.lower()
            self._by_abbreviation.setdefault(abbreviation, []).append(practice.id)
            for name in (practice.title, *practice.also_called):
                self._names.setdefault(" ".join(name_words(name)), abbreviation)
        self._split = [(name.split(), abbreviation) for name, abbreviation in self._names.items()]
        self._stems = {_stems(name): abbreviation for name, abbreviation in self._names.items()}
        self._joined = {
            "".join(parts): abbreviation for parts, abbreviation in self._split if len(parts) > 1
        } | {abbreviation: abbreviation for abbreviation in self._by_abbreviation}

    def find(self, tokens: list[Token]) -> list[Reference]:
        """Return the references in a question, in the order named and without repetition."""
        typed = [token.typed for token in tokens]
        if alone := self._alone(typed):
            return [alone]
        found = dict.fromkeys(self._codes_in(tokens, typed))
        return [self._reference(abbreviation, number) for abbreviation, number in found]

    def rest(self, tokens: list[Token]) -> list[Token]:
        """Return the tokens that are no part of a code, nor of what points to one."""
        return [
            token
            for token in tokens
            if token.typed not in self._by_abbreviation
            and token.typed not in POINTING | _NO_EDGE
            and not is_number(token.typed)
            and not any(letter.isdecimal() for letter in token.typed)
        ]

    def unknown_year(self, tokens: list[Token]) -> str | None:
        """Return a year that stands where a standard's year would, and is none of them."""
        typed = [token.typed for token in tokens]
        for place, word in enumerate(typed):
            if _YEAR.fullmatch(word) and word not in self._catalog.standards:
                beside = typed[max(place - 2, 0) : place + 2]
                if any(self._fused(one) or one in _EDITION_WORDS for one in beside):
                    return word
        return None

    def _alone(self, typed: list[str]) -> Reference | None:
        """Return the practices whose abbreviation is all that was typed, but for a year.

        In a sentence, "DM" and "SE" are words like others.
        """
        names = [
            word for word in typed if word not in self._catalog.standards and word not in _POLITE
        ]
        practices = self._by_abbreviation.get(names[0], ()) if len(names) == 1 else ()
        found = tuple(practices)
        return Reference(names[0].upper(), found, found) if found else None

    def _codes_in(self, sentence: list[Token], typed: list[str]) -> Iterator[tuple[str, int]]:
        place = 0
        named, found = "", False
        while place < len(typed):
            if fused := self._fused(typed[place]):
                abbreviation, number = fused
                numbers, place = self._list_on(typed, place + 1, abbreviation, [number])
                yield from ((abbreviation, each) for each in numbers)
                found = True
            elif name := self._name_at(sentence, place):
                abbreviation, after = name
                numbers, end = self._numbers_after(typed, place, after, abbreviation)
                numbers = numbers or numbers_before(typed, place, after)
                yield from ((abbreviation, each) for each in numbers)
                named, found = abbreviation, found or bool(numbers)
                place = max(end, after)
            else:
                place += 1
        if named and not found and len(typed) <= _APART and (apart := number_apart(typed)):
            yield named, apart

    def _fused(self, word: str) -> tuple[str, int] | None:
        """Read a code in one word, such as "od2" or "opendata2"."""
        found = _FUSED.fullmatch(word)
        abbreviation = self._joined.get(found[1]) if found else None
        return (abbreviation, int(found[2])) if found and abbreviation else None

    def _name_at(self, sentence: list[Token], place: int) -> tuple[str, int] | None:
        """Return the practice whose name begins at a place, and the place behind it."""
        first = sentence[place].typed
        if first in self._joined:
            return self._joined[first], place + 1
        if len(first) == 1:
            return self._initials_at(sentence, place)
        for length in range(min(_NAME_WORDS, len(sentence) - place), 0, -1):
            tokens = sentence[place : place + length]
            if any(map(_counts, tokens)):
                continue
            if abbreviation := self._named([token.read_as for token in tokens]):
                return abbreviation, place + length
        return None

    def _initials_at(self, sentence: list[Token], place: int) -> tuple[str, int] | None:
        """Return the practice whose abbreviation is written apart: "R D C 4", "P & A"."""
        initials, end = "", place
        while end < len(sentence) and (
            (len(sentence[end].typed) == 1 and sentence[end].typed.isalpha())
            or (initials and sentence[end].typed == "and")
        ):
            initials += sentence[end].typed.replace("and", "")
            end += 1
        found = self._by_abbreviation.get(initials)
        return (initials, end) if found and end - place > 1 else None

    def _named(self, spoken: list[str]) -> str | None:
        """Return the abbreviation of the practice that words name: exactly, shortened, misspelt."""
        plain = _plain(spoken)
        if exact := self._stems.get(_stems(plain)):
            return exact
        if {spoken[0], spoken[-1]} & _NO_EDGE:
            return None
        own = plain.split()
        for full, abbreviation in self._split:
            if len(full) == len(own) > 1 and all(map(_shortens, own, full)):
                return abbreviation
        near = closest(plain, self._names, least=_MISSPELT) if len(own) > 1 else None
        return self._names[near] if near else None

    def _numbers_after(
        self, typed: list[str], start: int, after: int, abbreviation: str
    ) -> tuple[list[int], int]:
        """Return the numbers that follow a name, and the place behind them."""
        short = typed[start] in self._by_abbreviation
        place = after
        while place < len(typed) and typed[place] in POINTING:
            last = place == len(typed) - 1
            if typed[place] in CARDINALS and (short or last or place > after):
                break
            place += 1
        if place >= len(typed) or (place + 1 < len(typed) and typed[place + 1] in _UNITS):
            return [], after
        word = typed[place]
        number = digits(word)
        if number is None:
            number = ordinal(word)
        if number is None and (short or place > after or place == len(typed) - 1):
            number = cardinal(word)
        if number is None and (short or place == len(typed) - 1) and place == after:
            number = roman(word)
        if number is None:
            return [], after
        return self._list_on(typed, place + 1, abbreviation, [number])

    def _list_on(
        self, typed: list[str], place: int, abbreviation: str, numbers: list[int]
    ) -> tuple[list[int], int]:
        """Read on where a list or a range goes on with bare numbers: "OD1, 2 and 4", "SE1 to 3"."""
        while place < len(typed):
            at = place + (typed[place] in LISTING or typed[place] in UP_TO)
            if at < len(typed) - 1 and typed[at] == abbreviation:
                at += 1
            if at >= len(typed):
                break
            fused = self._fused(typed[at])
            same = fused[1] if fused and fused[0] == abbreviation else None
            following = digits(typed[at]) if same is None else same
            if following is None or (at + 1 < len(typed) and typed[at + 1] in _UNITS):
                break
            numbers += through(numbers[-1], following, upward=typed[place] in UP_TO)
            place = at + 1
        return numbers, place

    def _reference(self, abbreviation: str, number: int) -> Reference:
        practices = self._by_abbreviation[abbreviation]
        code = f"{abbreviation.upper()}{number}"
        ids = (f"{self._catalog.practices[practice].standard}:{code}" for practice in practices)
        known = tuple(entry_id for entry_id in ids if entry_id in self._catalog.criteria)
        return Reference(code, known, tuple(practices))


def _counts(token: Token) -> bool:
    """Return whether a word can be no part of a name: a number, or a word that points to one."""
    return is_number(token.typed) or token.typed in POINTING - ARTICLES - {"no"}


def _shortens(word: str, full: str) -> bool:
    """Return whether a word is the beginning of another, or the other itself."""
    return word == full or (len(word) >= _SHORTENED and full.startswith(word))


def _plain(spoken: list[str]) -> str:
    return " ".join(word for word in spoken if word != "and")


def _stems(plain: str) -> tuple[str, ...]:
    return tuple(map(stem, plain.split()))
