"""An answer as plain data: what to say, where it comes from, and what to choose from.

Surfaces (terminal, Slack) render it; none of them looks into the catalog or the matcher again.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from bot.knowledge import Partner, Statement
from bot.matching import Decision, MatchedWord


@dataclass(frozen=True)
class ResourceLink:
    """A resource with the state of its link as last seen.

    ``checked``: the day somebody last looked. ``part_of``: the larger work it belongs to.
    ``borrowed_from``: empty where it was named for the entry itself; a criterion also has those of
    its "practice" and of its "counterpart" in another standard.
    """

    id: str
    title: str
    provider: str
    url: str
    about: str
    status: Literal["live", "archived", "unknown"]
    status_note: str
    checked: date
    borrowed_from: str = ""
    part_of: str | None = None
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
    ``facts``: the statements of a topic. ``criteria``: the members of a practice. ``partners``:
    those who help or helped with it.
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
    proof: Statement | None = None
    facts: tuple[Statement, ...] = ()
    gap: str | None = None
    crosswalk: Crosswalk | None = None
    criteria: tuple[Choice, ...] = ()
    partners: tuple[Partner, ...] = ()
    note: str | None = None


class Reason(NamedTuple):
    """Why an entry was shown: its calibrated score and the words of the question behind it."""

    choice: Choice
    score: float
    words: tuple[MatchedWord, ...]


class Words(NamedTuple):
    """Words of a line; where there is a ``url``, they lead there."""

    text: str
    url: str = ""


@dataclass(frozen=True)
class Part:
    """What is said first of one thing that was asked: short enough to be read as a message.

    ``sentence`` answers it. ``quote`` is the official wording of a criterion, where it was seen;
    ``lines`` are what else was wanted (the criteria of a list, proof, what sets two apart), each a
    paragraph. ``links``: where to start, what works first, each line with what is known of the
    link. ``small``: code, standards, whose words, source and the day it was checked, one line.
    ``choice``: the entry behind it; None where none is, as for thanks.
    """

    sentence: str
    choice: Choice | None = None
    quote: str = ""
    lines: tuple[tuple[Words, ...], ...] = ()
    links: tuple[tuple[Words, ...], ...] = ()
    small: tuple[Words, ...] = ()


@dataclass(frozen=True)
class Turn:
    """What a conversation spoke of last, as ids only: enough to understand "and the 2022 one?".

    ``entries``: what was answered with, the last first. ``offered``: what was shown with numbers to
    pick from. ``kind``: the kind of asking. ``city``: the city spoken of.
    """

    entries: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    kind: str = ""
    city: str | None = None


@dataclass(frozen=True)
class Answer:
    """What to tell the asker.

    ``cards``: what we stand behind (empty unless ``decision`` is ANSWER; several when several
    things were asked). ``choices``: near alternatives, or the entries to pick from. ``reasons``:
    the ranking, best first, for "Why this answer". ``margin``: how far the first is ahead (0..1).
    ``understood`` is false where we do not know what is meant, and true for courtesy.
    ``parts``: what is said, in the order asked; the cards hold all that is known.
    ``off_topic``: what a refused question seems to be about. ``by_code``: the first entry was named
    by its code. ``unknown``: codes that were named and name nothing. ``key``: 16
    characters, the same for the same question.
    """

    question: str
    decision: Decision
    cards: tuple[Card, ...]
    choices: tuple[Choice, ...]
    reasons: tuple[Reason, ...]
    margin: float
    off_topic: str | None
    by_code: bool = False
    unknown: tuple[str, ...] = ()
    key: str = ""
    parts: tuple[Part, ...] = ()
    turn: Turn | None = None
    understood: bool = True


@dataclass(frozen=True)
class Edition:
    """A standard in a list: its years, how many criteria it has and how many of them we know."""

    id: str
    title: str
    years: str
    current: bool
    total: int
    known: int


@dataclass(frozen=True)
class Category:
    """A practice in a list: how many of its criteria we know."""

    choice: Choice
    abbreviation: str
    edition: Edition
    count: int


@dataclass(frozen=True)
class CriterionLine:
    """A criterion in a list, with its wording (official or ours) and its resources.

    Those of its practice stand once below the list.
    """

    choice: Choice
    wording: str
    official: bool
    title_ours: bool
    resources: tuple[ResourceLink, ...]


@dataclass(frozen=True)
class CategoryPage:
    """One category with all of its criteria that we know, and what we do not know of it."""

    category: Category
    summary: str
    lines: tuple[CriterionLine, ...]
    partners: tuple[Partner, ...]
    resources: tuple[ResourceLink, ...]
    gap: str | None


class Line(NamedTuple):
    """One paragraph of an answer.

    Where there is a ``url``, ``link`` leads there: words in front of ``text``. A ``detail``
    belongs to the line above it.
    """

    text: str
    link: str = ""
    url: str = ""
    detail: bool = False


class Section(NamedTuple):
    """A heading, what is said below it, and the entries it offers to open.

    ``title`` is empty where nothing stands above the lines. Where ``lines`` is empty, the names of
    ``choices`` are what it says.
    """

    title: str
    lines: tuple[Line, ...] = ()
    choices: tuple[Choice, ...] = ()
