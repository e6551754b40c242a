"""Long and double messages: which sentences ask, and whether two things are asked."""

from bot.matching.reading import Token

LONG = 30
"""Words from which on a message is a story around a question."""

_ASKING = frozenset(
    "what which who where how when is are does do can should need want looking help any resource "
    "que cual quien donde como hay necesitamos queremos qual quem onde tem precisamos".split()
)
_JOINING = frozenset("and also plus y e tambien ademas tambem alem".split())

SHORTEST_PART = 3
"""Words that a part must have to be a question of its own."""


def weigh_sentences(sentences: list[list[Token]]) -> list[Token]:
    """Return the tokens that count. Of a long message these are its asking sentences.

    A sentence asks when it has a question word or a word of need. When none or all do, all count.
    """
    everything = [token for sentence in sentences for token in sentence]
    if len(everything) < LONG:
        return everything
    asking = [sentence for sentence in sentences if _asks(sentence)]
    chosen = asking if asking else sentences
    return [token for sentence in chosen for token in sentence]


def asking_parts(sentences: list[list[Token]]) -> list[list[Token]]:
    """Split a short message into its parts: at sentence ends and at joining words.

    Fewer than two that ask are no two questions.
    """
    parts: list[list[Token]] = []
    for sentence in sentences:
        part: list[Token] = []
        for token in sentence:
            if token.typed in _JOINING:
                parts.append(part)
                part = []
            else:
                part.append(token)
        parts.append(part)
    parts = [part for part in parts if len(part) >= SHORTEST_PART]
    return parts if 2 <= len(parts) <= 3 and sum(map(_asks, parts)) >= 2 else []


def _asks(part: list[Token]) -> bool:
    return any(token.read_as in _ASKING for token in part)
