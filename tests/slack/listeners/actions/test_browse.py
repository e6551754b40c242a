"""Browsing with buttons."""

import pytest

from bot.slack import texts
from bot.web.local_slack import ALICE, BOB
from tests.slack.bots import Bot, engine
from tests.slack.reading import read, values


async def test_browsing_goes_from_categories_to_criteria_to_a_card(bot: Bot) -> None:
    """The buttons of /criteria lead to a category and on to an answer, in one private message."""
    make = bot.slack.payloads
    await bot.delivery.command(make.command("/criteria"))
    (private,) = await bot.slack.wait_for(bot.whispers)
    await bot.delivery.interactive(make.click(private, "open_category_0"))
    await bot.slack.wait_for(lambda: values(bot.whispers()[0], "pick_entry_0"))
    await bot.delivery.interactive(make.click(bot.whispers()[0], "pick_entry_0"))
    await bot.slack.wait_for(lambda: values(bot.whispers()[0], "share_answer"))
    await bot.delivery.interactive(make.click(bot.whispers()[0], "share_answer"))
    await bot.slack.wait_for(lambda: not bot.whispers())
    assert f"<@{ALICE}> shared:" in bot.said()[0]["text"]


async def test_categories_are_listed_beside_a_public_answer(bot: Bot) -> None:
    """Who browses from a public refusal browses alone."""
    make = bot.slack.payloads
    await bot.delivery.event(make.app_mention("best pizza in town?"))
    await bot.slack.wait_for(bot.posts)
    await bot.delivery.interactive(make.click(bot.said()[0], "browse_criteria", user=BOB))
    await bot.slack.wait_for(lambda: "2022 standard" in read(*bot.whispers(BOB)))
    assert len(bot.said()) == 1


@pytest.mark.parametrize("value", ["x", "0 2014:gone"])
async def test_a_list_that_is_gone_is_said(bot: Bot, value: str) -> None:
    """A button that leads nowhere any more says so."""
    make = bot.slack.payloads
    await bot.delivery.command(make.command("/criteria", "data management 2022, leadership 2022"))
    (private,) = await bot.slack.wait_for(bot.whispers)
    click = make.click(private, "show_more")
    click["actions"][0]["value"] = value
    await bot.delivery.interactive(click)
    await bot.slack.wait_for(lambda: texts.UNKNOWN_ENTRY in read(*bot.whispers()))


async def test_what_follows_in_a_list(bot: Bot) -> None:
    """The button for more goes on where the list ended."""
    make = bot.slack.payloads
    await bot.delivery.command(make.command("/criteria", "data management 2022, leadership 2022"))
    (private,) = await bot.slack.wait_for(bot.whispers)
    category = engine().category("2022:leadership-and-capacity")
    assert category
    last = category.lines[-1]
    assert last.wording not in read(private)
    await bot.delivery.interactive(make.click(private, "show_more"))
    await bot.slack.wait_for(lambda: last.wording in read(*bot.whispers()))
