"""Text between people and Slack's markup, both ways.

Slack reads ``<...>`` as mentions and links wherever it finds them unescaped
(https://docs.slack.dev/messaging/formatting-message-text#escaping), so text that somebody typed is
never sent as it is.
"""

import re

from bot.answers.compose import key_of

WORD_JOINER = "\u2060"
"""Takes no room and no break; between a mark and its neighbour it keeps the mark from working."""

ECHO = 300
"""Longest piece of somebody's text that we repeat to them."""

_MARKS = re.compile(r"[*_~`@#]|:(?=[\w+-]+:)|(?<=:)//|(?<=www)\.", re.IGNORECASE)
_KEY = re.compile("long:[0-9a-f]{16}")
_MARKUP = re.compile(r"<([^<>]*)>")


def escape(text: str) -> str:
    """Escape the three characters that Slack gives a meaning."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def one_line(text: str, limit: int = ECHO) -> str:
    """Put somebody's text on one line, cut to what we repeat of it."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def literal(text: str, limit: int = ECHO) -> str:
    """Somebody's text for a ``plain_text`` object: Slack neither formats nor links those."""
    return escape(one_line(text, limit)) or " "


def defuse(text: str, limit: int = ECHO) -> str:
    """Somebody's text for a place where Slack formats (the top-level text of a message)."""
    line = one_line(text, limit)
    return escape(_MARKS.sub(lambda mark: WORD_JOINER + mark[0] + WORD_JOINER, line))


def carry(question: str, limit: int) -> str:
    """Put a question into the value of a button, escaped like everything that people typed.

    One that does not fit goes by its key, under which the engine remembers the answer.
    """
    escaped = escape(question)
    return escaped if len(escaped) <= limit else f"long:{key_of(question)}"


def is_key(value: str) -> bool:
    """Tell whether a button carries a key in place of its question."""
    return bool(_KEY.fullmatch(value))


def carried(value: str) -> str:
    """Take a question out of the value of a button."""
    return _unescape(value)


def plain(text: str) -> str:
    """Read a message as the person sees it: links by their words, mentions and markup dropped."""
    words = _MARKUP.sub(lambda found: _spoken(found[1]), text)
    return _unescape(" ".join(words.split()))


def _unescape(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _spoken(inside: str) -> str:
    target, _, label = inside.partition("|")
    if target.startswith(("@", "!")):
        return " "
    if target.startswith("#"):
        return label or " "
    return label or target.removeprefix("mailto:")
