"""Sections as text for a terminal of 80 columns, readable without color."""

import textwrap
from collections.abc import Iterable, Iterator

import click

from bot.answers import Answer, Category, CategoryPage, Choice, Line, Part, Section
from bot.answers.plain import plain_lines
from bot.answers.texts import (
    card_sections,
    category_heading,
    category_list,
    category_rest,
    criterion_section,
    matched,
    name,
    offer,
    opening,
)
from bot.cli import texts
from bot.matching import Decision

WIDTH = 79
"""Columns; one less than the usual 80, since some terminals wrap a full line."""


def short_answer(given: Answer) -> str:
    """Render what is said first, and what can be typed next: at most about 14 lines."""
    if given.decision is Decision.CHOICES:
        return "\n".join([_title(given.parts[0].sentence), *_commands(given.choices)])
    said = [spoken_answer(given)]
    if named := [part.choice for part in given.parts if part.choice]:
        asked = " ".join(map(ask_by, named[:1]))
        said.append(texts.MORE.format(command=command(), question=asked))
    elif not given.understood:
        said.append(paragraph(texts.LISTS.format(command=command())))
    return "\n\n".join(said)


def spoken_answer(given: Answer) -> str:
    """Render what is said first, as a turn of a conversation."""
    several = len(given.parts) > 1
    return "\n\n".join(
        _part(part, number if several else None) for number, part in enumerate(given.parts, 1)
    )


def _part(part: Part, number: int | None) -> str:
    first, *rest = plain_lines(part, number)
    return "\n".join([_title(first), *(line for text in rest for line in wrap(text, "  "))])


def full_answer(given: Answer) -> str:
    """Render all that is known of an answer, a choice or a refusal."""
    paragraphs = list(map(paragraph, opening(given)))
    paragraphs += map(sections, map(card_sections, given.cards))
    if given.decision is Decision.REFUSE:
        paragraphs.append(paragraph(texts.LISTS.format(command=command())))
    if offered := offer(given):
        paragraphs.append("\n".join([paragraph(offered.title), *_commands(offered.choices)]))
    if given.decision is Decision.ANSWER:
        paragraphs.append(paragraph(matched(given)))
    return "\n\n".join(paragraphs)


def sections(given: Iterable[Section]) -> str:
    """Render sections, a heading and indented lines each; the first stands for the whole."""
    heading, *rest = given
    return "\n\n".join(
        [
            "\n".join([_title(heading.title), *_lines(heading, "")]),
            *("\n".join([_title(one.title), *_lines(one, "  ")]) for one in rest),
        ]
    )


def categories(listed: Iterable[Category]) -> str:
    """Render the categories, grouped by standard."""
    return "\n\n".join(sections([one]) for one in category_list(listed))


def category_page(page: CategoryPage) -> str:
    """Render one category with its criteria."""
    criteria = map(criterion_section, page.lines)
    return sections([category_heading(page), *criteria, *category_rest(page)])


def paragraph(text: str) -> str:
    """Render a paragraph."""
    return "\n".join(wrap(text, ""))


def nearest(offered: Section) -> str:
    """Render what is offered in place of something that does not exist."""
    names = ", ".join(map(name, offered.choices))
    return paragraph(f"{offered.title} {names}.")


def _title(title: str) -> str:
    return click.style(paragraph(title), bold=True)


def _lines(section: Section, indent: str) -> Iterator[str]:
    if not section.lines:
        for choice in section.choices:
            yield from wrap(name(choice), indent)
    for line in section.lines:
        yield from _line(line, indent + "  " * line.detail)


def _line(line: Line, indent: str) -> Iterator[str]:
    yield from wrap(f"{line.link}{line.text}", indent)
    if line.url:
        yield f"{indent}  {line.url}"


def _commands(choices: Iterable[Choice]) -> Iterator[str]:
    for choice in choices:
        yield from wrap(name(choice), "  ")
        yield f'    {command()} ask "{ask_by(choice)}"'


def ask_by(choice: Choice) -> str:
    """Return the shortest text that leads to an entry when it is asked."""
    return f"{choice.code or choice.title} {choice.standard}".strip()


def command() -> str:
    """Return what people type to run this program, as the command line found it."""
    context = click.get_current_context(silent=True)
    return context.find_root().info_name or texts.NAME if context else texts.NAME


def row(label: str, text: str) -> list[str]:
    """Render a row of a table: a label of at most 17 characters, and a paragraph beside it."""
    first, *rest = wrap(text, " " * 20)
    return [f"  {label:<18}{first.lstrip()}", *rest]


def wrap(text: str, indent: str) -> list[str]:
    """Wrap a paragraph. Addresses are kept whole, so that a terminal can open them."""
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
