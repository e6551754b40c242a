"""Lists to browse: the categories with their counts, and the criteria of a category."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.answers import Category, CategoryPage, Choice, CriterionLine
from bot.answers import texts as answers
from bot.slack import texts
from bot.slack.blocks import ids
from bot.slack.blocks.card import entry_button, resource_text
from bot.slack.blocks.page import (
    ALL_TEXTS,
    TOP_TEXT,
    Block,
    Page,
    actions,
    button,
    context,
    cut,
    fit,
    header,
    literal_section,
    section,
    texts_length,
)
from bot.slack.mrkdwn import defuse, escape, literal

Line = tuple[CategoryPage, CriterionLine]

TAIL = 300
"""Characters set aside for the buttons below a list."""

PER_PAGE = 12
"""Criteria shown at once: each takes up to three blocks, and a message holds fifty."""


def categories_page(categories: Sequence[Category]) -> Page:
    """List categories by standard, each with its number of criteria and a button."""
    said = "; ".join(
        f"{answers.name(one.choice)}: {answers.count(one.count)}" for one in categories
    )
    return Page(
        texts.CATEGORIES,
        cut(f"{texts.CATEGORIES}: {escape(said)}", TOP_TEXT),
        fit(category_blocks(categories)),
    )


def category_blocks(categories: Sequence[Category]) -> Iterator[Block]:
    """Lay categories out, one a line."""
    number = 0
    for edition, members in groupby(categories, key=lambda one: one.edition):
        yield header(answers.edition(edition))
        for one in members:
            line = f"*{escape(one.choice.title)}*\n{escape(answers.category_line(one))}"
            name = texts.show_label(answers.name(one.choice))
            open_it = button(texts.SHOW, ids.open_category(number), one.choice.entry_id, name)
            yield section(line, open_it)
            number += 1


def criteria_page(pages: Sequence[CategoryPage], first: int = 0) -> Page:
    """List the criteria of categories, from the ``first`` on, with a button to what follows."""
    lines = [(page, line) for page in pages for line in page.lines]
    shown = _that_fit(pages, lines[first : first + PER_PAGE])
    last = first + len(shown)
    title = ", ".join(answers.name(page.category.choice) for page in pages)
    said = " ".join(
        f"{answers.name(line.choice)}: {line.wording} {_resources_said(line)}" for _, line in shown
    )
    body = list(_criteria(pages, shown, whole=len(shown) == len(lines)))
    tail: list[Block] = []
    if len(shown) < len(lines):
        tail.append(context(texts.page(first + 1, last, len(lines))))
    buttons = [button(texts.BROWSE, ids.BROWSE, "all")]
    if last < len(lines):
        at = " ".join([str(last), *(page.category.choice.entry_id for page in pages)])
        buttons.insert(0, button(texts.SHOW_MORE, ids.SHOW_MORE, at))
    return Page(
        title,
        cut(f"{escape(title)}. {escape(said)}", TOP_TEXT),
        fit(body, [*tail, actions(buttons)]),
    )


def unknown_category_page(typed: str, nearest: tuple[Choice, ...]) -> Page:
    """Say that no category has the name, and offer the nearest ones."""
    buttons = [
        button(answers.name(one), ids.open_category(n), one.entry_id)
        for n, one in enumerate(nearest)
    ]
    names = escape("; ".join(map(answers.name, nearest)))
    return Page(
        texts.CATEGORIES,
        f"{answers.unknown_category(defuse(typed), nearest).title} {names}",
        (
            literal_section(answers.unknown_category(literal(typed), nearest).title),
            actions([*buttons, button(texts.BROWSE, ids.BROWSE, "all")]),
        ),
    )


def read_more(value: str) -> tuple[int, tuple[str, ...]]:
    """Read the value of a "Show more" button: from where, and of which categories."""
    first, *practice_ids = value.split()
    return int(first), tuple(practice_ids)


def criterion_blocks(line: CriterionLine, number: int) -> Iterator[Block]:
    """Lay one criterion of a list out: code, wording and resources."""
    wording = f"*{escape(answers.name(line.choice))}*\n{escape(line.wording)}"
    yield section(wording, entry_button(line.choice, number, texts.SHOW))
    whose = answers.origin(official=line.official, title_ours=line.title_ours)
    yield context(f"({whose}) {_resources_linked(line)}")


def _that_fit(pages: Sequence[CategoryPage], lines: Sequence[Line]) -> Sequence[Line]:
    """Return the first of the lines whose texts fit into a message, at least one."""
    for count in range(len(lines), 1, -1):
        length = sum(map(texts_length, _criteria(pages, lines[:count], whole=False)))
        if length <= ALL_TEXTS - TAIL:
            return lines[:count]
    return lines[:1]


def _criteria(
    pages: Sequence[CategoryPage],
    shown: Sequence[Line],
    *,
    whole: bool,
) -> Iterator[Block]:
    number = 0
    for page in pages:
        lines = [line for owner, line in shown if owner is page]
        if not lines and not whole:
            continue
        yield header(answers.name(page.category.choice))
        yield section(f"{escape(page.summary)}\n_{escape(answers.count(page.category.count))}_")
        for line in lines:
            yield from criterion_blocks(line, number)
            number += 1
        if page.resources:
            linked = "\n".join(map(resource_text, page.resources))
            yield context(f"{answers.RESOURCES}: {linked}")
        if page.gap:
            yield context(f"{answers.GAP}: {escape(page.gap)}")


def _resources_linked(line: CriterionLine) -> str:
    return " ".join(map(resource_text, line.resources))


def _resources_said(line: CriterionLine) -> str:
    return " ".join(f"{one.title}: {one.url}" for one in line.resources)
