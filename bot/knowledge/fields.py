"""What the blocks of YAML are made of: texts, addresses, sources, confidence, statements."""

from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from bot.knowledge.ids import StandardId
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


class Statement(Block):
    """One checked fact, with its source and how well it is known."""

    text: Text
    standard: StandardId | None = None
    source: Sources
    confidence: Confidence


class Link(Block):
    """A further address, beside a resource's own."""

    title: Text
    url: Url
