"""The kinds of things that the knowledge folder holds, one model for each block of YAML.

Every model is frozen and refuses keys it does not know, so that a slip of the pen in a YAML file
is found by ``wwc-bot check`` and nothing can change once the catalog is loaded.
"""

from datetime import date
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

Confidence = Literal[
    "verbatim-seen", "transcription-seen", "paraphrase-seen", "computed", "inferred", "gap"
]
"""How well a statement is known.

``verbatim-seen``: the words were read at their source. ``transcription-seen``: read in a city's
transcription of the portal. ``paraphrase-seen``: read in another source's words. ``computed``: our
arithmetic. ``inferred``: reasoned from what was seen. ``gap``: looked for and not found.
"""


def _single_line(text: str) -> str:
    if "\n" in text:
        raise ValueError("the text must be one paragraph")
    return text


def _web_address(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or "." not in (parts.hostname or ""):
        raise ValueError("the address must begin with https:// and a host name")
    if any(character.isspace() or character in '<>|"' for character in url):
        raise ValueError("the address must not contain spaces, quotes, < > or |")
    return url


Text = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_single_line)
]
Sources = Annotated[tuple[Text, ...], Field(min_length=1)]
Url = Annotated[str, AfterValidator(_web_address)]
EXAMPLES = {
    r"^20[0-9]{2}$": "2018",
    r"^20[0-9]{2}:[A-Z]{2,4}[1-9][0-9]?$": "2018:OD1",
    r"^20[0-9]{2}:[a-z][a-z-]+$": "2018:open-data",
    r"^(20[0-9]{2}|topic):[A-Za-z][A-Za-z0-9-]+$": "2018:OD1 or topic:levels",
    r"^resource:[a-z0-9][a-z0-9-]*$": "resource:policy-generator",
    r"^partner:[a-z0-9][a-z0-9-]*$": "partner:sunlight",
    r"^topic:[a-z0-9][a-z0-9-]*$": "topic:levels",
    r"^off:[a-z0-9][a-z0-9-]*$": "off:permits",
    r"^[A-Z]{2,4}$": "OD",
}
"""The forms that ids and abbreviations have, each with an example for whoever writes another."""

_FORM = {example: StringConstraints(pattern=pattern) for pattern, example in EXAMPLES.items()}
StandardId = Annotated[str, _FORM["2018"]]
Code = Annotated[str, _FORM["2018:OD1"]]
PracticeId = Annotated[str, _FORM["2018:open-data"]]
EntryId = Annotated[str, _FORM["2018:OD1 or topic:levels"]]
ResourceId = Annotated[str, _FORM["resource:policy-generator"]]
PartnerId = Annotated[str, _FORM["partner:sunlight"]]
TopicId = Annotated[str, _FORM["topic:levels"]]
OffTopicId = Annotated[str, _FORM["off:permits"]]
Abbreviation = Annotated[str, _FORM["OD"]]


class Block(BaseModel):
    """A block of YAML: frozen, and with no key beyond those named."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Standard(Block):
    """An edition of the certification standard."""

    id: StandardId
    title: Text
    also_called: tuple[Text, ...] = ()
    years: Text
    criteria_total: int
    current: bool
    source: Sources
    confidence: Confidence


class Counterpart(Block):
    """Where something of the 2018 standard went in 2022.

    ``same``: the same sentence. ``near``: asks nearly the same. ``none``: no such criterion or
    practice; ``ids`` then lists the nearest.
    """

    match: Literal["same", "near", "none"]
    ids: tuple[EntryId, ...]
    confidence: Confidence
    note: Text | None = None


class Criterion(Block):
    """One criterion of one standard.

    ``wording`` is the official sentence and is given only where it was read word for word;
    ``summary`` is always ours. ``title_origin`` says whose title it is.
    """

    id: Code
    title: Text
    title_origin: Literal["official", "partner", "ours"]
    wording: Text | None = None
    summary: Text
    evidence: Text | None = None
    resources: tuple[ResourceId, ...] = ()
    resources_note: Text | None = None
    counterpart: Counterpart | None = None
    note: Text | None = None
    source: Sources
    confidence: Confidence

    @property
    def standard(self) -> str:
        """The year of the standard, the first part of the id."""
        return self.id[:4]

    @property
    def code(self) -> str:
        """The code as people write it, such as ``OD1``."""
        return self.id[5:]


class Practice(Block):
    """A group of criteria of one standard."""

    id: PracticeId
    title: Text
    abbreviation: Abbreviation
    also_called: tuple[Text, ...] = ()
    summary: Text
    partners: tuple[PartnerId, ...] = ()
    resources: tuple[ResourceId, ...] = ()
    resources_note: Text | None = None
    gap: Text | None = None
    counterpart: Counterpart | None = None
    source: Sources
    confidence: Confidence

    @property
    def standard(self) -> str:
        """The year of the standard, the first part of the id."""
        return self.id[:4]


class PracticeFile(Block):
    """A file of ``knowledge/<standard>/``: one practice and its criteria."""

    practice: Practice
    criteria: tuple[Criterion, ...]


class Statement(Block):
    """One checked fact about the programme."""

    text: Text
    standard: StandardId | None = None
    source: Sources
    confidence: Confidence


class Topic(Block):
    """A question about the program itself, answered by statements.

    ``contact``: the one topic that says whom to ask.
    """

    id: TopicId
    title: Text
    contact: bool = False
    statements: Annotated[tuple[Statement, ...], Field(min_length=1)]
    gap: Text | None = None
    partners: tuple[PartnerId, ...] = ()
    resources: tuple[ResourceId, ...] = ()


class Link(Block):
    """A further address, beside a resource's own."""

    title: Text
    url: Url


class Resource(Block):
    """Something to read or someone to ask, with the state of its link."""

    id: ResourceId
    title: Text
    also_called: tuple[Text, ...] = ()
    provider: PartnerId
    part_of: Text | None = None
    url: Url
    about: Text
    status: Literal["live", "archived", "unknown"]
    status_note: Text
    address_note: Text | None = None
    successor: Link | None = None
    checked: date
    source: Sources
    confidence: Confidence


class Partner(Block):
    """An organisation that helps or helped cities with certification."""

    id: PartnerId
    title: Text
    also_called: tuple[Text, ...] = ()
    supports: Text
    state: Literal["active", "closed", "unknown"]
    note: Text | None = None
    not_to_confuse_with: Text | None = None
    source: Sources
    confidence: Confidence


class OffTopic(Block):
    """A kind of question that is about something else, and whom it is for."""

    id: OffTopicId
    title: Text


Entry = Criterion | Practice | Topic
"""What a question can be matched to."""
