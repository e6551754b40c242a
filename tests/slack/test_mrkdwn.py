"""Text between people and Slack: its markup is read, and never written by accident."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.compose import key_of
from bot.slack.mrkdwn import WORD_JOINER, carried, carry, defuse, escape, literal, plain


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("<@U0BOT> is it ok?", "is it ok?"),
        ("<@U0BOT|wwc-bot>   two\n\nlines ", "two lines"),
        ("see <https://a.example/x|the policy>", "see the policy"),
        ("see <https://a.example/x>", "see https://a.example/x"),
        ("ask <#C1|general> or <!here> or <!subteam^S1|@team>", "ask general or or"),
        ("mail <mailto:a@b.example|a@b.example>", "mail a@b.example"),
        ("a &lt;b&gt; &amp;amp; c", "a <b> &amp; c"),
    ],
)
def test_plain(said: str, meant: str) -> None:
    """Slack's markup becomes what the person sees."""
    assert plain(said) == meant


@pytest.mark.parametrize(
    "text", ["<!channel>", "<@U1>", "*b*", "_i_", "~s~", "`c`", "https://x.example", ":wave:"]
)
def test_defused_text_has_no_live_markup(text: str) -> None:
    """Every mark is kept from its neighbour; nothing is lost."""
    made = defuse(f"say {text} now")
    assert "<" not in made
    assert text not in made
    assert made.replace(WORD_JOINER, "") == escape(f"say {text} now")


@given(st.text())
def test_echoed_text_is_one_short_line_without_markup(text: str) -> None:
    """What we repeat is short, on one line, and opens no markup."""
    for made in (literal(text), defuse(text)):
        assert not set("<>\n\r") & set(made)
    assert len(literal(text)) <= 300 * 5


@given(st.text(), st.integers(69, 200))
def test_carried_questions(question: str, limit: int) -> None:
    """A question survives the value of a button; one that does not fit goes by its key."""
    value = carry(question, limit)
    assert len(value) <= limit
    if len(escape(question)) <= limit:
        assert carried(value) == question
    else:
        assert value == f"long:{key_of(question)}"
