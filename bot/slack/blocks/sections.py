"""Sections of answers, which bot/answers/texts.py words, as blocks and as one text."""

from collections.abc import Callable, Iterator, Sequence

from slack_sdk.models.blocks import ButtonElement

from bot.answers import Choice, Line, Section
from bot.answers.texts import ANSWER, CROSSWALK, NOTE, PARTNERS, RESOURCES, SOURCE, name
from bot.slack import texts
from bot.slack.blocks import ids
from bot.slack.blocks.elements import Block, actions, button, context, header, section, sections
from bot.slack.mrkdwn import bold, escape, paragraphs

Opens = Callable[[int | None], str]

# Sections about an entry rather than of it, in small letters.
SMALL_PRINT = (CROSSWALK, NOTE, SOURCE)

# Sections whose lines are items of a list.
LISTS = (ANSWER, PARTNERS, RESOURCES)


def section_blocks(
    said: Sequence[Section], opens: Opens = ids.pick_entry, quoted: str = ""
) -> tuple[Block, ...]:
    """Render sections.

    Where each line has a choice of its own, the button that opens it stands beside the line; other
    choices stand in a row below. ``opens`` names the action of these buttons, ``quoted`` is the
    line that is set as a quotation.
    """
    titles = [bold(one.title) for one in said]
    bodies = [paragraphs(one, quoted, "• " if one.title in LISTS else "") for one in said]
    names = [list(map(name, one.choices)) for one in said]
    return tuple(
        block
        for one, title, body, named in zip(said, titles, bodies, names, strict=True)
        for block in _blocks(one, [title, *body] if one.title else body, named, opens)
    )


def _blocks(one: Section, said: list[str], names: list[str], opens: Opens) -> Iterator[Block]:
    lines = len(said) - bool(one.title)
    if one.title in SMALL_PRINT:
        yield small_print(one)
        if one.choices:
            yield choice_row(one.choices, names, opens)
    elif lines == len(one.choices) == 1:
        yield section("\n".join(said), show_button(one.choices[0], names[0], opens(None)))
    elif lines == len(one.choices):
        if one.title:
            yield header(one.title)
        for text, choice, named in zip(said[-lines:], one.choices, names, strict=True):
            yield section(text, show_button(choice, named, opens(None)))
    else:
        yield from sections(said)
        if one.choices:
            yield choice_row(one.choices, names, opens)


def small_print(one: Section) -> Block:
    """Render a section in small letters."""
    apart = "\n" if any(line.url for line in one.lines) else " · "
    return context(f"{bold(one.title)} {apart.join(paragraphs(one))}")


def choice_row(
    choices: Sequence[Choice],
    names: Sequence[str],
    opens: Opens = ids.pick_entry,
    block_id: str | None = None,
) -> Block:
    """Return a row of buttons that open entries, each with the entry's name."""
    buttons = [
        button(named, opens(number), choice.entry_id, texts.show_label(named))
        for number, (choice, named) in enumerate(zip(choices, names, strict=True))
    ]
    return actions(buttons, block_id)


def show_button(choice: Choice, named: str, action_id: str) -> ButtonElement:
    """Return the button beside a line that opens what the line is about."""
    return button(texts.SHOW, action_id, choice.entry_id, texts.show_label(named))


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
