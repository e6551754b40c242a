"""Elements: cut to Slack's limits, so that slack_sdk's models have nothing to raise."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack import texts
from bot.slack.blocks import ids
from bot.slack.blocks.elements import (
    BUTTON_VALUE,
    LABEL,
    ROW,
    SECTION,
    actions,
    button,
    context,
    cut,
    feedback,
    header,
    literal_section,
    overflow,
    quote,
    section,
    sections,
    share_button,
)
from bot.slack.mrkdwn import escape, link, unescape
from bot.web.local_slack.validate import check_blocks

MARKS = {texts.MORE_MARK, "…"}


@given(st.text(max_size=200), st.integers(20, 60), st.sampled_from(sorted(MARKS)))
def test_cut_keeps_the_beginning_within_the_limit(text: str, limit: int, mark: str) -> None:
    """Cut text is within the limit, begins as the whole does, and says that it was cut."""
    whole = escape(text)
    made = cut(whole, limit, mark)
    assert len(made) <= limit
    if len(whole) <= limit:
        assert made == whole
    else:
        assert made.endswith(mark)
        assert whole.startswith(made.removesuffix(mark))


@given(st.text("&<>a ", max_size=200), st.integers(20, 60))
def test_cut_never_ends_inside_an_escaped_character(text: str, limit: int) -> None:
    """What is left of escaped text is the escaped form of a beginning of the text."""
    made = cut(escape(text), limit, "…").removesuffix("…")
    assert escape(unescape(made)) == made


@given(st.integers(20, 120))
def test_cut_never_ends_inside_a_link(limit: int) -> None:
    """A link is kept whole or not at all."""
    made = cut(f"See {link('the policy', 'https://a.example/policy')} and the rest of it.", limit)
    assert re.sub(r"<[^<>]*>", "", made).count("<") == 0


@given(st.text(max_size=4000), st.text(max_size=3000))
def test_any_text_makes_valid_blocks(text: str, value: str) -> None:
    """Whatever the text, empty or endless, blocks and buttons are within Slack's limits."""
    said = escape(text)
    blocks = [
        section(said, button(said, "one", value, said)),
        *sections([said, said]),
        literal_section(said),
        context(said),
        quote("<@U1> asked:", said),
        header(said),
        actions([button(said, "two", value)], "row"),
        feedback(value or None, "U1"),
    ]
    assert check_blocks(blocks, "message") == []


def test_texts_are_sent_as_they_are() -> None:
    """Slack links nothing by itself, and makes no picture of a colon and a word."""
    assert section("a.example")["expand"] is True
    assert section("a.example")["text"] == {
        "type": "mrkdwn",
        "text": "a.example",
        "verbatim": True,
    }
    assert header(":wave:")["text"] == {"type": "plain_text", "text": ":wave:", "emoji": False}


def test_lines_share_sections_and_none_is_split() -> None:
    """Lines stand in as few sections as the limit allows, in order."""
    lines = [f"{n} " + "x" * 900 for n in range(7)]
    made = [block["text"]["text"] for block in sections(lines)]
    assert "\n".join(made).split("\n") == lines
    assert [len(text) <= SECTION for text in made] == [True] * 3


def test_a_button_says_more_to_a_screen_reader() -> None:
    """The label of a button is read aloud in place of its text."""
    assert button("Show", "a", "v", "Show OD1").to_dict() == {
        "type": "button",
        "text": {"type": "plain_text", "text": "Show", "emoji": False},
        "action_id": "a",
        "value": "v",
        "accessibility_label": "Show OD1",
    }
    assert "accessibility_label" not in button("Browse", "a", "v").to_dict()


@pytest.mark.parametrize("size", [LABEL, LABEL + 1])
def test_the_longest_label(size: int) -> None:
    """A label of the longest size stays; a longer one ends with dots."""
    made = button("x" * size, "a", "v", "x" * size).to_dict()
    assert made["text"]["text"] == made["accessibility_label"]
    assert made["text"]["text"] == ("x" * LABEL if size == LABEL else "x" * (LABEL - 1) + "…")


def test_a_row_has_at_most_as_many_buttons_as_slack_takes() -> None:
    """Beyond the limit buttons are left out."""
    row = actions([button("x", f"a_{n}", "v") for n in range(ROW + 5)])
    assert len(row["elements"]) == ROW
    assert "block_id" not in row


def test_a_menu_has_at_most_five_options() -> None:
    """Beyond the limit options are left out, and texts and values are cut."""
    menu = overflow("more", [("x" * 99, "v" * 200)] * 7)
    assert check_blocks([actions([menu])], "message") == []
    assert len(menu.to_dict()["options"]) == 5


def test_votes_and_the_askers_way_to_remove_an_answer() -> None:
    """Votes tell what they are about; only the asker sees the trash."""
    block = feedback("2018:OD1", "U1")
    votes, trash = block["elements"]
    assert block["type"] == "context_actions"
    assert (votes["type"], votes["action_id"]) == ("feedback_buttons", ids.FEEDBACK)
    assert votes["positive_button"]["value"] == "helpful 2018:OD1"
    assert votes["negative_button"]["value"] == "not_helpful 2018:OD1"
    assert votes["positive_button"]["text"]["text"] == "Helpful"
    assert votes["negative_button"]["text"]["text"] == "Not helpful"
    assert (trash["type"], trash["icon"], trash["value"]) == ("icon_button", "trash", "U1")
    assert trash["visible_to_user_ids"] == ["U1"]


def test_a_value_that_is_too_long_is_cut() -> None:
    """A value keeps to the limit; an empty one is a space, since Slack takes no empty one."""
    assert len(share_button("x" * 3000).to_dict()["value"]) == BUTTON_VALUE
    assert share_button("").to_dict()["value"] == " "


def test_votes_and_the_trash_stand_alone_where_only_one_is_wanted() -> None:
    """What was not answered has no votes; what only one person sees has no trash."""
    assert [one["type"] for one in feedback(None, "U1")["elements"]] == ["icon_button"]
    assert [one["type"] for one in feedback("x", None)["elements"]] == ["feedback_buttons"]
