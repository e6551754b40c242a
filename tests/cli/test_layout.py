"""Text for a terminal of 80 columns."""

import click
import pytest

from bot.answers.texts import card_sections
from bot.cli import layout
from bot.engine import Engine
from bot.knowledge import Catalog
from bot.matching import Matcher

from .terminal import wwc_bot

QUESTIONS = ["SE3", "who helps with what", "what is our leave policy"]


def too_long(text: str) -> list[str]:
    """Return the lines of more than 79 columns; only one long word or a command may have more."""
    lines = [line.strip() for line in text.splitlines() if len(line) > layout.WIDTH]
    return [line for line in lines if " " in line and "wwc-bot ask" not in line]


def test_everything_shipped_fits(catalog: Catalog, matcher: Matcher) -> None:
    """Each card, each category and each sort of answer is wrapped."""
    engine = Engine(catalog, matcher)
    cards = [card for entry_id in catalog.entries if (card := engine.card(entry_id))]
    pages = [page for one in catalog.practices if (page := engine.category(one))]

    texts = [layout.sections(card_sections(card)) for card in cards]
    texts += map(layout.category_page, pages)
    texts.append(layout.categories(engine.find_category("").listed))
    texts += (layout.answer(engine.ask(question)) for question in QUESTIONS)

    assert [len(cards), len(pages)] == [len(catalog.entries), len(catalog.practices)]
    assert [line for text in texts for line in too_long(click.unstyle(text))] == []


@pytest.mark.parametrize("arguments", [("ask", "LE1"), ("criteria",), ("criteria", "loans")])
def test_piped_text_is_plain(arguments: tuple[str, ...]) -> None:
    """What does not go to a terminal has no color, and fits."""
    done = wwc_bot(*arguments)

    assert done.exit_code == 0
    assert "\x1b" not in done.stdout
    assert too_long(done.stdout) == []


def test_help_fits() -> None:
    """The help is wrapped, too."""
    assert too_long(wwc_bot("--help").stdout) == []
