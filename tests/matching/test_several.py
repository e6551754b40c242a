"""Which parts of a message may ask for something of their own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.several import MOST_PARTS, MOST_WORDS, asking_parts, halves, is_story


def parts(text: str) -> list[str]:
    """Return the parts of a message without the space around them."""
    return [part.strip() for part in asking_parts(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("who pays? who helps?", ["who pays?", "who helps?"]),
        ("who pays, and who helps?", ["who pays", "who helps?"]),
        ("who pays and how much", ["who pays", "how much"]),
        ("what does it cost plus who helps", ["what does it cost", "who helps"]),
        ("who helps, and is there a template", ["who helps", "is there a template"]),
        ("who helps and also can we get a template", ["who helps", "can we get a template"]),
        ("1) who pays 2) who helps", ["who pays", "who helps"]),
        ("1. who pays?\n2. who helps?", ["who pays?", "who helps?"]),
        ("who pays?\nwho helps?", ["who pays?", "who helps?"]),
        ("who pays? also the levels", ["who pays?", "also the levels"]),
        ("tell me the cost. Also the levels", ["tell me the cost.", "Also the levels"]),
        (
            "open data, data privacy and data security: which criteria are these?",
            ["open data", "data privacy", "data security", "which criteria are these?"],
        ),
        ("two things: the cost and the levels", ["two things", "the cost", "the levels"]),
        ("we need both a policy and a portal", ["we need both a policy", "a portal"]),
        ("¿quién paga y quién ayuda?", ["¿quién paga", "quién ayuda?"]),
        ("quem paga e quem ajuda?", ["quem paga", "quem ajuda?"]),
        ("¿cuánto cuesta? además los niveles", ["¿cuánto cuesta?", "además los niveles"]),
    ],
)
def test_a_message_of_several_asks_is_split(text: str, expected: list[str]) -> None:
    """Questions joined by a mark or a word, and what is said to be several things, are parts."""
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "who pays?",
        "we have a portal.",
        "we have a portal. who uses it?",
        "I need a policy and a portal",
        "data privacy and data security",
        "who pays? thanks",
        "Also, who helps?",
        "do we need terms and conditions",
        "performance and analytics",
        "who helps and the portal is new",
    ],
)
def test_a_single_ask_is_left_whole(text: str) -> None:
    """A story before a question, thanks behind it and a plain "and" make no second ask."""
    assert asking_parts(text) == []


def test_a_story_is_not_split() -> None:
    """A message of very many questions is taken as one."""
    assert asking_parts("who pays? " * MOST_PARTS) != []
    assert asking_parts("who pays? " * (MOST_PARTS + 1)) == []


@given(
    st.lists(
        st.sampled_from(
            "who what pays helps and also , : ? . 1) 2) both y además e cost \n criteria".split(" ")
        ),
        max_size=30,
    )
)
def test_parts_are_pieces_of_the_message(pieces: list[str]) -> None:
    """Every part has its words in the message, there are two or more of them, or none."""
    text = " ".join(pieces)

    found = asking_parts(text)

    assert len(found) != 1
    assert len(found) <= MOST_PARTS
    assert all(part in text and part.strip() for part in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the fee please and the levels", [["the fee please", "the levels"]]),
        ("the fee please; the levels", [["the fee please", "the levels"]]),
        ("the fee, and the levels", [["the fee", "the levels"]]),
        ("quanto custa e quem ajuda", [["quanto custa", "quem ajuda"]]),
        ("fees and levels", []),  # a single word says too little
        ("the fee, the levels", []),
        ("the fee and " + "the level " * MOST_WORDS, []),  # a story
    ],
)
def test_a_short_message_may_be_parted_at_a_plain_joining_word(
    text: str, expected: list[list[str]]
) -> None:
    """Each joining word gives two halves; whether both are asked for is seen by what they mean."""
    assert halves(text) == expected


def test_a_long_message_is_a_story() -> None:
    """What has more words than a question needs tells more than it asks."""
    assert not is_story("word " * MOST_WORDS)
    assert is_story("word " * (MOST_WORDS + 1))
