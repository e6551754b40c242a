"""What every surface asks."""

from pathlib import Path

import pytest

from bot.engine import RECENT, Engine, wants_help
from bot.knowledge import Catalog, KnowledgeError
from bot.matching import Decision, Matcher


@pytest.fixture
def engine(catalog: Catalog, matcher: Matcher) -> Engine:
    """An engine that was asked nothing yet."""
    return Engine(catalog, matcher)


def test_recent_answers_are_recalled_by_their_key(engine: Engine) -> None:
    """The key of an answer leads back to it; another key leads nowhere."""
    answer = engine.ask("do we need a law for open data")

    assert engine.recall(answer.key) is answer
    assert engine.recall("0" * 16) is None


def test_the_oldest_answer_is_forgotten_first(engine: Engine) -> None:
    """Answers are kept up to a number; looking one up keeps it longer."""
    first, second = engine.ask("OD1"), engine.ask("OD2")
    engine.recall(first.key)
    for number in range(RECENT - 1):
        engine.ask(f"SE3 {number}")

    assert engine.recall(first.key) is first
    assert engine.recall(second.key) is None


def test_the_same_question_has_the_same_answer(engine: Engine) -> None:
    """A question asked again is not worked out again."""
    assert engine.ask("who helps with contracts") is engine.ask("who helps with contracts")


def test_contact_is_the_topic_that_the_knowledge_marks(engine: Engine) -> None:
    """Whom to ask is said by the topic with contact: true."""
    contact = engine.contact()

    assert contact
    assert engine.catalog.topics[contact.choice.entry_id].contact


def test_what_is_gone_is_none(engine: Engine) -> None:
    """A button may outlive its entry or category."""
    assert engine.card("2018:XX1") is None
    assert engine.category("2018:nothing") is None


def test_standards_come_newest_first(engine: Engine) -> None:
    """Lists begin with the newest standard."""
    assert engine.standards() == ("2022", "2018")
    assert [c.choice.standard for c in engine.categories()] == ["2022"] * 8 + ["2018"] * 8
    assert {c.choice.standard for c in engine.categories("2018")} == {"2018"}


def test_suggestions_are_entries(engine: Engine) -> None:
    """The beginning of a name suggests entries, no more than wanted."""
    found = engine.suggest("open", 3)

    assert len(found) == 3
    assert all(engine.card(choice.entry_id) for choice in found)


def test_a_message_touches_what_it_speaks_of(engine: Engine) -> None:
    """A message that needs a criterion names it with the words behind it; lunch names none."""
    touched = engine.touched("Lunch is at noon. Who helps us with vendor contracts?")

    assert "Contracting" in touched[0].choice.title
    assert all(reason.words for reason in touched)
    assert engine.touched("Lunch is at noon.") == ()


@pytest.mark.parametrize("question", ["", "\x00", "💡" * 500, "open data " * 2_000])
def test_any_text_is_answered(engine: Engine, question: str) -> None:
    """No text raises."""
    assert engine.ask(question).decision in Decision


def test_knowledge_that_cannot_be_used_is_refused(tmp_path: Path) -> None:
    """Loading a folder without knowledge names the problem."""
    with pytest.raises(KnowledgeError):
        Engine.load(tmp_path / "none")


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("help", True),
        ("“help”", True),
        ("Help?", True),
        ("help me", True),
        ("help please", True),
        ("¿ayuda?", True),
        ("ajuda", True),
        ("hi!", True),
        ("", True),
        (" ? ", True),
        ("who helps with contracts", False),
        ("help with open data", False),
        ("OD1", False),
    ],
)
def test_help_words_ask_for_help(typed: str, wanted: bool) -> None:
    """A word for help or a greeting, with any marks around it, is no question."""
    assert wants_help(typed) is wanted
