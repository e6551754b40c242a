"""The terminal and Slack say the same, but for layout.

Each piece of text in Slack's blocks has to stand in the terminal, and once all of them are taken
out of the terminal's text, nothing may be left but the commands that it suggests to type.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from bot.answers import CategoryPage, choice
from bot.answers.lookup import CategoryLookup
from bot.answers.texts import card_sections, likely, name, unknown_category
from bot.cli import layout
from bot.engine import Engine
from bot.knowledge import Catalog, load_catalog
from bot.matching import Decision, Matcher
from bot.slack import texts
from bot.slack.blocks import ids
from bot.slack.blocks.answer import bare_answer_page, why_page
from bot.slack.blocks.browse import criteria_page
from bot.slack.blocks.card import bare_card_page
from bot.slack.blocks.elements import Block
from bot.slack.blocks.values import read_more
from bot.slack.listeners.commands.criteria import lookup_page
from bot.slack.mrkdwn import unescape
from bot.training import read_questions

QUESTIONS = 60
CATEGORIES = [
    *("", "help", "all", "2022", "“2018”", "2022 standard", "old standard"),
    *("open data", "RDC", "open data and rdc 2022", "stakeholdr engagment", "general management"),
    *("zebra", "open data, zebra", "1999"),
]

SHIPPED = load_catalog()
ENTRY_NAMES = {entry_id: name(choice(SHIPPED, entry_id)) for entry_id in SHIPPED.entries}

# What stands between texts in blocks: ends of lines, bullets, quotes, dots, bold.
LAYOUT = re.compile(r"(?:\n|^)(?:[•>] )?| · |(?<!\w)\*|\*(?!\w)")

# What the terminal shows in place of buttons.
COMMANDS = re.compile(r'wwc-bot ask "[^"]*"|"wwc-bot criteria" lists what I know\.')
REASON = re.compile(r"Matched on.*$")


@pytest.fixture(scope="module")
def engine(catalog: Catalog, matcher: Matcher) -> Engine:
    """An engine on the shipped knowledge."""
    return Engine(catalog, matcher)


@pytest.mark.parametrize("entry_id", SHIPPED.entries)
def test_every_entry(engine: Engine, entry_id: str) -> None:
    """A card says the same sentences in both."""
    card = engine.card(entry_id)
    assert card

    compare(layout.sections(card_sections(card)), bare_card_page(card).body)


@pytest.mark.parametrize("typed", CATEGORIES)
def test_every_form_of_category(engine: Engine, typed: str) -> None:
    """What is listed, found or offered for a typed category is the same in both."""
    found = engine.find_category(typed)

    compare(in_terminal(found), lookup_page(found).body)


@pytest.mark.parametrize("practice_id", SHIPPED.practices)
def test_every_category(engine: Engine, practice_id: str) -> None:
    """A category's criteria are listed in the same words, on however many pages."""
    page = engine.category(practice_id)
    assert page

    compare(layout.category_page(page), all_pages(page))


@pytest.mark.parametrize("number", range(QUESTIONS))
def test_questions(engine: Engine, number: int) -> None:
    """An answer, a choice or a refusal is the same in both."""
    bank = read_questions(Path(__file__).parent / "questions/check.jsonl", engine.catalog)
    answer = engine.ask(bank[number * len(bank) // QUESTIONS].text)
    said = normal(layout.full_answer(answer))

    compare(REASON.sub("", said), bare_answer_page(answer, "U1").body)
    if answer.decision is Decision.ANSWER:
        why = " ".join(pieces(why_page(answer).body))
        assert answer.by_code or likely(answer.reasons[0]) in said
        assert likely(answer.reasons[0]) in why
        assert all(word.typed in why for word in answer.reasons[0].words)


def test_questions_have_all_decisions(engine: Engine) -> None:
    """Answers, choices and refusals are among the questions that are compared."""
    bank = read_questions(Path(__file__).parent / "questions/check.jsonl", engine.catalog)
    asked = [bank[number * len(bank) // QUESTIONS].text for number in range(QUESTIONS)]

    assert {engine.ask(question).decision for question in asked} == set(Decision)


@pytest.mark.parametrize(
    ("said", "instead", "fault"),
    [
        ("Last checked", "Last seen", "said in Slack alone"),
        ("Where to get help", "Where to get help Anywhere.", "said in the terminal alone"),
    ],
)
def test_one_changed_word_is_found(engine: Engine, said: str, instead: str, fault: str) -> None:
    """The comparison fails when one surface says one word otherwise, or one sentence more."""
    card = engine.card("2018:OD1")
    assert card
    changed = layout.sections(card_sections(card)).replace(said, instead)

    with pytest.raises(AssertionError, match=fault):
        compare(changed, bare_card_page(card).body)


def in_terminal(found: CategoryLookup) -> str:
    """Render what was found as ``wwc-bot criteria`` does."""
    if found.nearest:
        return layout.nearest(unknown_category(found.typed, found.nearest))
    if found.listed:
        return layout.categories(found.listed)
    return "\n".join(map(layout.category_page, found.pages))


def all_pages(page: CategoryPage) -> list[Block]:
    """Turn the pages of a category in Slack until its end."""
    blocks: list[Block] = []
    first: int | None = 0
    while first is not None:
        shown = criteria_page([page], first)
        blocks += shown.body
        more = [b["value"] for b in nodes(shown.actions) if b.get("action_id") == ids.SHOW_MORE]
        first = read_more(more[0])[0] if more else None
    return blocks


def compare(terminal: str, blocks: Iterable[Block]) -> None:
    """Hold the text of the terminal against the blocks, both ways."""
    left = COMMANDS.sub(" ", normal(click.unstyle(terminal)))
    found = {*pieces(blocks), *names_on_buttons(blocks, left)}
    assert [piece for piece in found if piece not in left] == [], "said in Slack alone"
    for piece in sorted(found, key=len, reverse=True):
        left = left.replace(piece, " ")
    assert left.strip(" .,") == "", "said in the terminal alone"


def pieces(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield every line of text in blocks as a person reads it, and every address."""
    for node in nodes(list(blocks)):
        if isinstance(node.get("text"), str):
            yield from map(unescape, re.findall(r"<([^|>]+)\|", node["text"]))
            read = unescape(re.sub(r"<[^|>]+\|([^>]*)>", r"\1", node["text"]))
            yield from filter(None, map(normal, LAYOUT.split(read)))


def names_on_buttons(blocks: Iterable[Block], terminal: str) -> Iterator[str]:
    """Yield the names of the entries that buttons open, as the terminal has to write them.

    Slack cuts the text of a button. Where the line above a row has said the standard, the terminal
    does not repeat it.
    """
    for node in nodes(list(blocks)):
        if node.get("type") == "button" and node["text"]["text"] != texts.SHOW:
            full = ENTRY_NAMES[node["value"]]
            assert full.startswith(unescape(node["text"]["text"]).removesuffix("…"))
            yield full if full in terminal else re.sub(r" \(\d{4}\)$", "", full)


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    """Go through every object of blocks, the insides of buttons left out."""
    if isinstance(node, dict):
        yield node
        node = [] if node.get("type") == "button" else node.values()
    if not isinstance(node, str | int | float):
        for one in node:
            yield from nodes(one)


def normal(text: str) -> str:
    """Return text on one line, however it was wrapped."""
    return " ".join(text.split())
