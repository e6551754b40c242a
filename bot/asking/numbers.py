"""Numbers as people write them: "24k", "12,300", "twenty thousand", "28 of 43", "65%"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_UNITS = {
    word: value
    for value, all_words in enumerate(
        (
            "zero cero", "one uno un una um uma", "two dos dois duas", "three tres", "four cuatro "
            "quatro", "five cinco", "six seis", "seven siete sete", "eight ocho oito", "nine nueve "
            "nove", "ten diez dez", "eleven once onze", "twelve doce doze", "thirteen trece treze",
            "fourteen catorce quatorze", "fifteen quince quinze", "sixteen dieciseis dezesseis",
            "seventeen diecisiete dezessete", "eighteen dieciocho dezoito",
            "nineteen diecinueve dezenove",
        )
    )
    for word in all_words.split()
}  # fmt: skip
_TENS = {
    word: value * 10
    for value, all_words in enumerate(
        (
            "twenty veinte vinte", "thirty treinta trinta", "forty cuarenta quarenta",
            "fifty cincuenta cinquenta", "sixty sesenta sessenta", "seventy setenta",
            "eighty ochenta oitenta", "ninety noventa",
        ),
        start=2,
    )
    for word in all_words.split()
}  # fmt: skip
_SCALES = {
    **dict.fromkeys(("hundred", "cien", "ciento", "cem", "cento"), 100),
    **dict.fromkeys(("k", "thousand", "mil"), 1_000),
    **dict.fromkeys(("m", "million", "millions", "millon", "millones", "milhao", "milhoes"), 10**6),
}
_NAMES = "|".join(sorted({*_UNITS, *_TENS, *_SCALES}, key=len, reverse=True))
_NUMBER = re.compile(
    rf"""
    (?<![\w.])(?<!\s-)(?<!^-)
    (?:
      (?P<digits>\d{{1,3}}(?:[,.\ ]\d{{3}})+(?!\d)|\d+(?:[.,]\d+)?)
      (?:\s?(?P<scale>k|m|mil|thousand|million|millones|millon|milhoes|milhao)\b)?
      | (?P<words>\b(?:{_NAMES})\b(?:[\s-]+(?:and\s+|y\s+|e\s+)?(?:{_NAMES})\b)*)
    )
    (?P<percent>\s?(?:%|percent\b|per\ cent\b|pct\b|por\ ciento\b|por\ cento\b))?
    """,
    re.VERBOSE,
)
_OF = re.compile(r"\s*(?:/|out of|of(?: the)?|de(?: los| las| os| as)?|do[s]?|sobre)\s*$")


@dataclass(frozen=True)
class Number:
    """A number in a question: its value, whether it is a percentage, and "of" how many it is.

    ``exact``: it was written in digits; number words are often no numbers ("that one").
    """

    value: float
    percent: bool = False
    total: int | None = None
    exact: bool = True


def read_numbers(folded: str) -> tuple[Number, ...]:
    """Return the numbers of a folded text, in order; "28 of 43" is one."""
    return tuple(_join(folded, list(_NUMBER.finditer(folded))))


def _join(folded: str, found: list[re.Match[str]]) -> Iterator[Number]:
    skip = False
    for at, one in enumerate(found):
        if skip:
            skip = False
            continue
        total = None
        if at + 1 < len(found):
            following = found[at + 1]
            if _OF.fullmatch(folded[one.end() : following.start()]):
                total, skip = int(_value(following)), True
        yield Number(_value(one), bool(one["percent"]), total, bool(one["digits"]))


def _value(found: re.Match[str]) -> float:
    """Return the value of what was found: digits with a scale, or words."""
    if digits := found["digits"]:
        grouped = re.fullmatch(r"\d{1,3}(?:[,. ]\d{3})+", digits)
        plain = re.sub(r"[,. ]", "", digits) if grouped else digits.replace(",", ".")
        return float(plain) * _SCALES.get(found["scale"] or "", 1)
    total, current = 0.0, 0.0
    for word in re.findall(r"\w+", found["words"]):
        if word in _SCALES:
            current = (current or 1) * _SCALES[word]
            if _SCALES[word] > 100:
                total, current = total + current, 0.0
        else:
            current += _UNITS.get(word, _TENS.get(word, 0))
    return total + current
