"""The help: every way to reach the bot."""

from bot.answers.texts import WHAT_IT_DOES
from bot.slack.blocks.help import greeting_page, help_page
from tests.slack.blocks.samples import shown


def test_the_help_lists_every_way() -> None:
    """The help says what the bot does and has each line that it is given."""
    page = help_page(["one way", "another way"])
    for part in (WHAT_IT_DOES, "one way", "another way"):
        assert part in shown(page)
        assert part in page.text


def test_the_greeting_can_be_clicked_on() -> None:
    """What the engine says in greeting is shown as text of ours, with a way to browse."""
    page = greeting_page("Hello <all>, see https://a.example/x.")
    assert page.text == "Hello &lt;all&gt;, see <https://a.example/x|a.example>."
    assert "Browse criteria" in shown(page)
