"""Joining a channel."""

from bot.slack.blocks.help import greeting_page
from bot.web.local_slack import BOB, GENERAL
from tests.slack.bots import Bot, engine


async def test_we_greet_a_channel_that_we_join(bot: Bot) -> None:
    """The bot says once what it is for; of other people's joining it takes no note."""
    make = bot.slack.payloads
    await bot.delivery.event(make.member_joined_channel(user=BOB))
    for _ in range(2):
        await bot.delivery.event(make.member_joined_channel())
    await bot.slack.wait_for(bot.posts)
    await bot.settle()
    greeting = greeting_page(engine().greeting()).text
    first, _ = bot.posts()
    assert (first["channel"], first["text"]) == (GENERAL, greeting)
