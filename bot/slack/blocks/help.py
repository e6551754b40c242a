"""The short help: what the bot does and every way to reach it."""

from collections.abc import Sequence

from bot.answers.texts import WHAT_IT_DOES
from bot.slack import texts
from bot.slack.blocks import ids
from bot.slack.blocks.page import Page, actions, button, section


def help_page(lines: Sequence[str]) -> Page:
    """Lay out the help; ``lines`` are mrkdwn and come from what is registered."""
    ways = "\n".join(f"• {line}" for line in lines)
    return Page(
        texts.TITLE,
        f"{WHAT_IT_DOES} {texts.HELP_LEAD} {'; '.join(lines)}",
        (
            section(WHAT_IT_DOES),
            section(f"{texts.HELP_LEAD}\n{ways}"),
            actions(
                [
                    button(texts.BROWSE, ids.BROWSE, "all"),
                    button(texts.ASK_A_PERSON, ids.ASK_A_PERSON, "topic:contact"),
                ]
            ),
        ),
    )
