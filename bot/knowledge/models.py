"""The kinds of things that the knowledge folder holds, one model for each block of YAML.

Every model is frozen and refuses keys it does not know, so that a slip of the pen in a YAML file
is found by ``wwc-bot check`` and nothing can change once the catalog is loaded.
"""

from datetime import date
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from bot.knowledge.ids import (
    CounterpartId,
    CriterionId,
    EntryId,
    Kind,
    OffTopicId,
    PartnerId,
    PracticeId,
    ResourceId,
    StandardId,
    TopicId,
)
from bot.knowledge.problems import SlipError

# How well a statement is known.
#   verbatim-seen       the words were read at their source
#   transcription-seen  read in a city employee's copy of the certification portal
#   paraphrase-seen     read in another source's words
#   computed            our arithmetic
#   inferred            reasoned from what was seen
#   gap                 looked for and not found
Confidence = Literal[
    "verbatim-seen", "transcription-seen", "paraphrase-seen", "computed", "inferred", "gap"
]


def _one_paragraph(text: str) -> str:
    if "\n" in text:
        raise SlipError("is more than one paragraph", "take the empty lines out")
    return text


def _web_address(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise SlipError("is not an address", "take out the brackets") from error
    if parts.scheme not in ("http", "https") or "." not in (parts.hostname or ""):
        raise SlipError("is not an address", "begin it with https:// and a host name")
    if any(character.isspace() or character in '<>|"' for character in url):
        raise SlipError("is not an address", "take out the spaces, quotes, < > and |")
    return url


def _abbreviation(text: str) -> str:
    if not (2 <= len(text) <= 4 and text.isascii() and text.isalpha() and text.isupper()):
        raise SlipError(f"is '{text}', which does not have the usual form", "write it like OD")
    return text


Text = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_one_paragraph)
]
Sources = Annotated[tuple[Text, ...], Field(min_length=1)]
Url = Annotated[str, AfterValidator(_web_address)]
Abbreviation = Annotated[str, AfterValidator(_abbreviation)]


class Block(BaseModel):
    """A block of YAML: frozen, and with no key beyond those named."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Named(Block):
    """A block with an id, by which others refer to it, and the names that people use for it."""

    id: str
    title: Text
    also_called: tuple[Text, ...] = ()


class Standard(Named):
    """An edition of the certification standard."""

    id: StandardId
    years: Text
    criteria_total: int
    current: bool
    source: Sources
    confidence: Confidence


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
    """What criteria, practices and topics have in common, so that nobody need tell them apart."""

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


class _OfStandard(EntryFace):
    """A criterion or practice. ``leads``: it answers in place of its counterpart by default."""

    summary: Text
    leads: bool = False
    resources_note: Text | None = None
    counterpart: Counterpart | None = None
    source: Sources
    confidence: Confidence

    def texts(self) -> tuple[str, ...]:
        """Return title, summary, other names and the official wording, as far as it has them."""
        official = (self.official,) if self.official else ()
        return (self.title, self.summary, *self.also_called, *official)


class Criterion(_OfStandard):
    """One criterion of one standard.

    ``wording`` is the official sentence and is given only where it was read word for word;
    ``summary`` is always ours. ``title_origin`` says whose title it is.
    """

    id: CriterionId
    title_origin: Literal["official", "partner", "ours"]
    wording: Text | None = None
    evidence: Text | None = None
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


class Statement(Block):
    """One checked fact about the program."""

    text: Text
    standard: StandardId | None = None
    source: Sources
    confidence: Confidence


class Topic(EntryFace):
    """A question about the program itself, answered by statements.

    ``contact``: the one topic that says whom to ask.
    """

    id: TopicId
    contact: bool = False
    statements: Annotated[tuple[Statement, ...], Field(min_length=1)]
    gap: Text | None = None
    partners: tuple[PartnerId, ...] = ()


class Link(Block):
    """A further address, beside a resource's own."""

    title: Text
    url: Url


class Resource(Named):
    """Something to read or someone to ask, with the state of its link."""

    id: ResourceId
    provider: PartnerId
    part_of: Text | None = None
    url: Url
    about: Text
    status: Literal["live", "archived", "unknown"]
    status_note: Text
    successor: Link | None = None
    checked: date
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


class OffTopic(Named):
    """A kind of question that is about something else, and whom it is for."""

    id: OffTopicId


# What a question can be matched to.
Entry = Criterion | Practice | Topic
