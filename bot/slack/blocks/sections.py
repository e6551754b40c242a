"""Sections of answers, which bot/answers/texts.py words, as blocks and as one text."""

from collections.abc import Sequence

from bot.answers import Line, Section
from bot.answers.texts import ANSWER, CROSSWALK, NOTE, PARTNERS, RESOURCES, SOURCE, name
from bot.slack.blocks import ids
from bot.slack.blocks.elements import (
    Block,
    choice_row,
    context,
    header,
    section,
    sections,
    show_button,
)
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
    """Render sections.

    Where each line has a choice of its own, the button that opens it stands beside the line; other
    choices stand in a row below. ``action_id`` is that of these buttons, ``quoted`` the line that
    is set as a quotation; ``small``: all is small print.
    """
    names = [list(map(name, one.choices)) for one in said]
    rendered = [
        (bold(one.title), paragraphs(one, quoted, "" if small or one.title not in LISTS else "• "))
        for one in said
    ]
    apart = "\n" if small else " · "
    blocks: list[Block] = []
    for one, named, (title, lines) in zip(said, names, rendered, strict=True):
        paired = 0 < len(lines) == len(one.choices)
        if small or one.title in SMALL_PRINT:
            blocks.append(context(f"{title} {apart.join(lines)}"))
            paired = False
        elif paired and len(lines) > 1:
            blocks.append(header(one.title))
            for line, choice, shown in zip(lines, one.choices, named, strict=True):
                blocks.append(section(f"*{line}*", show_button(choice, shown, action_id)))
        elif paired:
            button = show_button(one.choices[0], named[0], action_id)
            blocks.append(section(f"{title}\n{lines[0]}", button))
        else:
            blocks += sections([title, *lines] if one.title else lines)
        if one.choices and not paired:
            blocks.append(choice_row(one.choices, named, action_id))
    return tuple(blocks)


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
