"""A page: head and actions stay, the body gives way, and people are told."""

from hypothesis import given
from hypothesis import strategies as st

from bot.slack import texts
from bot.slack.blocks.elements import Block, actions, button, context, feedback, quote, section
from bot.slack.blocks.page import ALL_TEXTS, MESSAGE_BLOCKS, Page, sentence_page, texts_length
from tests.slack.blocks.samples import shown

SIZES = st.lists(st.integers(1, 3000), max_size=70)


def block_of(size: int) -> Block:
    """Make a section with a text of this length."""
    return section("x" * size)


@given(SIZES, st.integers(0, 3), st.integers(0, 3), st.sampled_from([MESSAGE_BLOCKS, 100]))
def test_fit_keeps_head_and_actions(sizes: list[int], head: int, below: int, most: int) -> None:
    """Head and actions always stay, the body as far as it fits, and a cut is said."""
    heads = tuple(context(f"head {n}") for n in range(head))
    rows = tuple(actions([button("x", f"a_{n}", "v")]) for n in range(below))
    page = Page("", "", heads, tuple(map(block_of, sizes)), rows)
    made = page.fit(most)
    assert len(made) <= most
    assert texts_length(made) <= ALL_TEXTS
    assert made[:head] == heads
    assert made[len(made) - below :] == rows
    body = made[head : len(made) - below]
    if body != page.body:
        assert body[-1] == context(texts.MORE)
        assert body[:-1] == page.body[: len(body) - 1]
        left_out = page.body[len(body) - 1]
        full = len(made) == most
        assert full or texts_length((*made, left_out)) > ALL_TEXTS


def test_a_message_is_fitted_to_its_limit() -> None:
    """The blocks of a page are those of a message."""
    page = Page("", "x", body=(block_of(1),) * 80)
    assert len(page.blocks) == MESSAGE_BLOCKS
    assert texts.MORE in shown(page)


def test_lengths_of_texts_are_counted() -> None:
    """Every text that people read counts: sections, small print, buttons, votes."""
    blocks = [
        section("12345", button("678", "a", "value")),
        quote("12", "345"),
        actions([button("12", "a", "v"), button("3", "b", "v")]),
        feedback("2018:OD1", "U1"),
    ]
    said = len(f"{texts.HELPFUL}{texts.NOT_HELPFUL}{texts.REMOVE}")
    assert texts_length(blocks) == 8 + 5 + 3 + said


def test_a_sentence_is_a_page() -> None:
    """A sentence of ours stands in the text and in the blocks."""
    assert sentence_page("That is all.").text == "That is all."
    assert shown(sentence_page("That is all.")) == "That is all."
