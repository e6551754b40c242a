"""What the blocks of YAML are made of: texts, addresses, sources, confidence, statements."""

import re
from datetime import date, timedelta
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


_MARKUP = re.compile(r"</?[a-zA-Z][^>]*>|\*\*|\]\(|&[a-z]+;")
_UNWRITTEN = re.compile(r"(todo|tbd|fixme|xxx+|lorem ipsum)\b.*|\W+", re.IGNORECASE)


def _one_paragraph(text: str) -> str:
    if "\n\n" in text:
        raise SlipError("is more than one paragraph", "take the empty lines out")
    if "\n" in text:
        raise SlipError("keeps its line ends", "write '>-' in place of '|'")
    if _UNWRITTEN.fullmatch(text):
        raise SlipError(f"is still '{text}'", "write the text, or delete the line")
    if found := _MARKUP.search(text):
        raise SlipError(f"holds markup ({found[0]})", "write plain text, and addresses bare")
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
    if url.endswith((".", ",", ";")):
        raise SlipError(f"ends with '{url[-1]}'", "take it away")
    return url


def _past_day(day: date) -> date:
    if day > date.today() + ABROAD:
        raise SlipError(f"is {day}, which is yet to come", "write the day on which it was seen")
    return day


def _past_year(year: int) -> int:
    if not 1900 <= year <= date.today().year:
        raise SlipError(f"is {year}, which cannot be", "write the year in which it was so")
    return year


def _abbreviation(text: str) -> str:
    if not (2 <= len(text) <= 4 and text.isascii() and text.isalpha() and text.isupper()):
        raise SlipError(f"is '{text}', which does not have the usual form", "write it like OD")
    return text


ABROAD = timedelta(days=1)
"""East of here it may be tomorrow already."""

Text = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_one_paragraph)
]
Sources = Annotated[tuple[Text, ...], Field(min_length=1)]
Url = Annotated[str, AfterValidator(_web_address)]
Day = Annotated[date, AfterValidator(_past_day)]
Year = Annotated[int, AfterValidator(_past_year)]
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
