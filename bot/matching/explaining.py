"""Why an entry was found: the words of the question that spoke for it, and how loudly."""

from bot.matching.index import Index
from bot.matching.match import MatchedWord
from bot.matching.reading import Token

MOST_WORDS = 6
"""Words shown; the first few carry nearly all of the evidence."""

TELLING = 2.5
"""Least inverse document frequency of a word that is shown: a word that stands in more than one
phrasing of eleven ("a", "for", "we") does not tell why an entry was found."""


def matched_words(index: Index, tokens: list[Token], target: str) -> tuple[MatchedWord, ...]:
    """Return the words that speak for a target, the strongest first, with their shares."""
    found: dict[str, tuple[float, Token]] = {}
    for token in tokens:
        if token.typed in found or index.idf.get(token.features[0], 0.0) < TELLING:
            continue
        support = index.support(token, target)
        if support > 0:
            found[token.typed] = (support, token)
    total = sum([support for support, _ in found.values()])
    ranked = sorted(found.values(), key=lambda pair: (-pair[0], pair[1].typed))[:MOST_WORDS]
    return tuple(
        MatchedWord(token.typed, token.meaning, round(support / total, 3))
        for support, token in ranked
    )
