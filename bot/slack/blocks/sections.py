"""Sections of answers, which bot/answers/texts.py words, as blocks and as one text."""

from collections.abc import Iterator, Sequence

from bot.answers import Line, Section
from bot.answers.texts import ANSWER, CROSSWALK, NOTE, PARTNERS, RESOURCES, SOURCE
from bot.slack.blocks import ids
from bot.slack.blocks.elements import Block, choice_row, context, header, sections
from bot.slack.mrkdwn import bold, escape, paragraphs

# Sections about an entry rather than of it, in small letters.
SMALL_PRINT = (CROSSWALK, NOTE, SOURCE)

# Sections whose lines are items of a list.
LISTS = (ANSWER, PARTNERS, RESOURCES)


def section_blocks(
    said: Sequence[Section],
    action_id: str = ids.PICK_ENTRY,
    *,
    quoted: str = "",
    small: bool = False,
) -> tuple[Block, ...]:
    """Render sections, each with a row of buttons that open its choices.

    ``action_id`` is that of these buttons, ``quoted`` the line that is set as a quotation;
    ``small``: all is small print. A list of what can be opened has a heading.
    """
    return tuple(_blocks(said, action_id, quoted, small=small))


def _blocks(
    said: Sequence[Section], action_id: str, quoted: str, *, small: bool
) -> Iterator[Block]:
    for one in said:
        title, listed = bold(one.title), len(one.choices) > 1 and len(one.choices) == len(one.lines)
        bullet = "• " if listed or (one.title in LISTS and not small) else ""
        lines = paragraphs(one, quoted, bullet)
        if small or one.title in SMALL_PRINT:
            apart = "\n" if small else " · "
            yield context(f"{title} {apart.join(lines)}")
        elif listed:
            yield header(one.title)
            yield from sections(lines)
        else:
            yield from sections([title, *lines] if one.title else lines)
        if one.choices:
            yield choice_row(one.choices, action_id)


def section_text(said: Sequence[Section]) -> str:
    """Say sections in mrkdwn on one line, for notifications and screen readers."""
    spoken = [
        f"{one.title}: {' '.join(map(_spoken, one.lines))}"
        for one in said
        if one.lines and one.title not in SMALL_PRINT
    ]
    return escape(" ".join(spoken))


def _spoken(line: Line) -> str:
    return f"{line.link}{line.text} {line.url}".strip()
