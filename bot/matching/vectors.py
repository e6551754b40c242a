"""A question as a vector: which features it has, and how much each counts.

The weight of a feature is (1 + ln count) * idf, and the vector is scaled to length 1, as in the
vector space model of Salton (1975). Words that nobody ever used in a phrasing count in the length:
a question of unknown words keeps little weight for the known ones, so that it scores low.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from bot.matching.reading import Token

Vector = list[tuple[str, float]]

UNKNOWN_IDF = 6.0
"""What an unknown word counts: about ln(400), as if it stood in one of 400 phrasings."""


def idf(documents: Iterable[set[str]]) -> dict[str, float]:
    """Return the inverse document frequency ln(1 + N/df) of each feature of the phrasings."""
    frequency: Counter[str] = Counter()
    total = 0
    for features in documents:
        frequency.update(features)
        total += 1
    return {feature: math.log(1 + total / count) for feature, count in frequency.items()}


def weigh(idf: float, count: int) -> float:
    """Return what a feature counts that occurs so often in a question, before the scaling."""
    return idf * (1 + math.log(count))


def vector(tokens: Iterable[Token], weight_of: Mapping[str, float]) -> Vector:
    """Return the known features of the tokens with their weights, for a vector of length 1."""
    counts: dict[str, int] = {}
    unknown = 0
    for token in tokens:
        for feature in token.features:
            counts[feature] = counts.get(feature, 0) + 1
        unknown += token.features[0] not in weight_of
    weights = [
        (feature, weigh(weight_of[feature], count))
        for feature, count in counts.items()
        if feature in weight_of
    ]
    length = math.hypot(UNKNOWN_IDF * math.sqrt(unknown), *[weight for _, weight in weights])
    return [(feature, weight / length) for feature, weight in weights]


def concepts_only(known: Vector) -> Vector:
    """Return what is left of a phrasing when only its concepts are kept, at length 1 again.

    Learning from this, too, makes the concepts carry weight of their own, so that the same thought
    is found in other words and in another language. Fewer than two concepts say too little.
    """
    concepts = [(feature, value) for feature, value in known if feature.startswith("=")]
    if len(concepts) < 2:
        return []
    length = math.sqrt(sum(value * value for _, value in concepts))
    return [(feature, value / length) for feature, value in concepts]
