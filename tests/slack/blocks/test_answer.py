"""An answer in a message: short, with at most five things to do about it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Answer, Reason
from bot.answers.models import Part
from bot.answers.texts import name
from bot.matching import Decision, MatchedWord
from bot.slack import texts
from bot.slack.blocks import ids
from bot.slack.blocks.answer import answer_page, others_page, restated_page, shared_page
from bot.slack.blocks.page import Page
from bot.slack.blocks.views import home_page, modal
from tests.slack.blocks.samples import (
    LONG,
    answer_of,
    card_of,
    choices,
    endless,
    endless_part,
    part_of,
    shown,
    valid_view,
)
from tests.slack.bots import OPEN_DATA, engine
from tests.slack.reading import button_texts, nodes, values

NEAR = tuple(card_of(one).choice for one in ("2018:SE3", "2022:OD1", "topic:levels"))
REASONS = (Reason(card_of("2018:OD1").choice, 0.9, (MatchedWord("law", "ordinance", 1.0),)),)
UNSURE = Answer(
    "Data?", Decision.CHOICES, (), NEAR, REASONS, 0.1, None, parts=(Part("Which one?"),)
)
REFUSED = Answer("Pizza?", Decision.REFUSE, (), (), (), 0.1, None, parts=(Part("I don't know."),))
ANSWERED = replace(answer_of(part_of("2018:OD1")), choices=NEAR, reasons=REASONS)


def blocks(page: Page) -> dict[str, object]:
    """Return a page as a message."""
    return {"blocks": list(page.blocks)}


def menu(page: Page) -> dict[str, str]:
    """Return the texts of the menu behind three dots, with their values."""
    return {
        option["text"]["text"]: option["value"]
        for node in nodes(blocks(page))
        if node.get("type") == "overflow"
        for option in node["options"]
    }


def controls(page: Page) -> int:
    """Count what can be clicked: buttons, the menu, each vote, the trash."""
    kinds = [node.get("type") for node in nodes(blocks(page))]
    alone = sum(kinds.count(kind) for kind in ("button", "overflow", "icon_button"))
    return alone + 2 * kinds.count("feedback_buttons")


def test_a_part_is_a_sentence_a_quote_links_and_small_print() -> None:
    """Each stands on its own, links lead where they should, and nothing is live markup."""
    texts_of = [
        block.get("text", block.get("elements", [{}])[0]).get("text")
        for block in answer_page(answer_of(part_of("2018:OD1")), "U1").body
    ]
    assert texts_of == [
        "*This is what &lt;2018:OD1&gt; asks for.*\n> Have a policy &amp; keep it.",
        "Proof: a <https://p.example/?a=1&amp;b=2|page>.",
        "Start here: <https://g.example|Guide>, works\n<https://o.example|Old guide>, archived",
        "2018, official, <https://s.example|source>",
    ]


def test_several_parts_are_numbered_in_the_order_asked() -> None:
    """Each part has its number, a line stands between, and one row of controls below."""
    parts = (part_of("2022:RDC1"), part_of("2018:OD1"))
    page = answer_page(answer_of(*parts, ids=("2022:RDC1", "2018:OD1")), "U1")
    said = shown(page)
    assert said.index("*1. This is what <2022:RDC1>") < said.index("*2. This is what <2018:OD1>")
    assert [block["type"] for block in page.blocks].count("divider") == 1
    assert controls(page) == 5


@pytest.mark.parametrize("private", [False, True])
@pytest.mark.parametrize("answer", [ANSWERED, UNSURE, REFUSED])
def test_there_are_at_most_five_controls(answer: Answer, private: bool) -> None:
    """No answer, choice or refusal has more than five controls, each with a readable label."""
    page = answer_page(answer, "U1", private=private, share=private)
    assert shown(page)
    assert controls(page) <= 5
    labels = [*button_texts(blocks(page)), *menu(page)]
    assert max(map(len, labels)) <= 30


def test_controls_of_an_answer() -> None:
    """A person and the menu, votes and the trash; a private one is shared instead of removed."""
    public = answer_page(ANSWERED, "U1")
    assert button_texts(blocks(public)) == [texts.ASK_A_PERSON]
    assert values(blocks(public), ids.FEEDBACK) == ["helpful 2018:OD1", "not_helpful 2018:OD1"]
    assert values(blocks(public), ids.REMOVE) == ["U1"]
    private = answer_page(ANSWERED, "U1", private=True, share=True)
    assert button_texts(blocks(private)) == [texts.SHARE, texts.ASK_A_PERSON]
    assert values(blocks(private), ids.REMOVE) == []
    unshared = answer_page(ANSWERED, "U1", private=True)
    assert button_texts(blocks(unshared)) == [texts.ASK_A_PERSON]


def test_the_menu_holds_what_else_can_be_done() -> None:
    """It leads on by ids and the key of the answer, never by what was typed."""
    assert menu(answer_page(ANSWERED, "U1")) == {
        "Show everything": "everything 2018:OD1",
        "Something else?": "others 2018:SE3 2022:OD1 topic:levels",
        "Why this answer": f"why {'k' * 16}",
        "Browse criteria": "browse_criteria all",
        "The 2022 one: OD1": "pick_entry 2022:OD1",
    }
    bare = answer_page(answer_of(part_of("2018:OD1"), ids=("topic:levels",)), "U1")
    assert list(menu(bare)) == ["Show everything", "Browse criteria"]


def test_choices_are_text_with_numbers() -> None:
    """Full names stand as text; each has its button, and there is a way out."""
    page = answer_page(UNSURE, "U1")
    said = shown(page)
    for n, one in enumerate(NEAR, 1):
        assert f"*{n}. {name(one)}*" in said
    assert button_texts(blocks(page)) == [*["This one"] * 3, "None of these"]
    assert not values(blocks(page), ids.FEEDBACK)
    assert all(one.title in page.text for one in NEAR)


def test_choices_belong_to_the_asker() -> None:
    """The asker's pick settles the question; that of a near guess under a refusal does not."""
    rows = [block.get("block_id", "") for block in answer_page(UNSURE, "U1").blocks]
    assert [ids.asker_of(row) for row in rows if row] == ["U1"] * 3
    guessing = replace(UNSURE, decision=Decision.REFUSE)
    rows = [block.get("block_id", "") for block in answer_page(guessing, "U1").blocks]
    assert not any(map(ids.asker_of, rows))


