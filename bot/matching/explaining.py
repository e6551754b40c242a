"""Why an entry was found: the words of the question that spoke for it, and how loudly."""

from bot.matching.index import Index
from bot.matching.reading import Token
from bot.matching.result import MatchedWord

MOST_WORDS = 6
"""Words shown; the first few carry nearly all of the evidence."""

TELLING = 2.5
"""Least inverse document frequency of a word that is shown: a word that stands in more than one
phrasing of eleven ("a", "for", "we") does not tell why an entry was found."""


def matched_words(index: Index, tokens: list[Token], target: str) -> tuple[MatchedWord, ...]:
    """Return the words that speak for a target, the strongest first, with their shares."""
    support_of = index.evidence(tokens, target)
    evidence: dict[str, float] = {}
    read_as: dict[str, str] = {}
    for token in tokens:
        support = sum(support_of.get(feature, 0.0) for feature in token.features)
        telling = index.idf.get(token.features[0], 0.0) >= TELLING
        if support > 0 and telling and token.typed not in evidence:
            evidence[token.typed] = support
            read_as[token.typed] = token.concepts[0] if token.concepts else token.read_as
    total = sum(evidence.values())
    ranked = sorted(evidence.items(), key=lambda item: (-item[1], item[0]))[:MOST_WORDS]
    return tuple(
        MatchedWord(typed, read_as[typed], round(support / total, 3)) for typed, support in ranked
    )
