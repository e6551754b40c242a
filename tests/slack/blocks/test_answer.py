"""An answer: cards, choices or a refusal, valid whatever was asked."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Answer, Choice, Reason
from bot.answers import texts as answers
from bot.matching import Decision, MatchedWord
from bot.slack import texts
from bot.slack.blocks import ids
from bot.slack.blocks.answer import (
    answer_page,
    bare_answer_page,
    matched_words,
    shared_page,
    why_page,
)
from bot.slack.blocks.card import bare_card_page
from bot.slack.blocks.views import home_page
from tests.slack.blocks.samples import LONG, card_of, choices, endless, shown, valid_view
from tests.slack.bots import OPEN_DATA, engine, unsure
from tests.slack.reading import button_texts, nodes, values

PIZZA = "best pizza in town?"


@pytest.mark.parametrize("decision", list(Decision))
def test_endless_knowledge_is_cut(decision: Decision) -> None:
    """Knowledge of any length becomes valid messages and views."""
    cards = tuple(endless(card_of(one)) for one in ("2018:OD1", "2018:SE3"))
    reasons = tuple(
        Reason(one, 0.5, (MatchedWord(LONG, LONG, 1),) * 40) for one in choices(range(40))
    )
    answer = Answer(
        LONG,
        decision,
        cards if decision is Decision.ANSWER else (),
        choices(range(40)),
        reasons,
        0.1,
        LONG,
    )
    for page in (answer_page(answer, "U1", private=True), shared_page(answer, "U1")):
        assert shown(page)
        assert texts.WHY in button_texts({"blocks": page.blocks})
    assert shown(why_page(answer))
    assert valid_view(home_page(bare_answer_page(answer, "U1"), ask=True))


@given(st.text(max_size=3000))
def test_any_question_makes_a_valid_answer(question: str) -> None:
    """Whatever somebody types, what we send is valid, and carries no markup of theirs."""
    answer = engine().ask(question)
    for page in (answer_page(answer, "U1", private=True), shared_page(answer, "U1")):
        assert shown(page)
    assert shown(why_page(answer))
    for node in nodes({"blocks": shared_page(answer, "U1").blocks}):
        if node.get("type") == "plain_text":
            assert not set("<>") & set(node["text"])
        assert not set("<>") & set(str(node.get("value")))


def test_buttons_have_the_agreed_words() -> None:
    """The labels are those of the contract."""
    page = answer_page(engine().ask(OPEN_DATA), "U1", private=True)
    agreed = {"Share with channel", "Why this answer", "Ask a person", "Browse criteria"}
    assert agreed <= set(button_texts({"blocks": page.blocks}))
    assert {"Helpful", "Not helpful"} <= set(shown(page).split("\n"))
    public = answer_page(engine().ask(OPEN_DATA), "U1")
    assert "Share with channel" not in button_texts({"blocks": public.blocks})


def test_buttons_carry_ids_and_not_what_was_typed() -> None:
    """The button Why carries the key of the answer; votes carry the entries."""
    answer = engine().ask(OPEN_DATA)
    blocks = {"blocks": answer_page(answer, "U1").blocks}
    assert values(blocks, ids.WHY) == [answer.key]
    assert OPEN_DATA not in str(blocks)
    assert f"helpful {answer.cards[0].choice.entry_id}" in values(blocks, ids.FEEDBACK)


def test_several_cards_have_buttons_of_their_own() -> None:
    """Two entries in one answer share no block_id, and each can be opened further."""
    cards = (card_of("2018:open-data"), card_of("2018:SE3"))
    answer = replace(engine().ask(OPEN_DATA), cards=cards)
    said = shown(answer_page(answer, "U1"))
    assert answers.SEVERAL in said
    assert all(card.wording in said for card in cards)


def test_when_unsure_the_choices_belong_to_the_asker() -> None:
    """The row to pick from names its asker; below an answer it does not."""
    page = answer_page(engine().ask(unsure()), "U1")
    rows = [block.get("block_id", "") for block in page.blocks]
    assert "U1" in map(ids.asker_of, rows)
    assert answers.NOT_SURE in shown(page)
    answered = answer_page(engine().ask(OPEN_DATA), "U1")
    rows = [block.get("block_id", "") for block in answered.blocks]
    assert "U1" not in map(ids.asker_of, rows)


def test_a_refusal_says_so() -> None:
    """A question about something else gets no entry, but a person and the list."""
    page = answer_page(engine().ask(PIZZA), "U1")
    assert answers.REFUSAL in shown(page)
    assert {texts.ASK_A_PERSON, texts.BROWSE} <= set(button_texts({"blocks": page.blocks}))
    assert "helpful refuse" in values({"blocks": page.blocks}, ids.FEEDBACK)


def test_a_shared_answer_quotes_the_question() -> None:
    """Everybody sees who asked what, in the text for screen readers, too."""
    page = shared_page(engine().ask(OPEN_DATA), "U1")
    assert OPEN_DATA in shown(page)
    assert page.text.startswith(f"<@U1> asked: “{OPEN_DATA}”")


def test_text_for_screen_readers() -> None:
    """The top-level text says the entries, the choices, or that we do not know."""
    answer = engine().ask(OPEN_DATA)
    assert answer_page(answer, "U1").text == bare_card_page(answer.cards[0]).text
    undecided = engine().ask(unsure())
    assert all(one.title in answer_page(undecided, "U1").text for one in undecided.choices)
    assert answers.REFUSAL in answer_page(engine().ask(PIZZA), "U1").text


def test_why_shows_each_entry_with_its_words() -> None:
    """Each entry of the ranking is shown with its score and the words that spoke for it."""
    answer = engine().ask(OPEN_DATA)
    said = shown(why_page(answer))
    for reason in answer.reasons:
        assert answers.name(reason.choice) in said
        assert answers.likely(reason) in said
    assert f"{answer.margin:.0%} ahead of the next" in said


def test_matched_words_read_as_something_else_are_shown() -> None:
    """A word that was read as another one is shown with both."""
    reason = Reason(Choice("2018:OD1", "x"), 0.9, (MatchedWord("ordnance", "ordinance", 0.5),))
    assert matched_words(reason) == "Matched words: ordnance → ordinance (50%)"
    assert matched_words(reason._replace(words=())) == f"Matched words: {texts.NO_WORDS}"
