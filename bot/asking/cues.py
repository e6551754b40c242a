"""Cues: the words by which a kind of asking, or a name, is recognized in a question."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.fuzzy import Speller
from bot.matching.stems import stem
from bot.matching.text import fold, words

_POSSESSIVE = re.compile("['’]s\\b", re.IGNORECASE)

GAP = "..."
MOST_BETWEEN = 6
"""Words that "..." stands for at most."""

NEARLY = 0.8
"""Least similarity of a mistyped word with the word of a cue: one slip in five letters."""


class Found(NamedTuple):
    """A cue that stands in a question: its key and the places of its words, without the gaps."""

    key: str
    places: tuple[int, ...]

    @property
    def start(self) -> int:
        """The place of its first word."""
        return self.places[0]

    @property
    def end(self) -> int:
        """The place after its last word."""
        return self.places[-1] + 1


class Cues:
    """Finds cues in the words of a question; forms of a word, accents and slips are the same."""

    def __init__(self, cues: Iterable[tuple[str, str]], known: Iterable[str] = ()) -> None:
        """Take pairs of a key and a cue. ``known`` words are never taken for slips."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        spelled: set[str] = set()
        for key, cue in cues:
            parts = [GAP if part == GAP else part for part in cue.split()]
            typed = [word for part in parts for word in ([GAP] if part == GAP else read(part))]
            spelled.update(word for word in typed if word != GAP)
            stems = tuple(word if word == GAP else stem(word) for word in typed)
            if stems:
                self._by_first[stems[0]].append((stems, key))
        self._known = frozenset((*known, *spelled))
        self._speller = Speller(dict.fromkeys(spelled, 1))

    def stems(self, typed: Sequence[str]) -> list[str]:
        """Return the stem of each word, slips of the words of cues corrected."""
        return [
            stem(word if word in self._known else self._speller.correct(word, NEARLY) or word)
            for word in typed
        ]

    def find(self, stems: Sequence[str]) -> list[Found]:
        """Return every cue that stands in the stems of a question, in their order."""
        found = []
        for start, first in enumerate(stems):
            for cue, key in self._by_first.get(first, ()):
                if places := _places(cue, stems, start):
                    found.append(Found(key, places))
        return found


def read(text: str) -> list[str]:
    """Return the folded words of a text, as cues and questions are compared: "Ann's" is "Ann"."""
    return words(fold(_POSSESSIVE.sub("", text)))


def _places(cue: Sequence[str], stems: Sequence[str], start: int) -> tuple[int, ...]:
    """Return the places of the words of a cue that begins at a word; none where it is not there."""
    places: list[int] = []
    at, wide = start, False
    for part in cue:
        if part == GAP:
            wide = True
            continue
        last = min(at + (MOST_BETWEEN if wide else 0), len(stems) - 1)
        place = next((one for one in range(at, last + 1) if stems[one] == part), None)
        if place is None:
            return ()
        places.append(place)
        at, wide = place + 1, False
    return tuple(places)
