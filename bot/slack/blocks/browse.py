"""Lists to browse: the categories with their counts, and the criteria of a category."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from bot.answers import Category, CategoryPage, Choice, CriterionLine
from bot.answers.texts import (
    category_heading,
    category_list,
    category_rest,
    criterion_section,
    names,
    unknown_category,
)
from bot.slack import texts
from bot.slack.blocks import ids, values
from bot.slack.blocks.elements import (
    BROWSE,
    SECTION,
    Block,
    actions,
    button,
    choice_row,
    context,
    cut,
    header,
    literal_section,
    sections,
)
from bot.slack.blocks.page import ALL_TEXTS, TOP_TEXT, Page, texts_length
from bot.slack.blocks.sections import section_blocks, section_text
from bot.slack.mrkdwn import bold, defuse, escape, literal, one_line, paragraphs

# Characters set aside for the buttons below a list.
TAIL = 500

# Criteria shown at once, a button each.
PER_PAGE = 12


def categories_page(categories: Sequence[Category]) -> Page:
    """List categories by standard, each with its number of criteria and a button."""
    said = section_text(category_list(categories))
    text = cut(f"{texts.CATEGORIES}: {said}", TOP_TEXT)
    return Page(texts.CATEGORIES, text, body=category_blocks(categories))


def category_blocks(categories: Sequence[Category]) -> tuple[Block, ...]:
    """Render categories, one a line, with a row of buttons for each standard."""
    return section_blocks(category_list(categories), ids.OPEN_CATEGORY)


def criteria_page(pages: Sequence[CategoryPage], first: int = 0) -> Page:
    """List the criteria of categories, from the ``first`` on, with a button to what follows."""
    above = [_heading(page) for page in pages]
    below = [section_blocks(category_rest(page), small=True) for page in pages]
    lines = [(page, line, _criterion(line)) for page in pages for line in page.lines]
    first = first if first < len(lines) else 0  # a button may be older than the list
    room = ALL_TEXTS - TAIL - sum(map(texts_length, (*above, *below)))
    lengths = [len(said) for _, _, said in lines[first : first + PER_PAGE]]
    fitting = sum(length <= room for length in accumulate(lengths))
    last = min(first + max(fitting, 1), len(lines))
    body: list[Block] = []
    for page, heading, rest in zip(pages, above, below, strict=True):
        own = [(line, said) for owner, line, said in lines[first:last] if owner is page]
        if own or not page.lines:
            body += [*heading, *sections(said for _, said in own)]
            body += [choice_row([line.choice for line, _ in own])] if own else []
            body += rest
    title = names(page.category.choice for page in pages)
    said = section_text([criterion_section(line) for _, line, _ in lines[first:last]])
    return Page(
        title=title,
        text=cut(f"{escape(title)}. {said}", TOP_TEXT),
        body=tuple(body),
        actions=tuple(_turning(pages, first, last, len(lines))),
    )


def _heading(page: CategoryPage) -> tuple[Block, ...]:
    heading = category_heading(page)
    return (header(heading.title), *section_blocks([heading._replace(title="")]))


def _criterion(line: CriterionLine) -> str:
    """Say a criterion in a paragraph of mrkdwn."""
    said = criterion_section(line)
    first, *rest = [*paragraphs(said), ""]
    return cut("\n".join([f"• {bold(said.title)} {first}", *filter(None, rest)]), SECTION)


def _turning(pages: Sequence[CategoryPage], first: int, last: int, total: int) -> Iterator[Block]:
    """Say which part of a list is shown, and lead to what follows."""
    buttons = [BROWSE]
    if last < total:
        practice_ids = [page.category.choice.entry_id for page in pages]
        more = button(texts.SHOW_MORE, ids.SHOW_MORE, values.more(last, practice_ids))
        buttons.insert(0, more)
    if last - first < total:
        yield context(texts.part(first + 1, last, total))
    yield actions(buttons)


def unknown_category_page(typed: str, nearest: Sequence[Choice]) -> Page:
    """Say that no category has the name, and offer the nearest ones."""
    said = unknown_category(one_line(typed), tuple(nearest))
    row = (choice_row(said.choices, ids.OPEN_CATEGORY),) if said.choices else ()
    return Page(
        texts.CATEGORIES,
        f"{defuse(said.title)} {escape(names(said.choices))}",
        body=(literal_section(literal(said.title)), *row),
        actions=(actions([BROWSE]),),
    )
