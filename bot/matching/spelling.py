"""Typing slips: the known word that an unknown one was most likely meant to be.

RapidFuzz measures the distance; the candidates are the known words that begin with the first or
the second letter typed (a slip in the first letter is rare, and then it is a swap or a missing
letter as a rule), so that the cost does not grow with the whole vocabulary.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 4
"""Shorter words have too many neighbours: "cat", "car" and "cut" are three words, not slips."""

SIMILAR_ENOUGH = 0.74
"""Least normalised similarity (1 - distance / length): one slip in four letters, two in eight."""


class Speller:
    """Corrects words against the words of the knowledge."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        """Take the known words with how often each occurs; the more frequent one wins a tie."""
        self._counts = counts
        self._by_letter: dict[str, list[str]] = defaultdict(list)
        for word in sorted(counts, key=lambda word: (len(word), word)):
            if len(word) >= SHORTEST and word.isalpha():
                self._by_letter[word[0]].append(word)

    def correct(self, word: str) -> str | None:
        """Return the known word meant by an unknown one, or None where none is near enough."""
        if len(word) < SHORTEST or not word.isalpha():
            return None
        best: tuple[float, int, str] | None = None
        for letter in {word[0], word[1]}:
            for candidate, similarity, _ in process.extract(
                word,
                self._near_in_length(word, letter),
                scorer=OSA.normalized_similarity,
                score_cutoff=SIMILAR_ENOUGH,
                limit=5,
            ):
                rank = (similarity, self._counts[candidate], candidate)
                if best is None or rank > best:
                    best = rank
        return best[2] if best else None

    def _near_in_length(self, word: str, letter: str) -> list[str]:
        """Return the words of a letter that are long and short enough to be similar enough."""
        known = self._by_letter.get(letter, [])
        shortest = bisect_left(known, len(word) * SIMILAR_ENOUGH, key=len)
        return known[shortest : bisect_right(known, len(word) / SIMILAR_ENOUGH, key=len)]
