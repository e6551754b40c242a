"""The Home tab: browse, go back, ask."""

from typing import Any

import pytest

from bot.answers.texts import PROGRAM
from bot.slack import texts
from bot.web.local_slack import ALICE
from tests.slack.bots import OPEN_DATA, Bot, engine
from tests.slack.reading import read, values


async def test_home_tab(bot: Bot) -> None:
    """The Home tab: browse to an answer and back, and ask by Enter and by the button."""
    make = bot.slack.payloads
    (card,) = engine().ask(OPEN_DATA).cards

    def home() -> dict[str, Any]:
        return bot.slack.workspace.home(ALICE) or {"blocks": []}

    await bot.delivery.event(make.app_home_opened())
    await bot.slack.wait_for(lambda: PROGRAM in read(home()))
    await bot.delivery.interactive(make.click(home(), "open_category_0"))
    await bot.slack.wait_for(lambda: values(home(), "pick_entry_0"))
    await bot.delivery.interactive(make.click(home(), "pick_entry_0"))
    await bot.slack.wait_for(
        lambda: values(home(), "ask_a_person") and values(home(), "home_start")
    )
    await bot.delivery.interactive(make.click(home(), "home_start"))
    await bot.slack.wait_for(lambda: PROGRAM in read(home()))
    await bot.delivery.interactive(make.click(home(), "home_ask", value=OPEN_DATA))
    await bot.slack.wait_for(lambda: f"{texts.YOU_ASKED}\n{OPEN_DATA}" in read(home()))
    typed = {"home_ask": card.choice.code}
    await bot.delivery.interactive(make.click(home(), "home_ask_button", typed=typed))
    await bot.slack.wait_for(lambda: f"{texts.YOU_ASKED}\n{card.choice.code}" in read(home()))


@pytest.mark.parametrize("asked", [OPEN_DATA, "best pizza in town?"])
async def test_an_answer_is_there_when_one_comes_back(bot: Bot, asked: str) -> None:
    """Opening the tab again leaves what it shows, unless the knowledge has changed since."""
    make = bot.slack.payloads
    await bot.delivery.event(make.app_home_opened())
    await bot.slack.wait_for(lambda: bot.slack.workspace.home(ALICE))
    await bot.delivery.interactive(make.click(bot.home(), "home_ask", value=asked))
    await bot.slack.wait_for(lambda: asked in read(bot.home()))
    answered = bot.home()
    await bot.delivery.event(make.app_home_opened())
    await bot.settle()
    assert bot.home() == answered
    again = make.app_home_opened()
    again["event"]["view"] = {**answered, "private_metadata": "older"}
    await bot.delivery.event(again)
    await bot.slack.wait_for(lambda: asked not in read(bot.home()))


async def test_nothing_was_typed(bot: Bot) -> None:
    """The button beside an empty box teaches what can be asked."""
    make = bot.slack.payloads
    await bot.delivery.event(make.app_home_opened())
    await bot.slack.wait_for(lambda: bot.slack.workspace.home(ALICE))
    await bot.delivery.interactive(make.click(bot.home(), "home_ask_button"))
    await bot.slack.wait_for(lambda: texts.HELP_LEAD in read(bot.home()))
