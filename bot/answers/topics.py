"""Short answers from topics: the lead, and of the statements those that fit the question best."""

from collections import Counter
from functools import lru_cache
from math import log

from bot.answers.models import Part, Words
from bot.answers.short import entry_part, one_line
from bot.asking.cues import read
from bot.knowledge import Catalog
from bot.matching.stems import stem

MOST_STATEMENTS = 2
"""Statements said beside the lead; the card has all."""

LEAST_NEWS = 2.5
"""Weight of words of the question that a statement must say and the lead does not: one rare word,
or two that stand in a few statements (natural logarithm of how rare a word is)."""


def topic_part(catalog: Catalog, topic_id: str, question: str) -> Part:
    """Answer with a topic: its lead, and what else of it the question asks for.

    Raises:
        KeyError: when the catalog has no such topic.

    """
    topic = catalog.topics[topic_id]
    weight = _weights(catalog)
    lead = topic.lead or topic.statements[0].text
    texts = [one.text for one in topic.statements] + ([topic.gap] if topic.gap else [])
    asked = {one for one in _stems(question) if one in weight}
    missing = asked - _stems(lead)
    said: list[tuple[Words, ...]] = []
    for _ in range(MOST_STATEMENTS):
        gains = {
            text: sum(weight[one] for one in missing & _stems(text))
            for text in texts
            if text != lead
        }
        best = max(gains, key=gains.__getitem__, default="")
        if not best or gains[best] < LEAST_NEWS:
            break
        said.append(one_line(best))
        texts.remove(best)
        missing -= _stems(best)
    return entry_part(catalog, topic_id, said, lead)


@lru_cache(1)
def _weights(catalog: Catalog) -> dict[str, float]:
    """Return how rare each stem is among the statements of all topics."""
    texts = [
        text
        for topic in catalog.topics.values()
        for text in (*(one.text for one in topic.statements), topic.gap or "")
    ]
    counts = Counter(one for text in texts for one in _stems(text))
    return {one: log(len(texts) / count) for one, count in counts.items()}


@lru_cache(1_000)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in read(text))
