"""The one face of the bot: what every surface asks, so that all give the same answer."""

import re
from collections import OrderedDict
from hashlib import sha256
from pathlib import Path

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
)
from bot.answers.answering import Answerer
from bot.answers.lookup import CategoryLookup, find_category
from bot.knowledge import Catalog, load_catalog
from bot.matching import Matcher
from bot.threads import Threads

TOUCHED = 5
"""Criteria named for a message at most; beyond that a match is hardly one."""

RECENT = 128
"""Answers remembered, for "Why this answer" and for who asks the same again."""

HELP_WORDS = frozenset(
    ("", "help", "help me", "help please", "please help", "hi", "hello", "ayuda", "ajuda")
)
"""What people type who want to be told what to do, in English, Spanish and Portuguese."""


def wants_help(typed: str) -> bool:
    """Tell whether there is no question, only a wish to be told what to do."""
    return " ".join(re.findall(r"\w+", typed)).casefold() in HELP_WORDS


def key_of(question: str) -> str:
    """Return the key under which the answer to a question is remembered."""
    return sha256(question.encode(errors="replace")).hexdigest()[:16]


class Engine:
    """Questions in, answers out. Knows neither terminal nor Slack; about a millisecond each."""

    def __init__(self, catalog: Catalog, matcher: Matcher) -> None:
        """Answer from this catalog with this matcher."""
        self.catalog, self.matcher = catalog, matcher
        self._answerer, self._threads = Answerer(catalog, matcher), Threads()
        self._recent: OrderedDict[str, Answer] = OrderedDict()

    @classmethod
    def load(cls, folder: Path | None = None) -> "Engine":
        """Load a knowledge folder, or the one that comes with wwc-bot.

        Raises:
            KnowledgeError: when the knowledge cannot be used; it lists the problems.

        """
        catalog = load_catalog(folder)
        return cls(catalog, Matcher(catalog))

    def ask(self, question: str, thread: str | None = None) -> Answer:
        """Answer a question. Takes any text and never raises.

        ``thread`` names a conversation; what it spoke of last is remembered for a day, as ids.
        """
        turn = self._threads.last(thread)
        key = key_of(f"{question}\n{turn}" if turn else question)
        answer = self.recall(key)
        if answer is None:
            answer = self._answerer.answer(question, key, turn)
            self._recent[key] = answer
            if len(self._recent) > RECENT:
                self._recent.popitem(last=False)
        self._threads.remember(thread, answer.turn)
        return answer

    def recall(self, key: str) -> Answer | None:
        """Return the recent answer with this key; None when it was forgotten."""
        if key in self._recent:
            self._recent.move_to_end(key)
        return self._recent.get(key)

    def card(self, entry_id: str) -> Card | None:
        """Return the card of an entry; None when a button outlived its entry."""
        return card(self.catalog, entry_id) if entry_id in self.catalog.entries else None

    def contact(self) -> Card | None:
        """Return the card that says whom to ask; None when the knowledge names nobody."""
        topics = self.catalog.topics.values()
        return next((self.card(topic.id) for topic in topics if topic.contact), None)

    def suggest(self, typed: str, limit: int) -> tuple[Choice, ...]:
        """Return entries for a type-ahead menu, best first."""
        found = self.matcher.suggest(typed, limit)
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

    def category(self, practice_id: str) -> CategoryPage | None:
        """Return a category with its criteria; None when a button outlived it."""
        if practice_id not in self.catalog.practices:
            return None
        return category_page(self.catalog, practice_id)

    def find_category(self, typed: str, standard: str | None = None) -> CategoryLookup:
        """Look up what somebody typed after "criteria": see bot/answers/lookup.py."""
        return find_category(self.catalog, typed, standard)
