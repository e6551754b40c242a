"""Codes and numbers by which people name a criterion: "OD-2", "S.E. 3", "the fourth in open data".

A code is taken at its word: it needs no evidence from the rest of the question. The same code may
mean different criteria in different standards ("OD2"), so a reference can have two of them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.fuzzy import closest
from bot.knowledge import Catalog
from bot.matching.reading import Token
from bot.matching.stems import stem
from bot.matching.text import name_words

_FUSED = re.compile(r"([a-z]{2,4})0?([1-9][0-9]?)")
_DIGITS = re.compile(r"0?([1-9][0-9]?)")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")

_POINTING = frozenset(
    "criterion criteria crit criterio criterios number no num nr numero item items point punto "
    "ponto one ones the".split()
)
"""Words between a practice and a number that say that the number counts its criteria."""

_INSIDE = frozenset("under of in for from within on de del do da en em dos das no na".split())
_ARTICLES = frozenset("the a an la las los el as os o".split())
_NO_EDGE = _INSIDE | _ARTICLES | {"and", "y", "e", "&"}
"""Words that a name does not begin or end with."""

_SHORT = 6
"""Words up to which "first of open data" is all that was asked; more tell of being first."""

_EDITION_WORDS = frozenset("standard edition version estandar edicion padrao edicao versao".split())
_POLITE = frozenset("please pls plz thanks hi hello hola ola gracias obrigado the".split())
_ALL = frozenset("all todos todas both these those".split())
_LISTING = frozenset("and y e or o ou plus also".split())
_UP_TO = frozenset("to through thru until till a al hasta ate".split())
_RANGE = 12
"""Numbers that a range stands for at most; no practice has as many criteria."""

_NAME_WORDS = 4
"""Most words of a practice's name."""

_SHORTENED = 3
"""Least letters of a word that stands for a longer one: "perf" for performance."""

_MISSPELT = 86.0
"""Least likeness (0 to 100) of a misspelt name: two slips in "stakeholder engagement"."""

_CARDINALS = {
    word: number
    for number, all_words in enumerate(
        (
            "one uno um una uma", "two dos dois duas", "three tres", "four cuatro quatro",
            "five cinco", "six seis", "seven siete sete", "eight ocho oito", "nine nueve nove",
            "ten diez dez",
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
            "third 3rd tercer tercero tercera terceiro terceira", "fourth 4th cuarto cuarta quarto "
            "quarta", "fifth 5th quinto quinta", "sixth 6th sexto sexta", "seventh 7th septimo "
            "setimo septima setima", "eighth 8th octavo oitavo octava oitava",
            "ninth 9th noveno nono novena nona", "tenth 10th decimo decima",
        ),
        start=1,
    )
    for word in all_words.split()
}  # fmt: skip
_NUMBERS = frozenset((*_CARDINALS, *_ORDINALS))
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

    def find(self, tokens: list[Token]) -> list[Reference]:
        """Return the references in a question, in the order named and without repetition."""
        typed = [token.typed for token in tokens]
        if alone := self._alone(typed):
            return [alone]
        if _NUMBERS.isdisjoint(typed) and not any(word[-1].isdecimal() for word in typed):
            return []
        found = dict.fromkeys(self._codes_in(tokens, typed))
        return [self._reference(abbreviation, number) for abbreviation, number in found]

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
        while place < len(typed):
            if fused := self._fused(typed[place]):
                abbreviation, number = fused
                numbers, place = self._list_on(typed, place + 1, abbreviation, [number])
                yield from ((abbreviation, each) for each in numbers)
            elif name := self._name_at(sentence, place):
                abbreviation, after = name
                numbers, end = self._numbers_after(typed, place, after, abbreviation)
                if not numbers and (before := _number_before(typed, place, after)):
                    numbers = [before]
                yield from ((abbreviation, each) for each in numbers)
                place = max(end, after)
            else:
                place += 1

    def _fused(self, word: str) -> tuple[str, int] | None:
        """Read a code in one word, such as "od2"."""
        found = _FUSED.fullmatch(word)
        return (found[1], int(found[2])) if found and found[1] in self._by_abbreviation else None

    def _name_at(self, sentence: list[Token], place: int) -> tuple[str, int] | None:
        """Return the practice whose name begins at a place, and the place behind it."""
        if sentence[place].typed in self._by_abbreviation:
            return sentence[place].typed, place + 1
        for length in range(min(_NAME_WORDS, len(sentence) - place), 0, -1):
            tokens = sentence[place : place + length]
            if any(map(_counts, tokens)):
                continue
            if abbreviation := self._named([token.read_as for token in tokens]):
                return abbreviation, place + length
        return None

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
        short = after == start + 1 and typed[start] in self._by_abbreviation
        place = after
        while place < len(typed) and typed[place] in _POINTING:
            if typed[place] in _CARDINALS and (short or place > after):
                break
            place += 1
        if place >= len(typed) or (place + 1 < len(typed) and typed[place + 1] in _UNITS):
            return [], after
        word = typed[place]
        number = _digits(word) or _ORDINALS.get(word)
        if number is None and (short or place > after):
            number = _CARDINALS.get(word)
        if number is None:
            return [], after
        return self._list_on(typed, place + 1, abbreviation, [number])

    def _list_on(
        self, typed: list[str], place: int, abbreviation: str, numbers: list[int]
    ) -> tuple[list[int], int]:
        """Read on where a list or a range goes on with bare numbers: "OD1, 2 and 4", "SE1 to 3"."""
        while place < len(typed):
            joins = typed[place] in _LISTING or typed[place] in _UP_TO
            at = place + joins
            if at >= len(typed):
                break
            fused = self._fused(typed[at])
            same = fused[1] if fused and fused[0] == abbreviation else None
            following = same or _digits(typed[at])
            if following is None or (at + 1 < len(typed) and typed[at + 1] in _UNITS):
                break
            if typed[place] in _UP_TO and following > numbers[-1]:
                numbers.extend(range(numbers[-1] + 1, min(following, numbers[-1] + _RANGE) + 1))
            else:
                numbers.append(following)
            place = at + 1
        return numbers, place

    def _reference(self, abbreviation: str, number: int) -> Reference:
        practices = self._by_abbreviation[abbreviation]
        code = f"{abbreviation.upper()}{number}"
        ids = (f"{self._catalog.practices[practice].standard}:{code}" for practice in practices)
        known = tuple(entry_id for entry_id in ids if entry_id in self._catalog.criteria)
        return Reference(code, known, tuple(practices))


