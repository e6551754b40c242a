"""The language of a question."""

import pytest

from bot.asking.language import language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("do we need a law for open data?", "en"),
        ("¿quién nos ayuda con los contratos?", "es"),
        ("quem nos ajuda com os contratos?", "pt"),
        ("OD1", "en"),
    ],
)
def test_small_words_tell_the_language(text: str, code: str) -> None:
    """Frequent small words decide; a code alone decides nothing."""
    assert language_of(text) == code
