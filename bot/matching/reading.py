"""Reading a question: which of its words are known, what they were meant to be, what they mean.

typed text -> sentences of words -> shorthand written out -> filler dropped -> spelling
corrected -> tokens with features
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from bot.fuzzy import Speller
from bot.knowledge import Vocabulary
from bot.matching.stems import stem
from bot.matching.text import fold, sentences, words

GRAM = 3
"""Letters of the pieces of a word that count beside the word itself: they are what a slip, another
form and another language leave alone."""

MEANT = 2
"""Times that a word must occur to be what a slip was meant to be: words of a single phrasing are
often slips themselves."""

RARE, COMMON = 2, 20
"""Times. A rare word is a slip, too, where a common one is nearly the same: phrasings hold slips on
purpose ("qualty"), and people write the same ones."""

NEARLY_THE_SAME = 0.85
"""Similarity (0 to 1) of a slip among the phrasings: one letter in seven."""

RECENT_WORDS = 20_000
"""Words whose reading is kept, since correcting one costs more than all else that is read of it."""


class Token(NamedTuple):
    """A word of a question.

    ``typed`` is the folded word as it stands there, ``read_as`` the known word it was taken for.
    ``features`` are what the model weighs: the stem first, the word's pieces of three letters as
    "#pen", and each concept that the word means or begins as "=concept".
    """

    typed: str
    read_as: str
    features: tuple[str, ...]

    @property
    def meaning(self) -> str:
        """The first concept of the word, or the word itself where it has none."""
        return next((one[1:] for one in self.features if one[0] == "="), self.read_as)


def count_features(tokens: Iterable[Token]) -> dict[str, int]:
    """Count the features of tokens, with each pair of neighbors as "stem_stem"."""
    counts: dict[str, int] = {}
    before = ""
    for token in tokens:
        for feature in token.features:
            counts[feature] = counts.get(feature, 0) + 1
        if before:
            pair = f"{before}_{token.features[0]}"
            counts[pair] = counts.get(pair, 0) + 1
        before = token.features[0]
    return counts


def count_words(texts: Iterable[str]) -> Counter[str]:
    """Count the words of texts, which a Reader then knows."""
    return Counter(word for text in texts for sentence in sentences(text) for word in sentence)


class Reader:
    """Reads questions and phrasings in the same way, against one vocabulary."""

    def __init__(self, vocabulary: Vocabulary, counts: Mapping[str, int]) -> None:
        """Know the words of the vocabulary, and those counted (word -> how often it occurs)."""
        self._shorthand = {
            "".join(words(fold(short))): words(fold(full))
            for short, full in vocabulary.shorthand.items()
        }
        self._filler = _Phrases(dict.fromkeys(vocabulary.ignored, ""))
        self._concepts = _Phrases(
            {
                phrase: f"={concept}"
                for concept, phrases in vocabulary.concepts.items()
                for phrase in phrases
            }
        )
        named = self._concepts.words | self._filler.words
        self._words = {**dict.fromkeys(named, 1), **counts}
        self.known = frozenset(self._words)
        self._speller = Speller({w: n for w, n in self._words.items() if n >= MEANT or w in named})
        self._common = Speller({w: n for w, n in self._words.items() if n >= COMMON})
        self._tokens_of = lru_cache(maxsize=RECENT_WORDS)(self._look_up)

    def spell(self, text: str) -> list[list[Token]]:
        """Return the sentences of a text as tokens: every word, with slips corrected."""
        return [
            [token for word in sentence for token in self._tokens_of(word)]
            for sentence in sentences(text)
        ]

    def understand(self, spelled: list[list[Token]]) -> list[list[Token]]:
        """Drop filler from sentences and give words their concepts; leave out empty ones."""
        understood = (self._understand(sentence) for sentence in spelled)
        return [tokens for tokens in understood if tokens]

    def read(self, text: str) -> list[list[Token]]:
        """Spell and understand a text."""
        return self.understand(self.spell(text))

    def _understand(self, tokens: list[Token]) -> list[Token]:
        tokens = list(tokens)
        stems = [token.features[0] for token in tokens]
        if filler := set(self._filler.places(stems)):
            tokens = [token for place, token in enumerate(tokens) if place not in filler]
            stems = [token.features[0] for token in tokens]
        for place, concepts in self._concepts.names(stems).items():
            word, meant, features = tokens[place]
            tokens[place] = Token(word, meant, (*features, *concepts))
        return tokens

    def _look_up(self, word: str) -> tuple[Token, ...]:
        """Return the known words that a typed one was meant to be; shorthand may be several."""
        return tuple(_token(word, self._meant(full)) for full in self._shorthand.get(word, (word,)))

    def _meant(self, word: str) -> str:
        count = self._words.get(word, 0)
        if count == 0:
            return self._speller.correct(word) or word
        if count > RARE or word in self._concepts.words:
            return word
        return self._common.correct(word, NEARLY_THE_SAME) or word


def _token(typed: str, known: str) -> Token:
    framed = f"^{known}$"
    pieces = dict.fromkeys(framed[at : at + GRAM] for at in range(len(framed) - GRAM + 1))
    return Token(typed, known, (stem(known), *(f"#{piece}" for piece in pieces)))


class _Phrases:
    """Phrases as tuples of stems, each with the name that it stands for."""

    def __init__(self, phrases: Mapping[str, str]) -> None:
        """Take the phrases with the name that each stands for."""
        self.words: set[str] = set()
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        self._by_rarest: dict[str, list[tuple[int, tuple[str, ...], str]]] = {}
        parts = [words(fold(phrase)) for phrase in phrases]
        self.words.update(*parts)
        keys = [tuple(map(stem, own)) for own in parts]
        frequency = Counter(part for key in keys for part in key)
        for number, (key, name) in enumerate(zip(keys, phrases.values(), strict=True)):
            if key:
                self._by_first.setdefault(key[0], []).append(key)
                rarest = min(key, key=frequency.__getitem__)
                self._by_rarest.setdefault(rarest, []).append((number, key, name))

    def places(self, stems: list[str]) -> Iterator[int]:
        """Yield the places of all words that belong to a phrase, which must stand as written."""
        for start, first in enumerate(stems):
            for key in self._by_first.get(first, ()):
                if tuple(stems[start : start + len(key)]) == key:
                    yield from range(start, start + len(key))

    def names(self, stems: list[str]) -> dict[int, list[str]]:
        """Return place of the first word -> names of the phrases whose words all occur.

        Their order and what stands between them does not matter: "law for open data" and "open data
        law" say the same. A phrase is looked for by its rarest word, so that "data" costs nothing.
        """
        present = set(stems)
        standing = [
            phrase
            for word in present
            for phrase in self._by_rarest.get(word, ())
            if present.issuperset(phrase[1])
        ]
        found: dict[int, list[str]] = {}
        for _, key, name in sorted(standing):
            for place in (at for at, first in enumerate(stems) if first == key[0]):
                names = found.setdefault(place, [])
                if name not in names:
                    names.append(name)
        return found
