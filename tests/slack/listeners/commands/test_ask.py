"""/wwc: a private answer, or the help."""

import pytest

from bot.slack import texts
from tests.slack.bots import Bot, engine
from tests.slack.reading import read


@pytest.mark.parametrize("text", ["", "help", " HELP "])
async def test_command_without_a_question_teaches(bot: Bot, text: str) -> None:
    """/wwc and /wwc help list every way to reach the bot, from what is registered."""
    await bot.delivery.command(bot.slack.payloads.command("/wwc", text))
    (private,) = await bot.slack.wait_for(bot.whispers)
    for way in ("Mention", "/wwc", "/criteria", "Search criteria", "Home", "Workflow"):
        assert way in read(private)


async def test_command_with_a_code_shows_that_criterion(bot: Bot) -> None:
    """/wwc SE3 restates that and shows SE3, with its official wording marked as such."""
    await bot.delivery.command(bot.slack.payloads.command("/wwc", "SE3"))
    (private,) = await bot.slack.wait_for(bot.whispers)
    card = engine().card("2018:SE3")
    assert card
    assert "SE3" in read(private)
    assert card.wording in read(private)
    assert "official wording" in read(private)
    assert read(private).startswith(f"{texts.YOU_ASKED}\nSE3\n")


async def test_command_about_a_payload(bot: Bot) -> None:
    """A question with the word payload, for which Bolt takes a form to be a click, is answered."""
    await bot.delivery.command(bot.slack.payloads.command("/wwc", "what is a payload"))
    await bot.slack.wait_for(bot.whispers)
