"""The index: for every feature, which families it speaks for and how strongly.

It also holds the off-topic kinds, which compete with the families for every question: whether a
question is about certification at all is the same kind of decision as which criterion it is about.
"""

import math
import zlib
from collections.abc import Iterable

from bot.knowledge import Catalog, Learned
from bot.knowledge.learned import HUNDREDTHS, decode, encode
from bot.matching.families import family_of, own_texts
from bot.matching.learning import Weights, learn
from bot.matching.reading import Reader, Token
from bot.matching.rows import Rows
from bot.matching.vectors import concepts_only, idf, vector

SMALLEST = 0.15
"""Weights below are left out: they change no ranking and are a third of all."""


class Index:
    """Scores a question against every family and off-topic kind."""

    def __init__(self, catalog: Catalog, learned: Learned | None = None) -> None:
        """Take over what was learned before and learn the phrasings that are new since then."""
        learned = catalog.learned if learned is None else learned
        texts = learning_texts(catalog)
        self.targets = list(texts)
        self.off_topics = list(catalog.off_topics)
        self.families = [target for target in self.targets if target not in catalog.off_topics]
        self._position = {target: at for at, target in enumerate(self.targets)}
        self.seen = {target: [_checksum(text) for text in own] for target, own in texts.items()}
        unseen = _unseen(texts, learned)
        self._vocabulary = _vocabulary_checksum(catalog)
        self.reader = Reader(catalog.vocabulary)
        self.idf = dict(learned.idf)
        self.reader.know((text for _, text in unseen), learned.words, self.idf)
        self._weights = self._take_over(learned)
        if unseen:
            self._learn(unseen)
        self._rows = Rows(self._weights, self.idf, len(self.targets))

    @staticmethod
    def is_fresh(catalog: Catalog) -> bool:
        """Tell whether what was learned is of these very phrasings and this vocabulary."""
        learned = catalog.learned
        present = {
            target: sorted(_checksum(text) for text in own)
            for target, own in learning_texts(catalog).items()
        }
        known = {target: sorted(sums) for target, sums in learned.seen.items()}
        return present == known and learned.vocabulary == _vocabulary_checksum(catalog)

    def _take_over(self, learned: Learned) -> dict[str, str]:
        """Return the weights learned before, for the targets that are still there."""
        if learned.entries == self.targets:
            return dict(learned.weights)
        moved = [self._position.get(entry) for entry in learned.entries]
        return {
            feature: encode(
                (place, weight / HUNDREDTHS)
                for position, weight in zip(*decode(encoded), strict=True)
                if (place := moved[position]) is not None
            )
            for feature, encoded in learned.weights.items()
        }

    def _learn(self, unseen: list[tuple[str, str]]) -> None:
        read = [
            (target, [token for sentence in self.reader.read(text) for token in sentence])
            for target, text in unseen
        ]
        fresh = idf(
            {feature for token in tokens for feature in token.features} for _, tokens in read
        )
        for feature, value in fresh.items():
            self.idf.setdefault(feature, value)
        weights: Weights = {
            feature: {
                self.targets[position]: weight / HUNDREDTHS
                for position, weight in zip(*decode(encoded), strict=True)
            }
            for feature, encoded in self._weights.items()
        }
        examples = [(target, vector(tokens, self.idf)) for target, tokens in read]
        examples += [
            (target, meaning) for target, known in examples if (meaning := concepts_only(known))
        ]
        read.clear()  # of 40,000 phrasings the tokens alone take 40 MB
        learn(examples, self.targets, weights)
        for feature, by_target in weights.items():
            self._weights[feature] = encode(
                (self._position[target], weight)
                for target, weight in by_target.items()
                if abs(weight) >= SMALLEST
            )

    def to_learned(self, fitted: dict[str, float]) -> Learned:
        """Return what a later start need not learn again."""
        return Learned(
            entries=self.targets,
            words=dict(self.reader.words),
            seen=self.seen,
            idf=dict(self.idf),
            weights=self._weights,
            fitted=fitted,
            vocabulary=self._vocabulary,
        )

    def prepare(self) -> None:
        """Do now what is else done when the first question needs it (0.1 s)."""
        self.reader.prepare()
        self._rows.prepare()

    def scores(self, tokens: Iterable[Token]) -> list[float]:
        """Return the score of each target, in the order of ``targets``; 0 means no evidence."""
        return self._rows.add_up(tokens)

    def support(self, token: Token, target: str) -> float:
        """Return how much a token speaks for a target, or against it when below zero."""
        at = self._position[target]
        support = 0.0
        for feature in token.features:
            support += self._rows.support(feature, at)
        return support


def chances(scores: list[float]) -> list[float]:
    """Turn scores into chances that add up to 1 (softmax)."""
    top, exp = max(scores), math.exp
    powers = [exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def _checksum(text: str) -> int:
    return zlib.crc32(text.encode())


def _vocabulary_checksum(catalog: Catalog) -> int:
    known = catalog.vocabulary
    return _checksum(repr((known.concepts, known.shorthand, sorted(known.ignored))))


def _unseen(texts: dict[str, list[str]], learned: Learned) -> list[tuple[str, str]]:
    """Return the (target, text) pairs that were not learned yet."""
    unseen: list[tuple[str, str]] = []
    for target, own in texts.items():
        known = set(learned.seen.get(target, ()))
        unseen.extend((target, text) for text in own if _checksum(text) not in known)
    return unseen


def learning_texts(catalog: Catalog) -> dict[str, list[str]]:
    """Return what each target is learned from: what the catalog says, and how people ask."""
    texts: dict[str, list[str]] = {}
    for entry_id in catalog.entries:
        family = family_of(catalog, entry_id)
        if family not in texts:
            texts[family] = list(own_texts(catalog, family))
    for entry_id in catalog.off_topics:
        texts[entry_id] = []
    for entry_id, phrasings in catalog.phrasings.items():
        texts[family_of(catalog, entry_id)].extend(phrasings)
    return texts
