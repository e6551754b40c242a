"""Answers in words: whose words, how well known, in what state, and in what order."""

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from bot.answers import (
    Answer,
    Card,
    Choice,
    Crosswalk,
    Reason,
    ResourceLink,
    Section,
)
from bot.answers import texts as answers
from bot.knowledge import Partner, Statement
from bot.knowledge.fields import Confidence
from bot.matching import Decision, MatchedWord

OD1 = Choice("2018:OD1", "Open data policy", "OD1", "2018")
DM = Choice("2022:data-management", "Data Management", "", "2022")
LINK = ResourceLink(
    id="resource:guide",
    title="Guide",
    provider="Guide, Some University",
    url="https://guide.example/",
    about="How to do it.",
    status="live",
    status_note="Opened and read.",
    checked=date(2026, 11, 3),
)
LAB = Partner(
    id="partner:lab",
    title="A Lab",
    supports="Contracts.",
    state="active",
    not_to_confuse_with="Not The Other Lab.",
    source=("a page",),
    confidence="verbatim-seen",
)
CARD = Card(
    choice=OD1,
    kind="criterion",
    practice="Open Data",
    standard_title="2018 standard",
    wording="Have a policy.",
    official=True,
    resources=(LINK,),
    source=("the guide",),
    confidence="verbatim-seen",
)
ANSWER = Answer(
    question="a law?",
    decision=Decision.ANSWER,
    cards=(CARD,),
    choices=(),
    reasons=(Reason(OD1, 0.924, (MatchedWord("law", "policy", 1.0),)),),
    margin=0.5,
    off_topic=None,
)


def said(section: Section) -> str:
    """Join what a section says."""
    return " ".join(f"{line.link}{line.text}" for line in section.lines)


def section_of(shown: Card, title: str) -> Section | None:
    """Return the section of a card whose title begins like this, if it has one."""
    return next((one for one in answers.card_sections(shown) if one.title.startswith(title)), None)


@pytest.mark.parametrize("code", get_args(Confidence))
def test_our_words_are_never_called_read_word_for_word(code: str) -> None:
    """Every confidence has words; only official wording is said to be read word for word."""
    ours = answers.confidence(code, official=False)

    assert ours
    assert "word for word" not in ours
    assert answers.confidence(code, official=True) == "read word for word at its source"


def test_statements_of_a_topic_are_our_words() -> None:
    """A statement drawn from an original that was read says that the words are ours."""
    fact = Statement(
        text="Silver takes 51%.",
        standard="2022",
        source=("a page", "another"),
        confidence="verbatim-seen",
    )

    assert answers.fact(fact) == (
        "Silver takes 51%. (2022 standard) "
        "[a page; another: the original was read; these are our words]"
    )


@pytest.mark.parametrize(
    ("official", "title_ours", "words"),
    [
        (True, True, "official wording; the title is ours"),
        (True, False, "official wording"),
        (False, True, "in our own words"),
    ],
)
def test_whose_words_are_said(official: bool, title_ours: bool, words: str) -> None:
    """The wording's heading says whose words it is in."""
    shown = replace(CARD, official=official, title_ours=title_ours)
    asks = section_of(shown, answers.ASKS)

    assert asks
    assert asks.title == f"What it asks ({words})"
    assert said(asks) == "Have a policy."


@pytest.mark.parametrize(
    ("status", "note", "state"),
    [
        ("live", "In use when last seen.", "In use when last seen. Last checked 3 Nov 2026."),
        ("live", "Opened.", "In use when last seen. Opened. Last checked 3 Nov 2026."),
        ("archived", "Archived in 2020.", "Archived in 2020. Last checked 3 Nov 2026."),
        ("unknown", "Not seen.", "Not verified. Not seen. Last checked 3 Nov 2026."),
    ],
)
def test_link_says_its_state_and_when_it_was_checked(status: str, note: str, state: str) -> None:
    """The state is said once, with what is known and the day somebody last looked."""
    link = replace(LINK, status=status, status_note=note)  # type: ignore[arg-type] # a table has text

    assert answers.link_state(link) == state


def test_resource_says_all_that_editors_wrote() -> None:
    """What it is part of, whose, what for, its state, what it was named for, and a successor."""
    link = replace(
        LINK,
        part_of="Hub",
        borrowed_from="counterpart",
        successor_title="Copy",
        successor_url="https://copy.example/",
    )
    title, *details = answers.resource(link)

    assert (title.link, title.url) == ("Guide", "https://guide.example/")
    assert title.text == " (Hub), by Some University"
    assert [line.text for line in details] == [
        "How to do it.",
        "In use when last seen. Opened and read. Last checked 3 Nov 2026.",
        "Named for the criterion of another standard that asks the same or nearly so.",
        "",
    ]
    assert details[-1].link == "If it does not work: Copy"
    assert details[-1].url == "https://copy.example/"


@pytest.mark.parametrize(
    ("state", "words"),
    [("active", "active"), ("closed", "closed"), ("unknown", "not known whether active")],
)
def test_partner_says_what_it_supports_and_whether_it_still_does(state: str, words: str) -> None:
    """A partner's state stands beside its name, its notes behind what it supports."""
    partner = LAB.model_copy(update={"state": state})

    assert answers.partner(partner) == f"A Lab ({words}): Contracts. Not The Other Lab."


