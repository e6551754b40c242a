"""Reading a question: which of its words are known, what they were meant to be, what they mean.

typed text -> sentences of words -> shorthand written out -> filler dropped -> spelling
corrected -> stems and concepts
"""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from bot.knowledge import Vocabulary
from bot.matching.spelling import Speller
from bot.matching.stems import stem
from bot.matching.text import fold, sentences, words

PREFIX = 4
"""Letters that word families share across forms and languages ("publ": publish, publicar)."""

MEANT = 2
"""Times that a word must occur to be what a slip was meant to be: words of a single phrasing are a
third of all, and leaving them out changed no answer to the bank."""

RECENT_WORDS = 20_000
"""Words whose reading is kept at hand; correcting one takes 0.05 ms."""


class Token(NamedTuple):
    """A word of a question.

    ``typed`` is the folded word as it stands there, ``read_as`` the known word it was taken for,
    ``features`` what the matcher weighs: the stem, the beginning of a long word, and each concept
    that the word means or begins, as "=concept".
    """

    typed: str
    read_as: str
    features: tuple[str, ...]

    @property
    def meaning(self) -> str:
        """The first concept of the word, or the word itself where it has none."""
        for feature in self.features:
            if feature[0] == "=":
                return feature[1:]
        return self.read_as


class Reader:
    """Reads questions and phrasings in the same way, against one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Prepare the vocabulary; call ``know`` with the words of the knowledge before reading."""
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
        self.words: Mapping[str, int] = {}
        self._stems: Container[str] = ()
        self._speller = Speller({})
        self._known_as = lru_cache(maxsize=RECENT_WORDS)(self._look_up)

    def know(
        self, texts: Iterable[str], counted: Mapping[str, int], stems: Container[str] = ()
    ) -> None:
        """Learn which words exist: those counted before, of the texts, and of the vocabulary.

        ``stems``: those of known words; a word with such a stem is another form and no slip.
        """
        counts = dict(counted)
        for text in texts:
            for sentence in sentences(text):
                for word in sentence:
                    counts[word] = counts.get(word, 0) + 1
        for word in (*self._concepts.words, *self._filler.words):
            counts.setdefault(word, 1)
        self.words, self._stems = counts, stems
        common = self._concepts.words | self._filler.words
        common.update(word for word, count in counts.items() if count >= MEANT)
        self._speller = Speller({word: counts[word] for word in common})
        self._known_as.cache_clear()

    def prepare(self) -> None:
        """Read every known word now, as many as are kept at hand."""
        for word in islice(self.words, RECENT_WORDS):
            self._known_as(word)

    def read(self, text: str) -> list[list[Token]]:
        """Return the sentences of a text as tokens, without filler; empty ones are left out."""
        read = (self._read_sentence(sentence) for sentence in sentences(text))
        return [tokens for tokens in read if tokens]

    def _read_sentence(self, typed: list[str]) -> list[Token]:
        tokens = [token for word in typed for token in self._known_as(word)]
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
        return tuple(
            _lexical(word, self._meant(full)) for full in self._shorthand.get(word, (word,))
        )

    def _meant(self, word: str) -> str:
        if word in self.words or stem(word) in self._stems:
            return word
        return self._speller.correct(word) or word


def _lexical(typed: str, known: str) -> Token:
    beginning = (f"{known[:PREFIX]}-",) if len(known) > PREFIX else ()
    return Token(typed, known, (stem(known), *beginning))


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
