"""Several asks in one message: the parts that may each ask for something.

A message is split at sentence ends. Within a sentence, a joining word begins a new part only where
it begins a new question ("..., and who pays?"), or where the message says itself that it asks for
several things ("privacy, security and sharing: which criteria are these?").
"""

import re

MOST_ASKS = 3
"""Asks that are answered in one message."""

MOST_PARTS = 8
"""A message of more parts is a story, and what it asks is said by the whole."""

SHORTEST_PART = 2
"""Words that a part must have, but for one in a list: "privacy, security: which criteria"."""

MOST_WORDS = 30
"""Words of a message that is no story."""

NEAR = 8
"""Families of the whole message among which those of its parts must be, or a part says something
that the whole does not mean."""

NEAREST = 4
"""Families of the whole message that a part may mean though it is not clear by itself."""

LIKELY = 0.3
"""Chance from which such a part counts."""

BARELY = 0.015
"""Chance that the whole of a short message must give to what a part of it asks for."""

VERY_CLEAR, TOUCHED = 0.9, 0.003
"""Chance of each half of a message that a plain "and" parts, and its chance in the whole."""

TOLD = 0.05
"""Chance in the whole of what a part of a story asks for: much is told there and not asked."""

_WORD = re.compile(r"[^\W\d]\w*")
_SENTENCE = re.compile(r"[^.?!;\n]+[.?!;\n]*|(?<=\s)\d[.)]\s")
_VERB = (
    r"(?:is|are|does|do|did|can|could|should|must|would|will|any|hay|tem|existe|precisa|debe|deve"
    r"|puede|pode)\b"
)
_QUESTION = (
    r"(?:(?:what|who|where|when|how)(?:['’]?s)?|which|whom|why|que|qué|cual|cuál|cuales|cuáles|quien"
    r"|quién|quienes|quiénes|donde|dónde|cuando|cuándo|como|cómo|cuanto|cuánto|cuantos|cuántos|qual|quais|quem"
    r"|onde|quando|quanto|quantos)\b"
)
_ASKS = re.compile(rf"^\W*(?:{_VERB}|(?:\w+\W+){{0,2}}{_QUESTION})", re.IGNORECASE)
_JOINING = r"(?:and|also|plus|y|e|tambi[eé]n|adem[aá]s|tamb[eé]m|al[eé]m disso)\b"
_JOINED_QUESTION = re.compile(
    rf"[,:–—-]?\s+(?:{_JOINING}\W+){{1,3}}(?={_VERB}|(?:\w+\W+){{0,2}}{_QUESTION})", re.IGNORECASE
)
_JOINED = re.compile(
    rf"\s*,\s+(?:{_JOINING}\s+)?|\s*[,:]?\s+(?:{_JOINING}[\s,]+){{1,3}}|\s*:\s+|(?:^|\s)\d[.)]\s+",
    re.IGNORECASE,
)
_JOINT = re.compile(rf"\s*;\s+|,?\s+(?:{_JOINING}|/|&)\s+", re.IGNORECASE)
_PLURAL = re.compile(
    r"\b(?:each|both|these|those|respectively|two (?:things|questions)|three (?:things|questions)"
    r"|(?:which|what) (?:are the )?(?:criteria|ones|items)|cada|ambos|ambas|estos|estas|esses|essas"
    r"|(?:qu[eé]|cu[aá]les|quais)\s(?:son |s[aã]o )?(?:los |os )?crit[eé]rios)\b|(?:^|\s)2[.)]\s",
    re.IGNORECASE,
)
_ALSO = re.compile(
    r"^\W*(?:oh,? )?(?:and|also|another|plus|second|next|after that|y|e|adem[aá]s|tambi[eé]n"
    r"|tamb[eé]m|al[eé]m disso|otra|outra)\b",
    re.IGNORECASE,
)


def asking_parts(text: str) -> list[str]:
    """Return the parts of a message that may ask for different things; none where only one may."""
    sentences = [part for part in _SENTENCE.findall(text) if part.strip()]
    plural = bool(_PLURAL.search(text))
    asking = [sentence for place, sentence in enumerate(sentences) if _asks(sentences, place)]
    splitter = _JOINED if plural else _JOINED_QUESTION
    parts = [
        piece
        for sentence in (sentences if plural else asking)
        for piece in splitter.split(sentence)
        if len(_WORD.findall(piece)) >= (1 if plural else SHORTEST_PART)
    ]
    return parts if 2 <= len(parts) <= MOST_PARTS else []


def is_story(text: str) -> bool:
    """Return whether a message is so long that it tells more than it asks."""
    return len(_WORD.findall(text)) > MOST_WORDS


def halves(text: str) -> list[list[str]]:
    """Return the ways to part a short message at a joining word: "the fee and the levels"."""
    if is_story(text):
        return []
    return [
        [text[: found.start()], text[found.end() :]]
        for found in _JOINT.finditer(text)
        if min(len(_WORD.findall(text[: found.start()])), len(_WORD.findall(text[found.end() :])))
        >= SHORTEST_PART
    ]


def _asks(sentences: list[str], place: int) -> bool:
    """Return whether a sentence asks, or stands beside one that asks for something more."""
    sentence, following = sentences[place], sentences[place + 1 : place + 2]
    return bool(
        "?" in sentence
        or _ASKS.match(sentence)
        or (place and _ALSO.match(sentence))
        or (following and _ALSO.match(following[0]))
    )
