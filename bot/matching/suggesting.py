"""Entries while somebody is still typing: by code, by the beginnings of title words, by meaning."""

from collections.abc import Mapping

from bot.knowledge import Catalog, Criterion
from bot.matching.text import fold, words


class Suggester:
    """Finds entries for what has been typed so far, for a type-ahead field."""

    def __init__(self, catalog: Catalog) -> None:
        """Collect the words of every entry's code and title."""
        self._words: Mapping[str, tuple[str, ...]] = {
            entry_id: (
                *((entry.code.lower(), entry.standard) if isinstance(entry, Criterion) else ()),
                *words(fold(entry.title)),
            )
            for entry_id, entry in catalog.entries.items()
        }

    def begins(self, typed: str) -> list[str]:
        """Return the entries that have, for each word typed, a word beginning with it.

        Those whose code or title begins as typed come first; nothing typed gives all entries.
        """
        parts = words(fold(typed))
        found = [
            entry_id
            for entry_id, own in self._words.items()
            if all(any(word.startswith(part) for word in own) for part in parts)
        ]
        first = parts[0] if parts else ""
        return sorted(found, key=lambda entry_id: not self._words[entry_id][0].startswith(first))
