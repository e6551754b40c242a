"""Blocks: within Slack's limits whatever the knowledge, and nothing lost on the way."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Answer, Card, Choice, Reason
from bot.answers import texts as answers
from bot.matching import Decision, MatchedWord
from bot.slack import texts
from bot.slack.answering import category_named
from bot.slack.blocks import ids
from bot.slack.blocks.answer import (
    answer_page,
    answer_text,
    card_page,
    matched_words,
    plain_answer,
    plain_card,
    shared_card,
    shared_page,
    why_page,
)
from bot.slack.blocks.browse import categories_page, criteria_page, read_more
from bot.slack.blocks.help import help_page
from bot.slack.blocks.page import Page, cut, fit, section, texts_length
from bot.slack.blocks.views import (
    home_page,
    home_view,
    match_view,
    modal,
    search_view,
    touched_page,
)
from bot.slack.listeners.options.pick_criterion import options
from bot.slack.mrkdwn import escape
from bot.web.local_slack.acknowledgments import check_options
from bot.web.local_slack.validate import check_message, check_view

from .bots import OPEN_DATA, engine
from .reading import button_texts, nodes, read, values

ENTRIES = sorted(engine().catalog.entries)
LONG = "Long text with <b>marks</b> & more, and no end. " * 400


def valid(page: Page) -> bool:
    """Check a message as the local Slack does, action_ids unique in the whole message."""
    message = {"text": page.text, "blocks": list(page.blocks)}
    assert check_message(message, unique="surface") is None
    return True


def endless(card: Card) -> Card:
    """Make every part of a card longer than Slack takes."""
    resource = engine().card("2018:OD1").resources[0]
    long = replace(resource, title=LONG, about=LONG, status_note=LONG)
    many = tuple(replace(long, id=f"{n}") for n in range(60))
    choices = tuple(Choice(f"2022:X{n}", LONG, f"X{n}", "2022") for n in range(60))
    return replace(
        card,
        wording=LONG,
        evidence=LONG,
        gap=LONG,
        note=LONG,
        resources=many,
        criteria=choices,
        choice=card.choice._replace(title=LONG),
        source=(LONG,) * 9,
    )


@pytest.mark.parametrize("entry_id", ENTRIES)
def test_every_card_on_every_surface(entry_id: str) -> None:
    """Each entry's card is valid everywhere and says its wording, provenance and links."""
    card = engine().card(entry_id)
    assert card
    for page in (card_page(card, "U1"), shared_card(card, "U1")):
        assert valid(page)
        assert card.wording in read({"blocks": page.blocks})
        for resource in card.resources:
            assert f"<{escape(resource.url)}|" in str(page.blocks)
            assert answers.link_state(resource) in read({"blocks": page.blocks})
        seal = answers.origin(official=card.official, title_ours=card.title_ours)
        assert seal in read({"blocks": page.blocks})
        for walk in card.crosswalk.choices if card.crosswalk else ():
            assert answers.name(walk)[:50] in " ".join(button_texts({"blocks": page.blocks}))
    window = modal(Page(card.choice.title, "", plain_card(card)))
    assert check_view(window, "modal", unique="surface") is None
    home = home_page(Page("", "", plain_card(card)))
    assert check_view(home, "home", unique="surface") is None
    assert check_view(search_view(card), "modal", unique="surface") is None


def test_official_wording_is_verbatim() -> None:
    """Official sentences arrive character by character."""
    official = [c for c in engine().catalog.criteria.values() if c.wording]
    assert len(official) >= 6
    for criterion in official:
        card = engine().card(criterion.id)
        assert card
        assert criterion.wording in read({"blocks": card_page(card, "U1").blocks})


@pytest.mark.parametrize("decision", list(Decision))
def test_endless_knowledge_is_cut_with_more(decision: Decision) -> None:
    """Knowledge of any length becomes a valid message that says that there is more."""
    card = endless(engine().card("2018:OD1"))
    choices = tuple(card.choice._replace(entry_id=f"2022:X{n}") for n in range(40))
    reasons = tuple(Reason(one, 0.5, (MatchedWord(LONG, LONG, 1),) * 40) for one in choices)
    cards = (card, card) if decision is Decision.ANSWER else ()
    answer = Answer(LONG, decision, cards, choices, reasons, 0.1, LONG)
    for page in (
        answer_page(answer, "U1", private=True),
        shared_page(answer, "U1"),
        why_page(answer),
        card_page(card, "U1"),
        touched_page([card] * 30, "U1"),
    ):
        assert valid(page)
    assert texts.MORE in str(card_page(card, "U1").blocks)
    assert texts.MORE_MARK.strip() in str(card_page(card, "U1").blocks)
    home = home_page(Page("", "", plain_answer(answer, "U1")), ask=True)
    assert check_view(home, "home", unique="surface") is None
    where = {"channel": "C1", "thread_ts": "1.2"}
    assert check_view(match_view(reasons, where), "modal", unique="surface") is None