def _number_before(typed: list[str], start: int, after: int) -> int | None:
    """Return the number before a name that counts its criteria: "the second one under open data".

    An ordinal right before a name counts criteria only where a word behind the name says so ("the
    third stakeholder one"); else it counts what follows ("second open data portal").
    """
    place = start - 1
    while place >= 0 and (typed[place] in _INSIDE or typed[place] in _ARTICLES):
        place -= 1
    apart = place < start - 1 and any(word in _INSIDE for word in typed[place + 1 : start])
    pointed = place >= 0 and typed[place] in _POINTING
    while place >= 0 and typed[place] in _POINTING and not _pointed_at(typed, place):
        place -= 1
    if place < 0 or (place > 0 and typed[place - 1] in _ALL):
        return None
    word = typed[place]
    named = place > 0 and typed[place - 1] in _POINTING and typed[place - 1] not in _ARTICLES
    behind = after < len(typed) and typed[after] in _POINTING
    if word in _ORDINALS:
        alone = apart and place < 2 and len(typed) <= _SHORT
        return _ORDINALS[word] if behind or alone or (pointed and apart) else None
    if apart and (named or pointed or word.isdecimal()):
        return _digits(word) or _CARDINALS.get(word)
    return (_digits(word) or _CARDINALS.get(word)) if named else None


def _pointed_at(typed: list[str], place: int) -> bool:
    """Return whether a word is a number after a word that announces one: "number one"."""
    return place > 0 and typed[place] in _CARDINALS and typed[place - 1] in _POINTING - _ARTICLES


def _counts(token: Token) -> bool:
    """Return whether a word can be no part of a name: a number, or a word that points to one."""
    return token.typed.isdecimal() or token.typed in _POINTING - _ARTICLES - {"no"}


def _digits(word: str) -> int | None:
    found = _DIGITS.fullmatch(word)
    return int(found[1]) if found else None


def _shortens(word: str, full: str) -> bool:
    """Return whether a word is the beginning of another, or the other itself."""
    return word == full or (len(word) >= _SHORTENED and full.startswith(word))


def _plain(spoken: list[str]) -> str:
    return " ".join(word for word in spoken if word != "and")


def _stems(plain: str) -> tuple[str, ...]:
    return tuple(map(stem, plain.split()))
