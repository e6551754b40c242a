"""What people say for what the standard says: the words of ``knowledge/vocabulary.yaml``."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Vocabulary:
    """Words and phrases that carry the same meaning, and words that carry none.

    ``concepts`` maps a concept's name to the phrases people use for it, ``shorthand`` maps chat
    spellings to full words, and ``ignored`` holds greetings and filler in all languages.
    """

    concepts: Mapping[str, tuple[str, ...]]
    shorthand: Mapping[str, str]
    ignored: frozenset[str]
