"""The short help, and the greeting where we are new."""

from collections.abc import Sequence

from bot.answers.texts import WHAT_IT_DOES
from bot.slack import texts
from bot.slack.blocks.elements import ASK_A_PERSON, BROWSE, actions, section
from bot.slack.blocks.page import Page
from bot.slack.mrkdwn import linked


def help_page(usages: Sequence[str]) -> Page:
    """Show what we do and every way to reach us; ``usages`` are mrkdwn, from what is registered."""
    ways = "\n".join(f"• {usage}" for usage in usages)
    return Page(
        texts.TITLE,
        f"{WHAT_IT_DOES} {texts.HELP_LEAD} {'; '.join(usages)}",
        body=(section(WHAT_IT_DOES), section(f"{texts.HELP_LEAD}\n{ways}")),
        actions=(actions([BROWSE, ASK_A_PERSON]),),
    )


def greeting_page(greeting: str) -> Page:
    """Greet, with what can be done without a question."""
    said = linked(greeting)
    return Page(texts.TITLE, said, body=(section(said),), actions=(actions([BROWSE]),))
