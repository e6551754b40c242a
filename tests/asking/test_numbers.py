"""Numbers as people write them."""

import pytest

from bot.asking.numbers import Number, read_numbers


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("24k", Number(24_000)),
        ("12,300 folks", Number(12_300)),
        ("300 mil habitantes", Number(300_000)),
        ("1.2 million", Number(1_200_000)),
        ("twenty thousand", Number(20_000, exact=False)),
        ("thirty-five thousand", Number(35_000, exact=False)),
        ("28 of 43", Number(28, total=43)),
        ("28/43", Number(28, total=43)),
        ("28 de 43", Number(28, total=43)),
        ("65%", Number(65, percent=True)),
        ("65 por ciento", Number(65, percent=True)),
    ],
)
def test_a_number_is_read(text: str, number: Number) -> None:
    """Digits, scales, words and shares have their value, in three languages."""
    assert read_numbers(text) == (number,)


def test_the_number_of_a_code_is_none() -> None:
    """What hangs on letters counts a criterion, not things."""
    assert read_numbers("od3 and lc5") == ()


def test_what_is_below_nothing_is_no_number() -> None:
    """A minus in front counts nothing; a dash between numbers is no minus."""
    assert read_numbers("-5%") == ()
    assert [number.value for number in read_numbers("51-67 %")] == [51, 67]
