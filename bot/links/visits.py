"""What was seen at an address."""

from enum import StrEnum
from typing import NamedTuple


class Seen(StrEnum):
    """What is at an address.

    ANSWERS: a page. NO_PLACE: the page, but not the place in it. GONE: nothing, or a page that
    stands in for what is missing. UNSURE: it could not be told; another day it may.
    """

    ANSWERS = "answers"
    NO_PLACE = "answers in part"
    GONE = "gone"
    UNSURE = "not reached"


class Visit(NamedTuple):
    """What was seen at an address.

    ``why`` is a sentence, empty where a page answers. ``moved_to`` is the address that a server
    names in its place for good. ``answered``: a server said something, be it an error.
    """

    url: str
    seen: Seen
    why: str = ""
    moved_to: str = ""
    answered: bool = True