@given(st.text(max_size=3000))
def test_any_question_makes_a_valid_answer(question: str) -> None:
    """Whatever somebody types, what we send is valid, and carries no markup of theirs."""
    answer = engine().ask(question)
    for page in (
        answer_page(answer, "U1", private=True),
        shared_page(answer, "U1"),
        why_page(answer),
    ):
        assert valid(page)
    for node in nodes({"blocks": shared_page(answer, "U1").blocks}):
        if node.get("type") == "plain_text":
            assert not set("<>") & set(node["text"])


@pytest.mark.parametrize("typed", ["", "2018", "2022", "open data", "zoning", "*x* <!here>", LONG])
def test_lists(typed: str) -> None:
    """Lists of categories and criteria are valid."""
    assert valid(category_named(typed, engine()))


def test_every_category_is_listed_with_all_its_criteria() -> None:
    """Each category shows every criterion: code, wording and resources."""
    for practice_id in engine().catalog.practices:
        page = engine().category(practice_id)
        assert page
        shown = read({"blocks": criteria_page([page]).blocks})
        for line in page.lines:
            assert line.wording in shown
            assert answers.name(line.choice) in shown
            assert all(resource.title in shown for resource in line.resources)


@pytest.mark.parametrize("wording", ["A short one.", "A long one. " * 200])
def test_a_long_category_is_paged(wording: str) -> None:
    """More criteria than fit are shown page by page, each of them once, however long they are."""
    page = engine().category("2022:data-management")
    assert page
    lines = tuple(
        replace(line, choice=line.choice._replace(title=f"Number {n}."), wording=wording)
        for line in page.lines[:1]
        for n in range(30)
    )
    long = replace(page, lines=lines)
    seen, more = "", ["0 2022:data-management"]
    while more:
        first, practice_ids = read_more(more[0])
        assert practice_ids == ("2022:data-management",)
        shown = criteria_page([long], first)
        assert valid(shown)
        seen += read({"blocks": shown.blocks})
        more = values({"blocks": shown.blocks}, ids.SHOW_MORE)
    assert [seen.count(f"Number {n}.") for n in range(30)] == [1] * 30


def test_home_and_help() -> None:
    """The start of the Home tab and the help are valid; the help has each line it is given."""
    for standard in engine().standards():
        view = home_view(engine().categories(standard), engine().standards(), standard)
        assert check_view(view, "home", unique="surface") is None
    page = help_page(["one way", "another way"])
    assert valid(page)
    assert "another way" in read({"blocks": page.blocks})
    assert valid(categories_page(engine().categories()))


def test_options_of_the_type_ahead() -> None:
    """Options are at most 100 and short, and their values are entry ids."""
    many = tuple(Choice(f"2022:X{n}", LONG, f"X{n}", "2022") for n in range(150))
    assert check_options({"options": options(many)}) is None
    assert check_options({"options": options(())}) is None
    assert options(many)[3]["value"] == "2022:X3"


def test_buttons_and_votes_have_the_agreed_words() -> None:
    """The labels are those of the contract."""
    page = answer_page(engine().ask(OPEN_DATA), "U1", private=True)
    assert {"Share with channel", "Why this answer", "Ask a person", "Browse criteria"} <= set(
        button_texts({"blocks": page.blocks})
    )
    assert {"Helpful", "Not helpful"} <= set(read({"blocks": page.blocks}).split("\n"))


def test_text_for_screen_readers_names_entry_and_resource() -> None:
    """The top-level text alone says the criterion, its wording and where to look."""
    answer = engine().ask(OPEN_DATA)
    card = answer.cards[0]
    for part in (card.choice.code, card.choice.title, card.wording, card.resources[0].url):
        assert part in answer_text(answer)


def test_matched_words_read_as_something_else_are_shown() -> None:
    """A word that was read as another one is shown with both."""
    reason = Reason(Choice("2018:OD1", "x"), 0.9, (MatchedWord("ordnance", "ordinance", 0.5),))
    assert matched_words(reason) == "Matched words: ordnance → ordinance (50%)"


@given(st.text(max_size=200), st.integers(20, 60))
def test_cut_never_exceeds_its_limit(text: str, limit: int) -> None:
    """Cut text is within the limit and never ends inside an escaped character."""
    made = cut(escape(text), limit)
    assert len(made) <= limit
    assert not made.removesuffix(texts.MORE_MARK).endswith(("&", "&a", "&l", "&g", "&am", "&lt"))


def test_fit_keeps_the_tail() -> None:
    """What comes last always stays, however long the body."""
    tail = [section("the end")]
    fitted = fit([section("x" * 2900)] * 80, tail)
    assert fitted[-1] == tail[0]
    assert sum(map(texts_length, fitted)) <= 11_000
