"""How words are known, corrected and given a meaning."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge import Vocabulary
from bot.matching.reading import Reader, Token, count_features, count_words
from bot.matching.stems import stem

VOCABULARY = Vocabulary(
    concepts={
        "law": ("law", "ordinance", "open data law"),
        "book": ("volume", "libro"),
    },
    shorthand={"pls": "please", "rfp": "request for proposals"},
    ignored=frozenset({"hello", "good morning"}),
)
COUNTS = {"portal": 4, "quarterly": 1, "quality": 30, "qualty": 1, "equality": 3}


@pytest.fixture(scope="module")
def reader() -> Reader:
    """A reader that knows a few words."""
    return Reader(VOCABULARY, COUNTS)


def read_as(reader: Reader, text: str) -> list[str]:
    """Return the words that a text is taken for."""
    return [token.read_as for sentence in reader.read(text) for token in sentence]


def meanings(reader: Reader, text: str) -> list[str]:
    """Return what the words of a text mean."""
    return [token.meaning for sentence in reader.read(text) for token in sentence]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("the portal", ["the", "portal"]),
        ("the protal", ["the", "portal"]),  # a slip
        ("an ordnance", ["an", "ordinance"]),  # a slip in a word of the vocabulary
        ("quartrly", ["quartrly"]),  # a word of one phrasing is not what a slip was meant to be
        ("quarterly", ["quarterly"]),
        ("qualty", ["quality"]),  # a slip that stands among the phrasings, too
        ("equality", ["equality"]),  # near a common word, and no slip: three phrasings have it
        ("rfp pls", ["request", "for", "proposals", "please"]),
        ("Hello, good morning: the portal", ["the", "portal"]),
        ("a good portal in the morning", ["a", "good", "portal", "in", "the", "morning"]),
        ("hello", []),
        ("", []),
    ],
)
def test_words_are_read(reader: Reader, typed: str, words: list[str]) -> None:
    """Slips are corrected, shorthand is written out, and filler is dropped where it stands whole."""
    assert read_as(reader, typed) == words


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("a libro", ["a", "book"]),
        ("two volumes", ["two", "book"]),  # another form of the word
        ("our ordinances", ["our", "law"]),
        ("the portal", ["the", "portal"]),
    ],
)
def test_words_mean_their_concept(reader: Reader, typed: str, meant: list[str]) -> None:
    """A word of the vocabulary, in any form, stands for its concept; another for itself."""
    assert meanings(reader, typed) == meant


@pytest.mark.parametrize("typed", ["open data law", "law for open data", "data that open the law"])
def test_words_of_a_phrase_may_stand_anywhere(reader: Reader, typed: str) -> None:
    """A phrase is understood in any order; its first word carries the concept."""
    features = [token.features for token in reader.read(typed)[0] if token.read_as == "open"]

    assert "=law" in features[0]


def test_part_of_a_phrase_is_not_understood(reader: Reader) -> None:
    """A phrase of which a word is missing means nothing."""
    tokens = reader.read("open data")[0]

    assert not any(feature.startswith("=") for token in tokens for feature in token.features)


def test_typed_words_are_kept(reader: Reader) -> None:
    """A token knows the word as it was typed, for codes and for the reasons of a match."""
    token = reader.read("Protal")[0][0]

    assert (token.typed, token.read_as, token.features[0]) == ("protal", "portal", "portal")


def test_spelling_keeps_filler(reader: Reader) -> None:
    """Codes are looked for before filler is dropped, so that every word still has its place."""
    spelled = reader.spell("hello pls")

    assert [token.read_as for token in spelled[0]] == ["hello", "please"]
    assert [[token.read_as for token in one] for one in reader.understand(spelled)] == [["please"]]


@pytest.mark.parametrize(
    ("word", "known"),
    [("portal", True), ("protal", True), ("libro", True), ("hello", True), ("xqzt", False)],
)
def test_known_words_are_those_of_texts_and_vocabulary(
    reader: Reader, word: str, known: bool
) -> None:
    """A word is known when it was counted or stands in the vocabulary, in spite of a slip."""
    assert (reader.spell(word)[0][0].read_as in reader.known) is known


def test_features_are_stem_pieces_and_pairs(reader: Reader) -> None:
    """A word counts by its stem, its pieces of three letters, and with the word before it."""
    counts = count_features(reader.read("law law")[0])

    assert counts == {"law": 2, "#^la": 2, "#law": 2, "#aw$": 2, "=law": 2, "law_law": 1}


def test_no_pair_without_a_neighbor() -> None:
    """A single word has no pair, and no word has no feature."""
    assert count_features([Token("a", "a", ("a", "#^a$"))]) == {"a": 1, "#^a$": 1}
    assert count_features([]) == {}


def test_words_of_texts_are_counted() -> None:
    """Words are counted as they are read: folded, over all sentences."""
    assert count_words(["Open data. Open!", "dátà"]) == {"open": 2, "data": 2}


@given(st.text(max_size=200))
def test_any_text_is_read(reader: Reader, text: str) -> None:
    """No text raises, no sentence is empty, and every word has its stem as the first feature."""
    for sentence in reader.read(text):
        assert sentence
        assert all(token.features[0] == stem(token.read_as) for token in sentence)