def test_a_refusal_offers_a_person_and_the_list() -> None:
    """Where nothing was answered there is nothing to vote on or to share."""
    page = answer_page(REFUSED, "U1", private=True, share=False)
    assert shown(page).startswith("I don't know.")
    assert button_texts(blocks(page)) == [texts.ASK_A_PERSON, texts.BROWSE]
    assert not values(blocks(page), ids.FEEDBACK)
    assert values(blocks(answer_page(REFUSED, "U1")), ids.REMOVE) == ["U1"]


@pytest.mark.parametrize("decision", list(Decision))
def test_endless_knowledge_is_cut(decision: Decision) -> None:
    """Knowledge of any length becomes valid messages and views."""
    cards = tuple(endless(card_of(one)) for one in ("2018:OD1", "2018:SE3"))
    reasons = tuple(
        Reason(one, 0.5, (MatchedWord(LONG, LONG, 1),) * 40) for one in choices(range(40))
    )
    near = choices(range(20))
    answered = cards if decision is Decision.ANSWER else ()
    parts = (endless_part(),) * 3
    answer = Answer(LONG, decision, answered, near, reasons, 0.1, LONG, parts=parts)
    for page in (
        answer_page(answer, "U1", private=True, share=True),
        shared_page(answer, "U1"),
        others_page(near),
    ):
        assert shown(page)
        assert valid_view(modal(page))
        assert valid_view(home_page(page))


@given(st.text(max_size=3000))
def test_any_question_makes_a_valid_answer(question: str) -> None:
    """Whatever somebody types, what we send is valid, and carries no markup of theirs."""
    answer = engine().ask(question)
    page = answer_page(answer, "U1", private=True, share=True)
    for one in (restated_page(page, question), shared_page(answer, "U1")):
        assert shown(one)
        for node in nodes({"blocks": one.blocks}):
            if node.get("type") == "plain_text":
                assert not set("<>") & set(node["text"])
            assert not set("<>") & set(str(node.get("value")))


def test_a_shared_answer_quotes_the_question() -> None:
    """Everybody sees who asked what, in the text for screen readers, too."""
    page = shared_page(replace(ANSWERED, question=OPEN_DATA), "U1")
    assert OPEN_DATA in shown(page)
    assert page.text.startswith(f"<@U1> asked: “{OPEN_DATA}”")


def test_what_was_looked_up_is_shared_without_a_question() -> None:
    """Everybody sees who shared an entry that was picked from a list."""
    page = shared_page(replace(ANSWERED, question=""), "U1")
    assert page.text.startswith("<@U1> shared:")
    assert "<@U1> shared:" in shown(page)


def test_text_for_screen_readers() -> None:
    """The top-level text says sentence, quote and links with their addresses."""
    assert answer_page(answer_of(part_of("2018:OD1")), "U1").text == (
        "This is what &lt;2018:OD1&gt; asks for. Have a policy &amp; keep it. "
        "Proof: a page https://p.example/?a=1&amp;b=2 . "
        "Start here: Guide https://g.example , works Old guide https://o.example , archived"
    )
