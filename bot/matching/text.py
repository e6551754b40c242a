"""From what a person typed to plain sentences of words.

Nothing here knows the knowledge; the same steps are applied to questions and to phrasings, so that
case, accents, punctuation, emoji and Slack's own markup can make no difference.
"""

import re
import unicodedata

MAX_CHARACTERS = 4_000
"""A Slack message may hold 40,000 characters; people ask within the first few thousand."""

_SLACK_MARKUP = re.compile(r"<(?:[@!#][^<>]*|(?:https?|mailto):[^<>|]*\|?([^<>]*))>")
_NOT_WORDS = re.compile(
    r"""
    https?://\S+
    | \b[\w.+-]+@[\w-]+\.\w+                                            # mail addresses
    | (?<!\w)[@#][^\W\d_][\w.-]*                                        # @names, #channels
    | :[a-z0-9_+-]+:(?!\w)                                              # :emoji:
    | \b(?:[\w-]+\.)+(?:com|org|net|gov|edu|us|ca|mx|br|io|info)\b(?:/\S*)?   # example.gov/page
    | \b[\w-]+\.(?:docx?|xlsx?|pptx?|pdf|csv|txt|zip|json|xml|png|jpe?g)\b   # file names
    """,
    re.IGNORECASE | re.VERBOSE,
)
_RANGE = re.compile(r"(?<=\d)\s*[-–—]\s*(?=[a-z]{0,4}\d)", re.IGNORECASE)
_NUMBER_SIGN = re.compile(r"#(?=\d)")
_INITIALS = re.compile(r"\b([^\W\d_](?:\.[^\W\d_])+)\b\.?")
_SENTENCE_END = re.compile(r"[.!?;\n¿¡]+(?=\s|$)|[?;\n¿¡]+|\s[-–—]+\s")
_WORD = re.compile(r"w/o?(?![^\W_])|[^\W_]+|&")
_APOSTROPHES = str.maketrans("", "", "'’‘´`ʼ′ʹ＇")
"""What keyboards write for an apostrophe. It joins: "what's" becomes "whats"."""


def fold(text: str) -> str:
    """Lower the case, drop apostrophes, accents and invisible characters."""
    text = text.translate(_APOSTROPHES)
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    kept = (c for c in decomposed if unicodedata.category(c) not in ("Mn", "Cf", "Cs"))
    return "".join(kept).casefold()


def words(folded: str) -> list[str]:
    """Return the words of folded text."""
    return ["and" if word == "&" else word for word in _WORD.findall(folded)]


def name_words(name: str) -> list[str]:
    """Return the words of a name as names are compared: folded, and without "and"."""
    return [word for word in words(fold(name)) if word != "and"]


def sentences(text: str) -> list[list[str]]:
    """Split a message into sentences, each a list of folded words; empty ones are left out.

    Slack's markup for people and channels, plain addresses, file names and emoji codes are left
    out; of a link with a label, the label is kept.
    """
    shown = text[:MAX_CHARACTERS]
    if "<" in shown:
        shown = _SLACK_MARKUP.sub(lambda found: f" {found[1] or ''} ", shown)
    shown = _NOT_WORDS.sub(" ", shown)
    shown = _NUMBER_SIGN.sub(" number ", _RANGE.sub(" to ", shown))
    shown = fold(_INITIALS.sub(lambda found: found[1].replace(".", ""), shown))  # "S.E. 3"
    split = (words(sentence) for sentence in _SENTENCE_END.split(shown))
    return [sentence for sentence in split if sentence]
