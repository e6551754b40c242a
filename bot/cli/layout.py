"""An Answer as text for a terminal of 80 columns, readable without colour."""

import textwrap
from collections.abc import Iterable, Iterator

import click

from bot.answers import Answer, Card, Category, CategoryPage, Choice, ResourceLink
from bot.answers.texts import (
    STATUS,
    ask_by,
    confidence,
    crosswalk_line,
    fact_line,
    name,
    origin,
    provider,
)
from bot.cli import texts
from bot.matching import Decision

WIDTH = 79
"""Columns; one less than the usual 80, since some terminals wrap a full line."""


def answer(given: Answer) -> str:
    """Lay out an answer, a choice or a refusal."""
    lines: list[str] = []
    if len(given.cards) > 1:
        lines += [*_wrap(texts.TWO, ""), ""]
    for shown in given.cards:
        lines += [*card(shown), ""]
    if given.decision is Decision.ANSWER:
        reason = given.reasons[0]
        typed = ", ".join(word.typed for word in reason.words) or reason.choice.code
        lines += [*_choices(texts.NEAR, given.choices), ""] if given.choices else []
        lines += _wrap(texts.WHY.format(words=typed, score=reason.score), "")
    elif given.decision is Decision.CHOICES:
        lines += [*_choices(texts.PICK, given.choices)]
    else:
        lines += _wrap(texts.REFUSE, "")
        if given.off_topic:
            lines += _wrap(texts.OFF_TOPIC.format(kind=given.off_topic), "")
        lines += ["", *_wrap(texts.BETTER, "")]
        if given.choices and not given.off_topic:
            lines += ["", *_choices(texts.GUESSES, given.choices)]
    return "\n".join(lines)


def card(shown: Card) -> Iterator[str]:
    """Lay out an entry."""
    yield click.style(shown.choice.title, bold=True)
    if shown.choice.code:
        yield f"{shown.choice.code} of the {shown.standard_title}, {shown.practice}"
    elif shown.kind == "practice":
        yield f"Practice of the {shown.standard_title}"
    if shown.facts:
        yield from _section(texts.ANSWER, (fact_line(fact) for fact in shown.facts))
    else:
        yield from _section(f"{texts.ASKS} ({origin(shown)})", [shown.wording])
    if shown.evidence:
        yield from _section(texts.EVIDENCE, [shown.evidence])
    if shown.criteria:
        lines = (f"{choice.code}  {choice.title}" for choice in shown.criteria)
        yield from _section(texts.CRITERIA, lines)
    if shown.gap:
        yield from _section(texts.UNKNOWN, [shown.gap])
    yield from _section(texts.RESOURCES, ())
    for link in shown.resources:
        yield from resource(link)
    if not shown.resources:
        yield from _wrap(texts.NO_RESOURCE, "  ")
    if shown.resources_note:
        yield from _wrap(shown.resources_note, "  ")
    if shown.crosswalk:
        yield from _section(texts.CROSSWALK, [crosswalk_line(shown.crosswalk)])
    if shown.note:
        yield from _section(texts.NOTE, [shown.note])
    if not shown.facts:
        sources = [*shown.source, f"({confidence(shown)})"]
        yield from _section(texts.SOURCE, sources)


def resource(link: ResourceLink) -> Iterator[str]:
    """Lay out a resource: what and whose it is, where, and in what state."""
    yield from _wrap(f"{link.title}, by {provider(link)}", "  ")
    yield f"    {link.url}"
    yield from _wrap(f"{link.about} [{STATUS[link.status]}] {link.status_note}", "    ")
    if link.successor_title and link.successor_url:
        title, url = link.successor_title, link.successor_url
        yield from _wrap(texts.SUCCESSOR.format(title=title, url=url), "    ")


def categories(listed: Iterable[Category]) -> Iterator[str]:
    """Lay out the categories, grouped by standard."""
    standard = None
    for category in listed:
        if category.standard_title != standard:
            standard = category.standard_title
            yield click.style(standard.capitalize(), bold=True)
        count = texts.COUNTS[min(category.count, 2)].format(count=category.count)
        yield f"  {category.abbreviation:<5} {category.choice.title:<32} {count}"


def category_page(page: CategoryPage) -> Iterator[str]:
    """Lay out one category with its criteria."""
    yield click.style(f"{page.category.choice.title} ({page.category.standard_title})", bold=True)
    yield from _wrap(page.summary, "  ")
    for line in page.lines:
        yield ""
        yield from _wrap(f"{line.choice.code}  {line.choice.title}", "  ")
        mark = "" if line.official else " (our words)"
        yield from _wrap(line.wording + mark, "    ")
        for link in line.resources:
            yield from _wrap(f"-> {link.title}: {link.url} [{STATUS[link.status]}]", "    ")
    if page.gap:
        yield from _section(texts.UNKNOWN, [page.gap])
    yield from _section(texts.RESOURCES, ())
    for link in page.resources:
        yield from resource(link)


def _choices(title: str, choices: Iterable[Choice]) -> Iterator[str]:
    yield title
    for choice in choices:
        yield from _wrap(name(choice), "  ")
        yield f'    wwc-bot ask "{ask_by(choice)}"'


def _section(title: str, paragraphs: Iterable[str]) -> Iterator[str]:
    yield ""
    yield click.style(title, bold=True)
    for paragraph in paragraphs:
        yield from _wrap(paragraph, "  ")


def _wrap(text: str, indent: str) -> list[str]:
    """Wrap a paragraph. Addresses are kept whole, so that a terminal can open them."""
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
