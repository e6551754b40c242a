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


@pytest.fixture(scope="module")
def engine(catalog: Catalog, matcher: Matcher) -> Engine:
    """An engine on the shipped knowledge."""
    return Engine(catalog, matcher)


def test_everything_shipped_fits(engine: Engine) -> None:
    """Each card, each category and each sort of answer is wrapped."""
    catalog = engine.catalog
    cards = [card for entry_id in catalog.entries if (card := engine.card(entry_id))]
    pages = [page for one in catalog.practices if (page := engine.category(one))]
    answers = [engine.ask(question) for question in QUESTIONS]

    texts = [layout.sections(card_sections(card)) for card in cards]
    texts += map(layout.category_page, pages)
    texts.append(layout.categories(engine.find_category("").listed))
    texts += map(layout.full_answer, answers)
    texts += map(layout.short_answer, answers)

    assert [len(cards), len(pages)] == [len(catalog.entries), len(catalog.practices)]
    assert [line for text in texts for line in too_long(click.unstyle(text))] == []


@pytest.mark.parametrize(
    "question",
    ["do we need an open data policy?", "proof for OD3?", "28 of 43, what level?", "OD1 vs OD3"],
)
def test_the_short_answer_fits_a_screen(engine: Engine, question: str) -> None:
    """What is said first takes at most 14 lines, beside the hint where to read more."""
    answer, hint = layout.short_answer(engine.ask(question)).rsplit("\n\n", 1)

    assert len(answer.splitlines()) <= 14
    assert "wwc-bot ask --full " in hint


@pytest.mark.parametrize("typed", ["help", "“help”", "help me", "ayuda"])
def test_help_words_get_help(engine: Engine, typed: str) -> None:
    """Who asks for help is told what this does, with questions that can be asked."""
    answer = engine.ask(typed)

    assert answer.understood
    assert "I answer questions about" in layout.short_answer(answer)


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
