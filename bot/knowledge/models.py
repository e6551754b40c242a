"""The kinds of things that the knowledge folder holds, one model for each block of YAML.

Every model is frozen and refuses keys it does not know, so that a slip of the pen in a YAML file
is found by ``wwc-bot check`` and nothing can change once the catalog is loaded.
"""

from typing import Annotated, Literal

from pydantic import Field

from bot.knowledge.fields import (
    Abbreviation,
    Block,
    Confidence,
    Day,
    Link,
    Named,
    Sources,
    Statement,
    Text,
    Url,
    Year,
)
from bot.knowledge.ids import (
    AskingId,
    CityId,
    CounterpartId,
    CriterionId,
    EntryId,
    ExampleId,
    Kind,
    OffTopicId,
    PartnerId,
    PracticeId,
    ResourceId,
    TopicId,
)

LinkState = Literal["live", "archived", "unknown"]
# live: in use when last seen; archived: kept, but nobody looks after it; unknown: not seen.


class Program(Block):
    """What the knowledge is about, so that nothing in the program code need name it.

    ``short``: how people call it in a sentence. ``subjects`` and ``code``: what a question could
    name, shown to who was not understood. ``examples``: questions that can be asked as they stand.
    """

    title: Text
    short: Text
    subjects: Annotated[tuple[Text, ...], Field(min_length=1)]
    code: Text
    examples: Annotated[tuple[Text, ...], Field(min_length=1)]


class Counterpart(Block):
    """Where something of a standard went in the next one.

    ``same``: the same sentence. ``near``: asks nearly the same. ``none``: no such criterion or
    practice; ``ids`` then lists the nearest.
    """

    match: Literal["same", "near", "none"]
    ids: tuple[CounterpartId, ...]
    confidence: Confidence
    note: Text | None = None


class EntryFace(Named):
    """What criteria, practices and topics have in common, so that nobody need tell them apart.

    ``lead`` is the one sentence that answers who asks for it ("do we need ...?").
    """

    lead: Text | None = None
    resources: tuple[ResourceId, ...] = ()

    @property
    def kind(self) -> Kind:
        """Whether it is a criterion, a practice or a topic."""
        return EntryId.parse(self.id).kind

    @property
    def standard(self) -> str:
        """The year of the standard; "" for a topic."""
        return EntryId.parse(self.id).standard

    @property
    def code(self) -> str:
        """The code as people write it, such as "OD1"; "" but for criteria."""
        return EntryId.parse(self.id).code

    @property
    def official(self) -> str | None:
        """The official wording, where it was read word for word; only criteria have one."""
        return None

    def texts(self) -> tuple[str, ...]:
        """Return what the catalog itself says of the entry: title, other names and the like."""
        return (self.title, *self.also_called)


class Difference(Block):
    """What sets an entry apart from another that people mix it up with."""

    entry: CounterpartId
    text: Text


class _OfStandard(EntryFace):
    """A criterion or practice. ``leads``: it answers in place of its counterpart by default."""

    summary: Text
    leads: bool = False
    resources_note: Text | None = None
    counterpart: Counterpart | None = None
    differs: tuple[Difference, ...] = ()
    source: Sources
    confidence: Confidence

    def texts(self) -> tuple[str, ...]:
        """Return title, summary, other names and the official wording, as far as it has them."""
        official = (self.official,) if self.official else ()
        return (self.title, self.summary, *self.also_called, *official)


class Criterion(_OfStandard):
    """One criterion of one standard.

    ``wording`` is the official sentence and is given only where it was read word for word;
    ``summary`` is always ours. ``title_origin`` says whose title it is. ``proof`` is what a city
    hands in, as far as that is public.
    """

    id: CriterionId
    title_origin: Literal["official", "partner", "ours"]
    wording: Text | None = None
    proof: Statement | None = None
    note: Text | None = None

    @property
    def official(self) -> str | None:
        """The official wording, where it was read word for word."""
        return self.wording


class Practice(_OfStandard):
    """A group of criteria of one standard."""

    id: PracticeId
    abbreviation: Abbreviation
    partners: tuple[PartnerId, ...] = ()
    gap: Text | None = None


class PracticeFile(Block):
    """A file of ``knowledge/<standard>/``: one practice and its criteria."""

    practice: Practice
    criteria: tuple[Criterion, ...]


class Topic(EntryFace):
    """A question about the program itself, answered by statements.

    ``contact``: the one topic that says whom to ask. ``role``: the one topic that answers
    arithmetic on levels or on who may join, or that says which cities are certified.
    """

    id: TopicId
    contact: bool = False
    role: Literal["levels", "eligibility", "cities", "bot"] | None = None
    statements: Annotated[tuple[Statement, ...], Field(min_length=1)]
    gap: Text | None = None
    partners: tuple[PartnerId, ...] = ()


class Resource(Named):
    """Something to read or someone to ask, with the state of its link."""

    id: ResourceId
    provider: PartnerId
    part_of: Text | None = None
    url: Url
    about: Text
    license: Text | None = None
    status: LinkState
    status_note: Text
    successor: Link | None = None
    checked: Day
    source: Sources
    confidence: Confidence


class Partner(Named):
    """An organization that helps or helped cities with certification."""

    id: PartnerId
    supports: Text
    state: Literal["active", "closed", "unknown"]
    note: Text | None = None
    not_to_confuse_with: Text | None = None
    source: Sources
    confidence: Confidence


class CityLevel(Block):
    """A level that a city was seen to have, and the year for which it was seen, where known.

    Without ``level`` the city was seen to be certified, at a level that is not known.
    """

    level: Text | None = None
    year: Year | None = None
    source: Sources
    confidence: Confidence


class City(Named):
    """A city that the sources name as certified; ``levels`` from the oldest to the newest.

    ``title`` is the name with its state or country ("Phoenix, Arizona"); ``also_called`` are other
    names, without them.
    """

    id: CityId
    levels: Annotated[tuple[CityLevel, ...], Field(min_length=1)]
    note: Text | None = None


class Example(Named):
    """Something that a certified city published which fits criteria.

    ``named_by``: who says that it fits: the city itself, the program, or nobody (our inference).
    """

    id: ExampleId
    city: CityId
    criteria: Annotated[tuple[CounterpartId, ...], Field(min_length=1)]
    named_by: Literal["city", "program", "nobody"]
    year: Year | None = None
    url: Url
    status: LinkState
    status_note: Text
    checked: Day
    source: Sources
    confidence: Confidence


class Asking(Named):
    """A kind of asking, such as for proof or for a comparison, and the words it is known by.

    ``cues`` are words in any of the languages read; "..." stands for words between. Where
    ``whole`` is true, a question is of this kind only if nothing else is in it.
    """

    id: AskingId
    whole: bool = False
    cues: Annotated[tuple[Text, ...], Field(min_length=1)]


class OffTopic(Named):
    """A kind of question that is about something else.

    ``named`` is false where the kind has no name that would tell the asker anything.
    """

    id: OffTopicId
    named: bool = True


# What a question can be matched to.
Entry = Criterion | Practice | Topic
