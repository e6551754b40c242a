"""The short help: what the bot does and every way to reach it."""

from collections.abc import Sequence

from bot.answers.texts import WHAT_IT_DOES
from bot.slack import texts
from bot.slack.blocks.elements import ASK_A_PERSON, BROWSE, actions, section
from bot.slack.blocks.page import Page


def help_page(usages: Sequence[str]) -> Page:
    """Show the help; ``usages`` are mrkdwn and come from what is registered."""
    ways = "\n".join(f"• {usage}" for usage in usages)
    return Page(
        texts.TITLE,
        f"{WHAT_IT_DOES} {texts.HELP_LEAD} {'; '.join(usages)}",
        body=(section(WHAT_IT_DOES), section(f"{texts.HELP_LEAD}\n{ways}")),
        actions=(actions([BROWSE, ASK_A_PERSON]),),
    )
