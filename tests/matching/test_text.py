"""From typed text to sentences of words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.text import MAX_CHARACTERS, fold, sentences, words


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("OPEN Data", "open data"),
        ("What's, what’s, what´s, what`s", "whats, whats, whats, whats"),
        ("publicación à São", "publicacion a sao"),
        ("Straße", "strasse"),
        ("ﬁne", "fine"),  # a ligature
        ("da\u200bta", "data"),  # a space of no width
        ("\ud800x", "x"),  # half a character
        ("", ""),
    ],
)
def test_case_accents_and_apostrophes_are_dropped(typed: str, folded: str) -> None:
    """What keyboards and languages write differently becomes the same."""
    assert fold(typed) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    """Folded text is its own folding, so that known words can be compared with typed ones."""
    assert words(fold(fold(text))) == words(fold(text))


@pytest.mark.parametrize(
    ("folded", "found"),
    [
        ("open-data, open_data", ["open", "data", "open", "data"]),
        ("cost & levels", ["cost", "and", "levels"]),
        ("w/ vendors w/o staff", ["w/", "vendors", "w/o", "staff"]),
        ("od1 50%", ["od1", "50"]),
        ("?!", []),
    ],
)
def test_words_are_letters_and_digits(folded: str, found: list[str]) -> None:
    """Signs part words; an ampersand is "and", and "w/" is a word of chats."""
    assert words(folded) == found


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Who pays? We do.", [["who", "pays"], ["we", "do"]]),
        ("one; two\nthree", [["one"], ["two"], ["three"]]),
        ("¿quién usa? si", [["quien", "usa"], ["si"]]),
        ("a policy - a law", [["a", "policy"], ["a", "law"]]),
        ("well-known", [["well", "known"]]),
        ("3.5 stars", [["3", "5", "stars"]]),
        ("...", []),
        ("", []),
    ],
)
def test_sentences_end_at_marks_and_lines(typed: str, read: list[list[str]]) -> None:
    """Marks before a space, line ends and dashes between words end a sentence; empty ones go."""
    assert sentences(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("<@U123> who pays", ["who", "pays"]),
        ("ask in <#C1|general> please", ["ask", "in", "please"]),
        ("<!here> who", ["who"]),
        ("see <https://x.example/a|the guide> now", ["see", "the", "guide", "now"]),
        ("see <https://x.example/a> now", ["see", "now"]),
        ("see https://x.example/a now", ["see", "now"]),
        ("see data.gov and city.ca.gov/page", ["see", "and"]),
        ("mail clerk@city.gov about it", ["mail", "about", "it"]),
        ("mail <mailto:clerk@city.gov|the clerk>", ["mail", "the", "clerk"]),
        ("@bob in #general", ["in"]),
        ("the inventory.xlsx file", ["the", "file"]),
        (":wave: hi", ["hi"]),
        ("at 10:30:20", ["at", "10", "30", "20"]),
        ("1 < 2", ["1", "2"]),
    ],
)
def test_addresses_and_markup_are_left_out(typed: str, read: list[str]) -> None:
    """Names, channels, addresses, file names and emoji codes are not words; labels of links are."""
    assert sentences(typed) == [read]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("S.E. 3", ["se", "3"]),
        ("U.S.A. law", ["usa", "law"]),
        ("#3", ["number", "3"]),
        ("SE1-3", ["se1", "to", "3"]),
        ("OD1 – OD3", ["od1", "to", "od3"]),
        ("OD-2", ["od", "2"]),
    ],
)
def test_the_forms_of_codes_become_words(typed: str, read: list[str]) -> None:
    """Initials are joined, a number sign is "number", and a dash between numbers is "to"."""
    assert sentences(typed) == [read]


def test_a_text_is_read_up_to_its_limit() -> None:
    """What stands beyond the first few thousand characters is not read."""
    assert sentences("a " * MAX_CHARACTERS) == [["a"] * (MAX_CHARACTERS // 2)]


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    """No text raises, and every word that is read is folded and not empty."""
    for sentence in sentences(text):
        assert sentence
        assert all(word and word == fold(word) for word in sentence)
