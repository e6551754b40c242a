"""Text between people and Slack's markup, both ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.models import Words
from bot.slack.mrkdwn import (
    ECHO,
    WORD_JOINER,
    bold,
    defuse,
    escape,
    link,
    linked,
    literal,
    one_line,
    plain,
    unescape,
    words,
)


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


@given(st.text())
def test_escaped_text_is_read_as_it_was(text: str) -> None:
    """Escaping is undone without loss, and leaves no mark of Slack's."""
    assert unescape(escape(text)) == text
    assert not set("<>") & set(escape(text))


@given(st.text())
def test_what_we_send_escaped_is_what_people_read(text: str) -> None:
    """A message that holds escaped text reads as the text, blanks aside."""
    assert plain(escape(text)) == " ".join(text.split())


@pytest.mark.parametrize(
    "text", ["<!channel>", "<@U1>", "*b*", "_i_", "~s~", "`c`", "https://x.example", ":wave:"]
)
def test_defused_text_has_no_live_markup(text: str) -> None:
    """Every mark is kept from its neighbor; nothing is lost."""
    made = defuse(f"say {text} now")
    assert "<" not in made
    assert text not in made
    assert made.replace(WORD_JOINER, "") == escape(f"say {text} now")


@given(st.text())
def test_repeated_text_is_one_short_line_without_markup(text: str) -> None:
    """What we repeat is short, on one line, and opens no markup."""
    for made in (literal(text), defuse(text)):
        assert not set("<>\n\r") & set(made)
    assert len(one_line(text)) <= ECHO
    assert literal(text) == (escape(one_line(text)) or " ")


@given(st.text(), st.text())
def test_links_and_bold_hold_no_markup_of_their_own(title: str, url: str) -> None:
    """Words and address of a link are escaped, and no bar ends the address early."""
    made = link(title, url)
    assert made[0] + made[-1] == "<>"
    assert not set("<>") & set(made[1:-1])
    assert made.count("|") == 1 + url.count("|")
    assert bold(title) == f"*{escape(title)}*"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("no address & <none>", "no address &amp; &lt;none&gt;"),
        (
            "(https://www.a.example/x?a=1&b=2).",
            "(<https://www.a.example/x?a=1&amp;b=2|a.example>).",
        ),
        ("write to a.b@c.example.", "write to <mailto:a.b@c.example|a.b@c.example>."),
    ],
)
def test_addresses_can_be_clicked(text: str, made: str) -> None:
    """A web address leads there by its host, a mail address opens a mail, all else is escaped."""
    assert linked(text) == made


@given(st.text())
def test_linked_text_opens_no_other_markup(text: str) -> None:
    """Whatever stands in a text, only links of ours are markup."""
    made = linked(text)
    assert made.count("<") == made.count(">") == made.count("|") - escape(text).count("|")


def test_words_of_a_line_lead_where_they_should() -> None:
    """Words with an address are a link, the others are text."""
    line = (Words("See "), Words("a|b", "https://x.example"), Words(" & go."))
    assert words(line) == "See <https://x.example|a/b> &amp; go."
