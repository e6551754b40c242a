"""Values of buttons: what was written is read again, within Slack's limit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Answer
from bot.matching import Decision
from bot.slack.blocks.elements import BUTTON_VALUE
from bot.slack.blocks.values import more, read_more, read_share, share
from bot.slack.mrkdwn import one_line
from tests.slack.blocks.samples import card_of

ENTRY_IDS = st.from_regex(r"20[0-9]{2}:[a-z][a-z-]{0,40}", fullmatch=True)


@given(st.text(max_size=3000), st.sampled_from(list(Decision)))
def test_a_shared_answer_is_read_as_it_was_written(question: str, decision: Decision) -> None:
    """Decision, entries and the beginning of the question survive, whatever was asked."""
    cards = (card_of("2018:OD1"), card_of("2022:DM1")) if decision is Decision.ANSWER else ()
    choices = tuple(card_of(one).choice for one in ("2018:SE3", "topic:levels", "2022:open-data"))
    answer = Answer(question, decision, cards, choices, (), 0.1, None)
    value = share(answer)
    assert len(value) <= BUTTON_VALUE
    assert not set("<>") & set(value)
    read = read_share(value)
    assert read
    assert (read.decision, read.key) == (decision, answer.key)
    assert read.cards == tuple(card.choice.entry_id for card in cards)
    assert read.choices == tuple(choice.entry_id for choice in choices)
    assert read.asked == (one_line(question) or " ")


@pytest.mark.parametrize("value", ["", "Do we need a policy?", "long:00ff", "a\nb\nc\nd\ne"])
def test_a_button_of_another_version_is_not_read(value: str) -> None:
    """A value that we did not write gives nothing, and raises nothing."""
    assert read_share(value) is None


@given(st.integers(0, 500), st.lists(ENTRY_IDS, max_size=4))
def test_where_a_list_goes_on(first: int, practice_ids: list[str]) -> None:
    """The place in a list and its categories are read as they were written."""
    assert read_more(more(first, practice_ids)) == (first, tuple(practice_ids))


@pytest.mark.parametrize("value", ["", " ", "x", "2022:open-data 3"])
def test_a_place_in_no_list(value: str) -> None:
    """A value that we did not write leads to no category."""
    assert read_more(value) == (0, ())
