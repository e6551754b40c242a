"""Short answers, in the way that was asked for, and conversations."""

import pytest

from bot.answers.plain import MOST_WORDS, plain
from bot.answers.talk import refusal_part
from bot.engine import Engine
from bot.knowledge import Catalog
from bot.matching import Decision, Match, Matcher


@pytest.fixture
def engine(catalog: Catalog, matcher: Matcher) -> Engine:
    """An engine that was asked nothing yet."""
    return Engine(catalog, matcher)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("what proof do we need for OD3?", "not public"),
        ("what did DG1 want as proof", "Checklist, 3 of 4 needed"),
        ("DM3 vs DM5", "DM5"),
        ("is PA1 the same in 2018 and 2022?", "are the same"),
        ("28 of 43, which level is that?", "would be silver"),
        ("10 of 43, which level is that?", "below silver"),
        ("what percentage is gold", "68%"),
        ("we are a town of 24k people, can we apply?", "24,000 residents is below"),
        ("can a city with 45,000 residents take part?", "above the least"),
        ("list the community impact criteria", "CI3"),
        ("is Phoenix certified?", "platinum"),
        ("is Miami Beach certified?", "I do not know about Miami Beach"),
        ("70% of the criteria, what level?", "(70%) would be gold"),
        ("is Burlington certified?", "certified at a level that is not known, seen for 2025"),
        ("thanks!", "welcome"),
        ("RDC12", "RDC12"),
    ],
)
def test_the_answer_is_of_the_kind_that_was_asked_for(
    engine: Engine, question: str, says: str
) -> None:
    """Proof, comparison, levels, places, lists, cities and courtesy have answers of their own."""
    said = plain(engine.ask(question).parts)

    assert says in said
    assert len(said.split()) <= MOST_WORDS


@pytest.mark.parametrize(
    ("turns", "says"),
    [
        (("what does OD4 ask", "and the 2018 one?"), "SE1"),
        (("RDC2", "and RDC6?", "compare them"), "RDC2"),
        (("RDC7", "proof?"), "RDC7"),
        (("silver cut off?", "and gold?"), "68%"),
        (("list the community impact criteria", "2"), "CI2"),
        (("is Dallas certified?", "since when?"), "Dallas"),
    ],
)
def test_a_conversation_keeps_its_subject(
    engine: Engine, turns: tuple[str, ...], says: str
) -> None:
    """What names no subject is about what was spoken of last in its thread."""
    said = [plain(engine.ask(turn, "thread").parts) for turn in turns]

    assert says in said[-1]


def test_an_example_says_what_is_known_of_its_city(engine: Engine) -> None:
    """A level or a year that is not known is said to be unknown."""
    for entry_id in engine.catalog.criteria:
        said = plain(engine.ask(f"example of a city for {entry_id.replace(':', ' ')}").parts)

        assert "None" not in said


def test_a_subject_is_named_only_where_it_tells_something(engine: Engine) -> None:
    """A refusal names ordinary office matters, and never "nothing in particular"."""
    assert "staff, pay or leave" in plain(engine.ask("what is our leave policy").parts)
    small_talk = Match("", Decision.REFUSE, (), 0.0, off_topic="off:small-talk")
    said = refusal_part(engine.catalog, small_talk, understood=True)
    assert "looks like" not in said.sentence


def test_without_a_conversation_it_asks_what_is_meant(engine: Engine) -> None:
    """Where nothing was spoken of, "and the 2018 one?" has no answer."""
    answer = engine.ask("and the 2018 one?", "new")

    assert answer.decision is Decision.REFUSE
    assert not answer.understood
    assert answer.parts[0].sentence.startswith("Which criterion or subject do you mean?")
