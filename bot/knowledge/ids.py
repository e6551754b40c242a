"""Ids, which name everything in the knowledge: in YAML, JSON, buttons, logs and addresses.

An id is plain text, such as ``2018:OD1``; what it says is read from it here and nowhere else.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator

from bot.knowledge.problems import SlipError

PARSED = 10_000
"""Ids kept parsed; the shipped knowledge has about two hundred."""

Kind = Literal[
    "criterion",
    "practice",
    "topic",
    "off-topic",
    "resource",
    "partner",
    "city",
    "example",
    "asking",
]

_NAME = "([a-z0-9][a-z0-9-]*)"
_FORMS: dict[Kind, tuple[re.Pattern[str], str]] = {
    "criterion": (re.compile("(20[0-9]{2}):([A-Z]{2,4}[1-9][0-9]?)"), "2018:OD1"),
    "practice": (re.compile("(20[0-9]{2}):([a-z][a-z-]+)"), "2018:open-data"),
    "topic": (re.compile(f"(topic):{_NAME}"), "topic:levels"),
    "off-topic": (re.compile(f"(off):{_NAME}"), "off:permits"),
    "resource": (re.compile(f"(resource):{_NAME}"), "resource:policy-generator"),
    "partner": (re.compile(f"(partner):{_NAME}"), "partner:sunlight"),
    "city": (re.compile(f"(city):{_NAME}"), "city:phoenix"),
    "example": (re.compile(f"(example):{_NAME}"), "example:phoenix-data-inventory"),
    "asking": (re.compile(f"(asking):{_NAME}"), "asking:proof"),
}
"""The form of each kind of id, with an example for an editor who writes another."""


class EntryId(NamedTuple):
    """What an id says. ``standard`` is a year, or "" for what belongs to no standard.

    ``name`` is what follows the colon: "OD1", "open-data", "levels". ``code`` is that of a
    criterion as people write it, and "" for all else.
    """

    kind: Kind
    standard: str
    name: str
    code: str

    @classmethod
    @lru_cache(PARSED)
    def parse(cls, text: str) -> "EntryId":
        """Read an id.

        Raises:
            ValueError: when the text does not have the form of an id.

        """
        for kind, (form, _) in _FORMS.items():
            if found := form.fullmatch(text):
                standard = found[1] if kind in ("criterion", "practice") else ""
                return cls(kind, standard, found[2], found[2] if kind == "criterion" else "")
        raise ValueError(f"'{text}' does not have the form of an id")


def strange_letter(text: str) -> str | None:
    """Name a letter that no id holds, such as a Cyrillic O; None where there is none."""
    letter = next((character for character in text if not character.isascii()), None)
    return letter and f"holds '{letter}' ({unicodedata.name(letter, 'unknown').lower()})"


def is_standard(text: str) -> bool:
    """Tell whether a text is the id of a standard, which is a year."""
    return bool(re.fullmatch("20[0-9]{2}", text))


def _standard(text: str) -> str:
    if not is_standard(text):
        raise SlipError(f"is '{text}', which does not have the usual form", "write it like 2018")
    return text


def _of_kind(*kinds: Kind) -> AfterValidator:
    """Return a validator that lets ids of these kinds pass."""
    examples = " or ".join(_FORMS[kind][1] for kind in kinds)

    def check(text: str) -> str:
        if not any(_FORMS[kind][0].fullmatch(text) for kind in kinds):
            strange = strange_letter(text)
            what = f"is '{text}', which {strange or 'does not have the usual form'}"
            raise SlipError(what, f"write it like {examples}")
        return text

    return AfterValidator(check)


StandardId = Annotated[str, AfterValidator(_standard)]
CriterionId = Annotated[str, _of_kind("criterion")]
PracticeId = Annotated[str, _of_kind("practice")]
TopicId = Annotated[str, _of_kind("topic")]
OffTopicId = Annotated[str, _of_kind("off-topic")]
ResourceId = Annotated[str, _of_kind("resource")]
PartnerId = Annotated[str, _of_kind("partner")]
CityId = Annotated[str, _of_kind("city")]
ExampleId = Annotated[str, _of_kind("example")]
AskingId = Annotated[str, _of_kind("asking")]
CounterpartId = Annotated[str, _of_kind("criterion", "practice")]
