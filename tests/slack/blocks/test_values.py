"""Values of buttons: what was written is read again, within Slack's limit."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.blocks.elements import BUTTON_VALUE
from bot.slack.blocks.values import more, read_more, read_share, share
from bot.slack.mrkdwn import one_line
from tests.slack.blocks.samples import answer_of

ENTRY_IDS = st.from_regex(r"20[0-9]{2}:[a-z][a-z-]{0,40}", fullmatch=True)


@given(st.text(max_size=3000))
def test_a_shared_answer_is_read_as_it_was_written(question: str) -> None:
    """Key, entries and the beginning of the question survive, whatever was asked."""
    answer = replace(answer_of(ids=("2018:OD1", "2022:DM1")), question=question)
    value = share(answer)
    assert len(value) <= BUTTON_VALUE
    assert not set("<>") & set(value)
    assert read_share(value) == (answer.key, ("2018:OD1", "2022:DM1"), one_line(question))


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
