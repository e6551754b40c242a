"""Numbers as people write them: digits, words, ordinals and Roman numerals."""

import re

_DIGITS = re.compile(r"[0-9]{1,2}")
_ORDINAL_DIGITS = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|er|ro|ra|do|da|to|ta|o|a)")


def _numbered(*words_in_order: str) -> dict[str, int]:
    return {
        word: number
        for number, words in enumerate(words_in_order, start=1)
        for word in words.split()
    }


_CARDINALS = _numbered(
    "one uno um una uma", "two dos dois duas", "three tres", "four cuatro quatro", "five cinco",
    "six seis", "seven siete sete", "eight ocho oito", "nine nueve nove", "ten diez dez",
    "eleven once onze", "twelve doce doze",
)  # fmt: skip
_ORDINALS = _numbered(
    "first primer primero primera primeiro primeira", "second segundo segunda",
    "third tercer tercero tercera terceiro terceira", "fourth cuarto cuarta quarto quarta",
    "fifth quinto quinta", "sixth sexto sexta", "seventh septimo septima setimo setima",
    "eighth octavo octava oitavo oitava", "ninth noveno novena nono nona",
    "tenth decimo decima", "eleventh undecimo", "twelfth duodecimo",
)  # fmt: skip
_ROMAN = _numbered("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")

CARDINALS = frozenset(_CARDINALS)


def digits(word: str) -> int | None:
    """Return the number that one or two digits stand for."""
    return int(word) if _DIGITS.fullmatch(word) else None


def cardinal(word: str) -> int | None:
    """Return the number of digits or of a word such as "five"."""
    number = digits(word)
    return _CARDINALS.get(word) if number is None else number


def ordinal(word: str) -> int | None:
    """Return the number of a word such as "third" or "3rd"."""
    found = _ORDINAL_DIGITS.fullmatch(word)
    return int(found[1]) if found else _ORDINALS.get(word)


def roman(word: str) -> int | None:
    """Return the number of a Roman numeral from I to IX."""
    return _ROMAN.get(word)


def is_number(word: str) -> bool:
    """Return whether a word is a number of any of these forms, Roman numerals left out."""
    return cardinal(word) is not None or ordinal(word) is not None
