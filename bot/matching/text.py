"""From what a person typed to plain sentences of words.

Nothing here knows the knowledge; the same steps are applied to questions and to phrasings, so that
case, accents, punctuation, emoji and Slack's own markup can make no difference.
"""

import re
import unicodedata

MAX_CHARACTERS = 4_000
"""A Slack message may hold 40,000 characters; whoever asks does so in the first few thousand."""

_SLACK_MARKUP = re.compile(r"<(?:[@!][^<>]*|#\w*\|?([^<>]*)|(?:https?|mailto):[^<>|]*\|?([^<>]*))>")
_NOT_WORDS = re.compile(
    r"https?://\S+|\b[\w.+-]+@[\w-]+\.\w+|(?<!\w)@[\w.-]+|:[a-z0-9_+-]+:(?!\w)", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?;\n¿¡]+(?=\s|$)|[?;\n¿¡]+|\s[-–—]+\s")
_WORD = re.compile(r"w/o?(?![^\W_])|[^\W_]+|&")
_APOSTROPHES = "'’´`"


def fold(text: str) -> str:
    """Lower the case, drop accents and whatever cannot be seen (control, direction, zero width)."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    kept = (c for c in decomposed if unicodedata.category(c) not in ("Mn", "Cf", "Cs"))
    return "".join(kept).casefold()


def sentences(text: str) -> list[list[str]]:
    """Split a message into sentences, each a list of folded words; empty ones are left out.

    Slack's markup for people, channels and links, plain addresses and emoji codes are no words.
    """
    shown = text[:MAX_CHARACTERS]
    if "<" in shown:
        shown = _SLACK_MARKUP.sub(lambda m: f" {m[1] or m[2] or ''} ", shown)
    shown = fold(shown)
    if ":" in shown or "@" in shown:
        shown = _NOT_WORDS.sub(" ", shown)
    split = (words(sentence) for sentence in _SENTENCE_END.split(shown))
    return [sentence for sentence in split if sentence]


def words(folded: str) -> list[str]:
    """Return the words of folded text; an apostrophe joins ("what's" becomes "whats")."""
    for apostrophe in _APOSTROPHES:
        folded = folded.replace(apostrophe, "")
    return ["and" if word == "&" else word for word in _WORD.findall(folded)]
