"""The short help: what the bot does and every way to reach it."""

from collections.abc import Sequence

from bot.slack import words
from bot.slack.blocks import ids
from bot.slack.blocks.limits import Page, actions, button, section


def help_page(lines: Sequence[str]) -> Page:
    """Lay out the help; ``lines`` are mrkdwn and come from what is registered."""
    ways = "\n".join(f"• {line}" for line in lines)
    return Page(
        words.TITLE,
        f"{words.WHAT_IT_DOES} {words.HELP_LEAD} {'; '.join(lines)}",
        (
            section(words.WHAT_IT_DOES),
            section(f"{words.HELP_LEAD}\n{ways}"),
            actions(
                [
                    button(words.BROWSE, ids.BROWSE, "all"),
                    button(words.ASK_A_PERSON, ids.ASK_A_PERSON, "topic:contact"),
                ]
            ),
        ),
    )
