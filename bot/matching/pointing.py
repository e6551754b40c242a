"""Numbers that stand apart from the name of a practice: "the second one under open data"."""

from bot.matching.numbers import CARDINALS, cardinal, is_number, ordinal

POINTING = frozenset(
    "criterion criteria crit criterio criterios number no n num nr nro numero item items point "
    "punto ponto thing one ones the".split()
)
"""Words between a practice and a number that say that the number counts its criteria."""

_COUNTED = frozenset("criterion criterio number numero item".split())
"""Those of them that say it even where the practice stands elsewhere in a short question."""

INSIDE = frozenset("under of in for from within on de del do da en em dos das no na".split())
ARTICLES = frozenset("the a an la las lo los el as os o".split())

_SHORT = 6
"""Words up to which "first of open data" is all that was asked; more tell of being first."""

_ALL = frozenset("all todos todas both these those".split())
LISTING = frozenset("and y e or o ou plus also".split())
UP_TO = frozenset("to through thru until till a al hasta ate".split())
_RANGE = 12
"""Numbers that a range stands for at most; no practice has as many criteria."""


def through(last: int, following: int, *, upward: bool) -> list[int]:
    """Return the number that follows in a list, or all up to it where a range is written."""
    if upward and following > last:
        return list(range(last + 1, min(following, last + _RANGE) + 1))
    return [following]


def numbers_before(typed: list[str], start: int, after: int) -> list[int]:
    """Return the numbers before a name that count its criteria: "the second one under open data".

    An ordinal right before a name counts criteria only where a word behind the name says so ("the
    third stakeholder one"); else it counts what follows ("second open data portal").
    """
    place = start - 1
    while place >= 0 and (typed[place] in INSIDE or typed[place] in ARTICLES):
        place -= 1
    apart = place < start - 1 and any(word in INSIDE for word in typed[place + 1 : start])
    pointed = place >= 0 and typed[place] in POINTING
    while place >= 0 and typed[place] in POINTING and not _pointed_at(typed, place):
        place -= 1
    if place < 0 or (place > 0 and typed[place - 1] in _ALL):
        return []
    word = typed[place]
    first = _first_of_list(typed, place)
    named = first > 0 and typed[first - 1] in POINTING and typed[first - 1] not in ARTICLES
    behind = after < len(typed) and typed[after] in POINTING
    if (number := ordinal(word)) is not None:
        alone = apart and first < 2 and len(typed) <= _SHORT
        counts = behind or alone or (pointed and apart)
    else:
        number = cardinal(word)
        counts = named or (apart and (pointed or word.isdecimal()))
    return _listed(typed, first, place) if counts and number is not None else []


def _first_of_list(typed: list[str], place: int) -> int:
    """Return where a list that ends at a place begins: "criteria 2 and 3 of open data"."""
    while place > 0:
        before = place - 1 - (typed[place - 1] in LISTING | UP_TO)
        if before < 0 or not is_number(typed[before]) or _pointed_at(typed, before):
            break
        place = before
    return place


def _listed(typed: list[str], first: int, last: int) -> list[int]:
    """Return the numbers of a list that stands before a name."""
    numbers: list[int] = []
    for place in range(first, last + 1):
        number = ordinal(typed[place])
        number = cardinal(typed[place]) if number is None else number
        if number is None:
            continue
        upward = bool(numbers) and typed[place - 1] in UP_TO
        numbers += through(numbers[-1], number, upward=upward) if numbers else [number]
    return numbers


def number_apart(typed: list[str]) -> int | None:
    """Return the number that a short question speaks of apart from the name.

    "In open data, what is criterion 2", "for open data, tell me the third criterion".
    """
    for place, word in enumerate(typed):
        number = cardinal(typed[place + 1]) if word in _COUNTED and typed[place + 1 :] else None
        if number is not None:
            return number
        if (number := ordinal(word)) is not None:
            following = typed[place + 1 : place + 2]
            if not following or following[0] in _COUNTED | {"one"}:
                return number
    return None


def _pointed_at(typed: list[str], place: int) -> bool:
    """Return whether a word is a number after a word that announces one: "number one"."""
    return place > 0 and typed[place] in CARDINALS and typed[place - 1] in POINTING - ARTICLES
