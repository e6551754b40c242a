"""An answer as plain data: what to say, where it comes from, and what to choose from.

Surfaces (terminal, Slack) lay it out; none of them looks into the catalog or the matcher again.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from bot.matching import Decision, MatchedWord


@dataclass(frozen=True)
class ResourceLink:
    """A resource with the state of its link as last seen."""

    id: str
    title: str
    provider: str
    url: str
    about: str
    status: Literal["live", "archived", "unknown"]
    status_note: str
    successor_title: str | None = None
    successor_url: str | None = None


class Choice(NamedTuple):
    """An entry to pick: enough for a button or a line of a list.

    ``code`` is empty for practices and topics, ``standard`` (such as "2018") for topics.
    """

    entry_id: str
    title: str
    code: str = ""
    standard: str = ""


@dataclass(frozen=True)
class Fact:
    """One statement with its provenance. ``standard`` is empty where it holds for any."""

    text: str
    standard: str
    confidence: str
    source: tuple[str, ...]


@dataclass(frozen=True)
class Crosswalk:
    """Where an entry stands in the other standard.

    ``match``: ``same``, ``near`` or ``none`` (then ``choices`` lists the nearest).
    ``standard``: the year of the other standard.
    """

    match: Literal["same", "near", "none"]
    standard: str
    choices: tuple[Choice, ...]
    confidence: str
    note: str | None = None


@dataclass(frozen=True, eq=False)
class Card:
    """All that is shown of one entry. It is made once and equals only itself.

    ``wording`` is the official sentence when ``official`` is true and our own words otherwise;
    ``title_ours``: the title of a criterion is not the standard's.
    ``facts`` are the statements of a topic; ``criteria`` the members of a practice.
    """

    choice: Choice
    kind: Literal["criterion", "practice", "topic"]
    practice: str
    standard_title: str
    wording: str
    official: bool
    resources: tuple[ResourceLink, ...]
    source: tuple[str, ...]
    confidence: str
    title_ours: bool = False
    resources_note: str | None = None
    evidence: str | None = None
    facts: tuple[Fact, ...] = ()
    gap: str | None = None
    crosswalk: Crosswalk | None = None
    criteria: tuple[Choice, ...] = ()
    note: str | None = None


class Reason(NamedTuple):
    """Why an entry was shown: its calibrated score and the words of the question behind it."""

    choice: Choice
    score: float
    words: tuple[MatchedWord, ...]


@dataclass(frozen=True)
class Answer:
    """What to tell the asker.

    ``cards``: what we stand behind (empty unless ``decision`` is ANSWER; two when two things were
    asked). ``choices``: near alternatives, or the entries to pick from. ``reasons``: the ranking,
    best first, for "Why this answer". ``off_topic``: what a refused question seems to be about.
    """

    question: str
    decision: Decision
    cards: tuple[Card, ...]
    choices: tuple[Choice, ...]
    reasons: tuple[Reason, ...]
    margin: float
    off_topic: str | None
