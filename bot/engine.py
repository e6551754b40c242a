"""The engine as the registry see it: every door asks here, so every door gives the same Answer."""

import re
from collections import OrderedDict
from functools import lru_cache

from bot.answers import (
    Answer,
    Card,
    Category,
    CategoryPage,
    Choice,
    Reason,
    card,
    categories,
    category_page,
    choice,
    compose,
)
from bot.knowledge import Catalog
from bot.matching import Matcher, PracticeLookup, find_practices
from bot.slack.mrkdwn import carried, checksum

TOUCHED = 5
"""Criteria named for a message at most; beyond that a match is hardly one."""

RECENT = 128
"""Answers kept at hand: "Why this answer" and "Share" ask again what was just answered."""

LONG = 400
"""Characters from which on a question may not fit into a button: 2,000 when each is escaped."""

CHECKSUM = re.compile("long:[0-9a-f]{64}")

CONTACT = "topic:contact"


class Engine:
    """Answers, without knowing Slack. Pure, well under a millisecond a question."""

    def __init__(self, catalog: Catalog, matcher: Matcher) -> None:
        """Answer from this catalog with this matcher, from the first question on at full speed."""
        self.catalog, self.matcher = catalog, matcher
        self._recent = lru_cache(RECENT)(self._answer)
        self._long: OrderedDict[str, str] = OrderedDict()

    def ask(self, question: str) -> Answer:
        """Answer a question."""
        if len(question) >= LONG:
            self._long[checksum(question)] = question
            self._long.move_to_end(checksum(question))
            if len(self._long) > RECENT:
                self._long.popitem(last=False)
        return self._recent(question)

    def asked(self, value: str) -> str | None:
        """Return the question that a button carries; None when it is long and was forgotten."""
        if CHECKSUM.fullmatch(value):
            return self._long.get(value)
        return carried(value)

    def _answer(self, question: str) -> Answer:
        return compose(self.catalog, self.matcher.match(question))

    def card(self, entry_id: str) -> Card | None:
        """Return the card of an entry; None when a button outlived its entry."""
        return card(self.catalog, entry_id) if entry_id in self.catalog.entries else None

    def contact(self) -> Card | None:
        """Return the card that says whom to ask."""
        return self.card(CONTACT)

    def suggest(self, typed: str, limit: int) -> tuple[Choice, ...]:
        """Return entries for a type-ahead menu, best first."""
        found = self.matcher.suggest(typed, limit=limit)
        return tuple(choice(self.catalog, entry_id) for entry_id in found)

    def touched(self, text: str) -> tuple[Reason, ...]:
        """Return the entries that a message touches, with the words behind each."""
        return tuple(
            Reason(choice(self.catalog, candidate.entry_id), candidate.score, candidate.words)
            for candidate in self.matcher.touches(text)[:TOUCHED]
        )

    def standards(self) -> tuple[str, ...]:
        """Return the years of the standards, the newest first."""
        return tuple(sorted(self.catalog.standards, reverse=True))

    def categories(self, standard: str | None = None) -> tuple[Category, ...]:
        """Return the categories of a standard, or of all."""
        return categories(self.catalog, standard)

    def find_categories(self, typed: str) -> PracticeLookup:
        """Look a category up by what somebody typed."""
        return find_practices(self.catalog, typed)

    def category(self, practice_id: str) -> CategoryPage | None:
        """Return a category with its criteria; None when a button outlived it."""
        if practice_id not in self.catalog.practices:
            return None
        return category_page(self.catalog, practice_id)
