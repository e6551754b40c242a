"""The Home tab: browse, go back, switch the standard, ask."""

from typing import Any

from bot.answers.texts import PROGRAM
from bot.web.local_slack import ALICE
from tests.slack.bots import OPEN_DATA, Bot
from tests.slack.reading import read, values


async def test_home_tab(bot: Bot) -> None:
    """The Home tab: browse to a card and back, switch the standard, ask."""
    make = bot.slack.payloads

    def home() -> dict[str, Any]:
        return bot.slack.workspace.home(ALICE) or {"blocks": []}

    await bot.delivery.event(make.app_home_opened())
    await bot.slack.wait_for(lambda: PROGRAM in read(home()))
    await bot.delivery.interactive(make.click(home(), "switch_standard_2018"))
    await bot.slack.wait_for(lambda: "Stakeholder Engagement" in read(home()))
    await bot.delivery.interactive(make.click(home(), "open_category"))
    await bot.slack.wait_for(lambda: values(home(), "pick_entry"))
    await bot.delivery.interactive(make.click(home(), "pick_entry"))
    await bot.slack.wait_for(
        lambda: "wording" in read(home()) or "in our own words" in read(home())
    )
    await bot.delivery.interactive(make.click(home(), "home_start"))
    await bot.slack.wait_for(lambda: values(home(), "switch_standard_2018"))
    await bot.delivery.interactive(make.click(home(), "home_ask", value=OPEN_DATA))
    await bot.slack.wait_for(lambda: OPEN_DATA in read(home()))
    assert "OD1" in read(home())
