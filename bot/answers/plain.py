"""Short answers as plain text, at most 120 words: for the terminal, JSON and notifications."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.answers.models import Part, Words

MOST_WORDS = 120
"""The contract's limit for the text of an answer."""


def plain(parts: Iterable[Part]) -> str:
    """Return the text of an answer, one paragraph a line, addresses in brackets."""
    listed = list(parts)
    return "\n".join(
        line
        for number, part in enumerate(listed, 1)
        for line in plain_lines(part, number if len(listed) > 1 else None)
    )


def plain_lines(part: Part, number: int | None = None) -> Iterator[str]:
    """Yield the lines of one part: the sentence, the wording, what else, where to start, source."""
    yield f"{number}. {part.sentence}" if number else part.sentence
    if part.quote:
        yield f'"{part.quote}"'
    for line in (*part.lines, *part.links):
        yield spoken(line)
    if part.small:
        yield f"({spoken(part.small)})"


def spoken(line: Iterable[Words]) -> str:
    """Return a line with the address behind the words that lead there."""
    return "".join(f"{one.text} ({one.url})" if one.url else one.text for one in line)


def fit(parts: tuple[Part, ...], limit: int = MOST_WORDS) -> tuple[Part, ...]:
    """Shorten parts to a number of words: first the last lines, then links, source and wording.

    The sentence of every part stays, since it is the answer.
    """
    shortened = list(parts)
    for shorten in (_without_last_line, _without_last_link, _without_quote, _without_small):
        for at in reversed(range(len(shortened))):
            while len(plain(shortened).split()) > limit:
                shorter = shorten(shortened[at])
                if shorter == shortened[at]:
                    break
                shortened[at] = shorter
    return tuple(shortened)


def _without_last_line(part: Part) -> Part:
    return replace(part, lines=part.lines[:-1])


def _without_last_link(part: Part) -> Part:
    return replace(part, links=part.links[:1])


def _without_quote(part: Part) -> Part:
    return replace(part, quote="")


def _without_small(part: Part) -> Part:
    return replace(part, small=())
