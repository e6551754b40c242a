"""All that RapidFuzz does here: strings in, strings out, nothing about the knowledge.

``Speller``     the known word that a mistyped one was meant to be
``closest``     the name that somebody meant ("did you mean"), such as a key in a YAML file
``rank``        names by their likeness to what was typed, such as those of categories
``complete``    titles for what has been typed so far, slips forgiven
``Verbatim``    the text that a question repeats nearly word for word
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

SHORTEST_SLIP = 4
"""Letters. Shorter words have too many neighbors: "cat", "car" and "cut" are three words."""

SIMILAR_WORDS = 0.74
"""Least similarity of words (1 - distance / length): one slip in four letters, two in eight."""

SIMILAR_NAMES = 60.0
"""Least ``fuzz.ratio`` (0 to 100) of a name that is offered as meant."""

SIMILAR_TITLES = 80.0
"""Least ``fuzz.partial_ratio`` of a title with what was typed of it: a slip in five letters."""

RUN = 5
"""Words in a row that a question must share with a text before the two are compared."""

REPEATED = 90.0
"""Least ``fuzz.partial_ratio`` of a question that repeats a text, or a piece of it."""

Key = TypeVar("Key", bound=Hashable)


class Speller:
    """Corrects words against known ones.

    The candidates are the known words that begin with the first or the second letter typed (a slip
    in the first letter is rare, and then it is a swap or a missing letter as a rule), so that the
    cost does not grow with the whole vocabulary.
    """

    def __init__(self, counts: Mapping[str, int]) -> None:
        """Take the known words with how often each occurs; the more frequent one wins a tie."""
        self._counts = counts
        self._by_letter: dict[str, list[str]] = defaultdict(list)
        for word in sorted(counts, key=lambda word: (len(word), word)):
            if len(word) >= SHORTEST_SLIP and word.isalpha():
                self._by_letter[word[0]].append(word)

    def correct(self, word: str, least: float = SIMILAR_WORDS) -> str | None:
        """Return the known word that another was meant to be; None where none is near.

        ``least`` is the least similarity, from 0 to 1.
        """
        if len(word) < SHORTEST_SLIP or not word.isalpha():
            return None
        best: tuple[float, int, str] | None = None
        for letter in {word[0], word[1]}:
            for candidate, similarity, _ in process.extract(
                word,
                self._near_in_length(word, letter),
                scorer=OSA.normalized_similarity,
                score_cutoff=least,
                limit=5,
            ):
                rank = (similarity, self._counts[candidate], candidate)
                if best is None or rank > best:
                    best = rank
        return best[2] if best else None

    def _near_in_length(self, word: str, letter: str) -> list[str]:
        """Return the words of a letter that are long and short enough to be similar enough."""
        known = self._by_letter.get(letter, [])
        shortest = bisect_left(known, len(word) * SIMILAR_WORDS, key=len)
        return known[shortest : bisect_right(known, len(word) / SIMILAR_WORDS, key=len)]


def closest(typed: str, names: Iterable[str], least: float = SIMILAR_NAMES) -> str | None:
    """Return the name that was most likely meant, or None where none is near."""
    best = process.extractOne(typed, list(names), scorer=fuzz.ratio, score_cutoff=least)
    return best[0] if best else None


def rank(typed: str, names: Mapping[Key, Sequence[str]]) -> list[tuple[Key, float]]:
    """Return the keys with the likeness (0 to 100) of the best of their names, best first."""
    scores = {
        key: max((fuzz.ratio(typed, name) for name in own), default=0.0)
        for key, own in names.items()
    }
    return sorted(scores.items(), key=lambda scored: -scored[1])


def complete(typed: str, titles: Mapping[Key, str]) -> list[Key]:
    """Return the keys whose titles hold what has been typed so far, give or take a slip."""
    if len(typed) < SHORTEST_SLIP:
        return []
    found = process.extract(
        typed, titles, scorer=fuzz.partial_ratio, score_cutoff=SIMILAR_TITLES, limit=None
    )
    return [key for title, _, key in found if len(title) >= len(typed)]


class Verbatim(Generic[Key]):
    """Finds the text that a question repeats, or a piece of it, nearly word for word.

    Only texts that share a run of words with the question are compared, so that a question that
    repeats nothing costs next to nothing.
    """

    def __init__(self, texts: Iterable[tuple[Key, Sequence[str]]]) -> None:
        """Take texts as words, each with the key to return for it."""
        self._texts: list[tuple[Key, str]] = []
        self._by_run: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for key, words in texts:
            for run in _runs(words):
                self._by_run[run].append(len(self._texts))
            self._texts.append((key, " ".join(words)))

    def find(self, words: Sequence[str]) -> Key | None:
        """Return the key of the text that the words repeat best; None where they repeat none."""
        near = {place for run in _runs(words) for place in self._by_run.get(run, ())}
        if not near:
            return None
        texts = {place: self._texts[place][1] for place in near}
        best = process.extractOne(
            " ".join(words), texts, scorer=fuzz.partial_ratio, score_cutoff=REPEATED
        )
        return self._texts[best[2]][0] if best else None


def _runs(words: Sequence[str]) -> set[tuple[str, ...]]:
    """Return every run of words in a row; a shorter text is one run."""
    if len(words) < RUN:
        return {tuple(words)} if words else set()
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
