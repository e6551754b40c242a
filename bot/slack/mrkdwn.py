"""Text between people and Slack's markup, both ways.

Slack reads ``<...>`` as mentions and links wherever it finds them unescaped
(https://docs.slack.dev/messaging/formatting-message-text#escaping), so text that somebody typed is
never sent as it is.
"""

import re
from collections.abc import Sequence

from bot.answers import Section
from bot.answers.models import Words

# Takes no room and no break; between a mark and its neighbor it keeps the mark from working.
WORD_JOINER = "\u2060"

# Characters of somebody's text that we repeat to them at most.
ECHO = 300

_MARKS = re.compile(r"[*_~`@#]|:(?=[\w+-]+:)|(?<=:)//|(?<=www)\.", re.IGNORECASE)
_MARKUP = re.compile(r"<([^<>]*)>")
_ADDRESS = re.compile(r"https?://[^\s<>|]+[^\s<>|.,;:!?)\]}\"'”’]|[\w.+-]+@[\w-]+\.[\w.-]*\w")


def escape(text: str) -> str:
    """Escape the three characters that Slack gives a meaning."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def link(title: str, url: str) -> str:
    """Return words that lead to an address; a bar would end the address."""
    return f"<{escape(url)}|{escape(title).replace('|', '/')}>"


def linked(text: str) -> str:
    """Return text of ours in which web and mail addresses can be clicked.

    A source is shown by its host and a mail address in full.
    """
    said, end = [], 0
    for found in _ADDRESS.finditer(text):
        address = found[0]
        mail = not address.startswith("http")
        shown = address if mail else address.split("/")[2].removeprefix("www.")
        said += [
            escape(text[end : found.start()]),
            link(shown, f"mailto:{address}" * mail or address),
        ]
        end = found.end()
    return "".join([*said, escape(text[end:])])


def words(line: Sequence[Words]) -> str:
    """Return a line of an answer, whose words lead where they have an address."""
    return "".join(link(one.text, one.url) if one.url else linked(one.text) for one in line)


def bold(text: str) -> str:
    """Return text of ours in bold."""
    return f"*{escape(text)}*"


def paragraphs(section: Section, quoted: str = "", bullet: str = "") -> list[str]:
    """Render the lines of a section, each with its details below it; a link begins a new line.

    ``quoted``: the text of the line that is a quotation. ``bullet``: what begins every other line.
    """
    rendered: list[str] = []
    before = None
    for line in section.lines:
        text = f"{link(line.link, line.url) if line.url else ''}{linked(line.text)}"
        if line.detail and before:
            rendered[-1] += (" " if before.detail and not line.url else "\n") + text
        else:
            rendered.append(f"{'> ' if line.text == quoted else bullet}{text}")
        before = line
    return rendered


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


def plain(text: str) -> str:
    """Read a message as the person sees it: links by their words, mentions and markup dropped."""
    words = _MARKUP.sub(lambda found: _spoken(found[1]), text)
    return unescape(" ".join(words.split()))


def unescape(text: str) -> str:
    """Undo ``escape``."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _spoken(inside: str) -> str:
    target, _, label = inside.partition("|")
    if target.startswith(("@", "!")):
        return " "
    if target.startswith("#"):
        return label or " "
    return label or target.removeprefix("mailto:")
