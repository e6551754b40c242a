"""Reading a question: which of its words are known, what they were meant to be, what they mean.

typed text -> sentences of words -> shorthand written out -> filler dropped -> spelling
corrected -> stems and concepts
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.knowledge import Vocabulary
from bot.matching.spelling import Speller
from bot.matching.stems import stem
from bot.matching.text import fold, sentences, words

PREFIX = 4
"""Letters that word families share across forms and languages ("publ": publish, publicar)."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a question.

    ``typed`` is the folded word as it stands there, ``read_as`` the known word it was taken for,
    ``concepts`` what it means (the first word of a phrase carries the concept for all of it).
    """

    typed: str
    read_as: str
    concepts: tuple[str, ...] = ()

    @property
    def features(self) -> tuple[str, ...]:
        """What the matcher weighs: the stem, the beginning of a long word, the concepts."""
        return _features(self.read_as, self.concepts)


@lru_cache(maxsize=50_000)
def _features(word: str, concepts: tuple[str, ...]) -> tuple[str, ...]:
    beginning = (f"{word[:PREFIX]}-",) if len(word) > PREFIX else ()
    return (stem(word), *beginning, *(f"={concept}" for concept in concepts))


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
            {phrase: name for name, phrases in vocabulary.concepts.items() for phrase in phrases}
        )
        self.words: Mapping[str, int] = {}
        self._speller = Speller({})

    def know(self, texts: Iterable[str], counted: Mapping[str, int]) -> None:
        """Learn which words exist: those counted before, of the texts, and of the vocabulary."""
        counts = dict(counted)
        for text in texts:
            for sentence in sentences(text):
                for word in sentence:
                    counts[word] = counts.get(word, 0) + 1
        for word in (*self._concepts.words, *self._filler.words):
            counts.setdefault(word, 1)
        self.words = counts
        self._speller = Speller(counts)

    def read(self, text: str) -> list[list[Token]]:
        """Return the sentences of a text as tokens, without filler; empty ones are left out."""
        read = (self._read_sentence(sentence) for sentence in sentences(text))
        return [tokens for tokens in read if tokens]

    def _read_sentence(self, typed: list[str]) -> list[Token]:
        written_out = [
            (word, full) for word in typed for full in self._shorthand.get(word, (word,))
        ]
        read = [
            (word, full if full in self.words else self._speller.correct(full) or full)
            for word, full in written_out
        ]
        filler = set(self._filler.places([stem(meant) for _, meant in read]))
        kept = [pair for place, pair in enumerate(read) if place not in filler]
        stems = [stem(meant) for _, meant in kept]
        concepts = self._concepts.names(stems)
        return [
            Token(word, meant, tuple(concepts.get(place, ())))
            for place, (word, meant) in enumerate(kept)
        ]


class _Phrases:
    """Phrases as tuples of stems, found by their first stem."""

    def __init__(self, phrases: Mapping[str, str]) -> None:
        """Take the phrases with the name that each stands for."""
        self.words: set[str] = set()
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, name in phrases.items():
            parts = words(fold(phrase))
            self.words.update(parts)
            if parts:
                key = tuple(stem(part) for part in parts)
                self._by_first.setdefault(key[0], []).append((key, name))

    def places(self, stems: list[str]) -> Iterator[int]:
        """Yield the places of all words that belong to a phrase, which must stand as written."""
        for start, first in enumerate(stems):
            for key, _ in self._by_first.get(first, ()):
                if tuple(stems[start : start + len(key)]) == key:
                    yield from range(start, start + len(key))

    def names(self, stems: list[str]) -> dict[int, list[str]]:
        """Return place of the first word -> names of the phrases whose words all occur.

        Their order and what stands between them does not matter: "law for open data" and "open data
        law" say the same.
        """
        present = set(stems)
        found: dict[int, list[str]] = {}
        for place, first in enumerate(stems):
            for key, name in self._by_first.get(first, ()):
                if len(key) == 1 or present.issuperset(key):
                    names = found.setdefault(place, [])
                    if name not in names:
                        names.append(name)
        return found
