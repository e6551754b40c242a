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
"""Words that a part must have."""

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[^.?!;\n]+[.?!;\n]*|(?<=\s)\d[.)]\s")
_VERB = (
    r"(?:is|are|does|do|did|can|could|should|must|would|will|any|hay|tem|existe|precisa|debe|deve"
    r"|puede|pode)\b"
)
_QUESTION = (
    r"(?:(?:what|who|where|when|how)(?:['’]?s)?|which|whom|why|que|qué|cual|cuál|cuales|cuáles|quien|quién|quienes"
    r"|quiénes|donde|dónde|cuando|cuándo|como|cómo|cuanto|cuánto|cuantos|cuántos|qual|quais|quem"
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
    plural = bool(_PLURAL.search(text))
    sentences = [part for part in _SENTENCE.findall(text) if part.strip()]
    several = plural or sum(map(_asks, sentences)) > 1 or any(map(_ALSO.match, sentences[1:]))
    splitter = _JOINED if plural else _JOINED_QUESTION
    parts = []
    for sentence in sentences:
        pieces = splitter.split(sentence)
        if plural or (several and (_asks(sentence) or _ALSO.match(sentence))) or len(pieces) > 1:
            parts += pieces
        elif several:
            parts.append(sentence)
    parts = [part for part in parts if len(_WORD.findall(part)) >= SHORTEST_PART]
    return parts if 2 <= len(parts) <= MOST_PARTS else []


def _asks(sentence: str) -> bool:
    return "?" in sentence or bool(_ASKS.match(sentence))
