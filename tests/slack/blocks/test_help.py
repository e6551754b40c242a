"""The help: every way to reach the bot."""

from bot.answers.texts import WHAT_IT_DOES
from bot.slack.blocks.help import help_page
from tests.slack.blocks.samples import shown


def test_the_help_lists_every_way() -> None:
    """The help says what the bot does and has each line that it is given."""
    page = help_page(["one way", "another way"])
    for part in (WHAT_IT_DOES, "one way", "another way"):
        assert part in shown(page)
        assert part in page.text
