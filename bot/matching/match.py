"""What the matcher says of a question: plain data, the same for every surface."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Decision(StrEnum):
    """What to do with a question."""

    ANSWER = "answer"
    """The first candidate is what we stand behind."""

    CHOICES = "choices"
    """Unsure: show two or three candidates to pick from."""

    REFUSE = "refuse"
    """We do not know, or the question is not about certification."""


class MatchedWord(NamedTuple):
    """A word of the question that spoke for a candidate.

    ``typed`` is the word as it stands in the question, ``read_as`` the word or concept it was taken
    for, ``weight`` its share of the evidence (the weights of one candidate add up to 1 at most).
    """

    typed: str
    read_as: str
    weight: float


class Candidate(NamedTuple):
    """An entry that a question may be about, with the calibrated chance (0..1) that it is."""

    entry_id: str
    score: float
    words: tuple[MatchedWord, ...] = ()


@dataclass(frozen=True)
class Match:
    """The matcher's decision and what it rests on.

    ``candidates``: at most five, best first. ``asks``: how many at the front answer separate parts
    of the question, in the order asked (two or three when several things were asked, or when a code
    means two criteria). ``margin``: the lead of the first over the best that is not its twin.
    ``in_scope``: the chance that the question is about certification. ``off_topic``: the kind of
    other business that a refused question looks like. ``by_code``: a criterion was named by its
    code. ``unknown``: codes and years that were named and do not exist, such as "SE9" or "2027".
    """

    question: str
    decision: Decision
    candidates: tuple[Candidate, ...]
    margin: float
    asks: int = 1
    in_scope: float = 0.0
    off_topic: str | None = None
    by_code: bool = False
    unknown: tuple[str, ...] = ()