@pytest.mark.parametrize(
    ("walk", "line"),
    [
        (
            Crosswalk("same", "2022", (OD1,), "verbatim-seen"),
            "In the 2022 standard: OD1 Open data policy (the same sentence).",
        ),
        (
            Crosswalk("near", "2022", (OD1,), "inferred", "Only a part."),
            "In the 2022 standard: OD1 Open data policy (asks nearly the same). "
            "This is our inference. Only a part.",
        ),
        (
            Crosswalk("near", "2022", (DM,), "computed"),
            "In the 2022 standard: Data Management (the nearest practice).",
        ),
        (
            Crosswalk("none", "2022", (OD1, DM), "computed"),
            "In the 2022 standard: nothing that asks the same. "
            "Nearest: OD1 Open data policy, Data Management.",
        ),
        (
            Crosswalk("none", "2022", (), "computed"),
            "In the 2022 standard: nothing that asks the same.",
        ),
    ],
)
def test_crosswalk_says_no_more_than_is_known(walk: Crosswalk, line: str) -> None:
    """Practices are only near, an inference is called one, and nothing is called nothing."""
    assert answers.crosswalk(walk) == line


def test_sections_come_in_one_order() -> None:
    """What it asks comes first, then proof, gaps, help, the other standard and the source."""
    full = replace(
        CARD,
        proof=Statement(text="A link.", source=("a page",), confidence="inferred"),
        criteria=(OD1,),
        gap="Not all is known.",
        partners=(LAB,),
        crosswalk=Crosswalk("same", "2022", (OD1,), "computed"),
        note="A note.",
    )

    assert [section.title for section in answers.card_sections(full)] == [
        "Open data policy",
        "What it asks (official wording)",
        "Proof",
        "Criteria",
        "Not known",
        "Partners",
        "Where to get help",
        "Other standard",
        "Note",
        "Source",
    ]


@pytest.mark.parametrize(
    ("note", "resources", "words"),
    [(None, (), answers.NO_RESOURCE), ("A note.", (), "A note."), ("A note.", (LINK,), "A note.")],
)
def test_missing_resource_is_said(
    note: str | None, resources: tuple[ResourceLink, ...], words: str
) -> None:
    """Where no resource is named, that is said, by the knowledge or by us."""
    shown = replace(CARD, resources=resources, resources_note=note)
    help_ = section_of(shown, answers.RESOURCES)

    assert help_
    assert help_.lines[-1].text == words


def test_topic_without_resource_is_not_said_to_lack_one() -> None:
    """A fact about the program needs no resource."""
    fact = Statement(text="It is free.", source=("a page",), confidence="inferred")
    topic = replace(CARD, kind="topic", facts=(fact,), resources=(), official=False)

    assert section_of(topic, answers.RESOURCES) is None
    assert section_of(topic, answers.SOURCE) is None
    assert section_of(topic, answers.ANSWER)


def test_refusal_says_what_it_looks_like_and_how_to_ask_better() -> None:
    """A refusal names the kind of question where it has one, and teaches."""
    refused = replace(ANSWER, decision=Decision.REFUSE, cards=(), off_topic="staff or pay")

    first, better = answers.opening(refused)
    assert first.startswith("I don't know.")
    assert "a question about staff or pay" in first
    assert better == answers.BETTER
    assert answers.opening(replace(refused, off_topic=None))[0] == answers.REFUSAL
    assert answers.offer(refused) is None


def test_choices_are_offered_under_a_sentence_that_fits() -> None:
    """Near entries, entries to pick from and guesses are each introduced as what they are."""
    offers = [
        answers.offer(replace(ANSWER, decision=decision, choices=(OD1,))) for decision in Decision
    ]

    assert [offer.title for offer in offers if offer] == [
        answers.OTHERS,
        answers.PICK,
        answers.GUESSES,
    ]
    assert answers.opening(replace(ANSWER, decision=Decision.CHOICES)) == (answers.NOT_SURE,)


def test_codes_that_name_nothing_are_said_first() -> None:
    """A code or year that does not exist is named as such, before what there is."""
    unsure = replace(ANSWER, decision=Decision.CHOICES, unknown=("SE9", "OD1 2027"))
    several = replace(ANSWER, cards=(CARD, CARD), unknown=("SE9",))

    assert answers.opening(unsure) == ("Nothing that I know is called SE9 or OD1 2027.",)
    assert answers.opening(several) == (
        "Nothing that I know is called SE9.",
        answers.SEVERAL,
    )


def test_several_cards_are_announced() -> None:
    """One card speaks for itself; of several it is said that there are."""
    assert answers.opening(ANSWER) == ()
    assert answers.opening(replace(ANSWER, cards=(CARD, CARD, CARD))) == (answers.SEVERAL,)


def test_reason_is_what_decided() -> None:
    """Words of the question decide with a chance; a code decides by itself."""
    assert answers.matched(ANSWER) == "Matched on: law (92% likely)."
    assert answers.matched(replace(ANSWER, by_code=True)) == "Matched on the code OD1."
