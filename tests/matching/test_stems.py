"""Stems: which forms meet, and which words stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.stems import stem
from bot.matching.text import fold


@pytest.mark.parametrize(
    "forms",
    [
        "evaluate evaluates evaluated evaluating evaluation evaluations evaluator evaluación",
        "plan plans planned planning",
        "call calls called calling",
        "policy policies",
        "city cities",
        "try tries tried",
        "need needs needed",
        "contract contracts contracted contracting",
        "contrato contratos contrata",
        "measure measures measured measuring",
        "train trained training trainer",
        "use uses used using",
        "publicar publicación publicaciones publicação publicado publicando",
        "departamento departamentos",
        "page pages",
    ],
)
def test_forms_of_a_word_meet(forms: str) -> None:
    """The forms of a word have one stem, in three languages."""
    stems = {stem(fold(form)) for form in forms.split()}

    assert len(stems) == 1, stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("policy", "police"),
        ("data", "date"),
        ("public", "publicar"),
        ("plan", "planet"),
        ("use", "us"),
        ("city", "cite"),
        ("meta", "meet"),
    ],
)
def test_words_of_different_roots_stay_two(one: str, other: str) -> None:
    """Words that look alike and mean different things keep different stems."""
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    "word", ["od1", "2022", "w/", "us", "bus", "class", "basis", "status", "a"]
)
def test_codes_short_words_and_false_plurals_stay(word: str) -> None:
    """Words with digits or signs, words of three letters and an -s that does not mark a plural stay."""
    assert stem(word) == word


def test_short_words_lose_a_plural_only() -> None:
    """Of words of four letters only a plural s is taken, or little would be left."""
    assert (stem("laws"), stem("data"), stem("date")) == ("law", "data", "date")


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", max_size=20))
def test_a_stem_never_vanishes(word: str) -> None:
    """At least three letters of a longer word are left, and no stem is longer than its word."""
    found = stem(word)

    assert min(len(word), 2) <= len(found) <= len(word)
