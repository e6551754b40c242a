"""One engine: whichever door a question comes through, the Answer is the same."""

import asyncio
from typing import Any

import pytest

from bot.answers.plain import plain
from bot.answers.texts import WHAT_IT_DOES
from bot.web.local_slack import ALICE

from .bots import MODES, OPEN_DATA, Bot, engine, running
from .reading import read, values

QUESTIONS = (OPEN_DATA, "SE3", "who can be certified", "data", "best pizza in town?", "¿OD2?")


def said(surface: Any) -> list[str]:
    """List what a surface says of the matter: headings and wordings, without buttons and hints."""
    spoken = [b["text"]["text"] for b in surface["blocks"] if b["type"] == "section"]
    return [text for text in spoken if WHAT_IT_DOES not in text]


@pytest.mark.parametrize("mode", MODES)
def test_every_door_gives_the_same_answer(mode: str) -> None:
    """Mention, direct message, command and Home tab say the same; the step gives its essence."""

    async def scene() -> None:
        async with running(mode) as bot:
            await bot.delivery.event(bot.slack.payloads.app_home_opened())
            await bot.slack.wait_for(lambda: bot.slack.workspace.home(ALICE))
            for question in QUESTIONS:
                await compare(bot, question)

    asyncio.run(scene())


async def compare(bot: Bot, question: str) -> None:
    """Ask at every door and compare."""
    make, slack = bot.slack.payloads, bot.slack
    before, heard = len(bot.posts()), len(bot.whispers())
    done = len(slack.calls_to("functions.completeSuccess"))
    await bot.delivery.event(make.app_mention(question))
    await slack.wait_for(lambda: len(bot.posts()) == before + 1)
    await bot.delivery.event(make.direct_message(question))
    await slack.wait_for(lambda: len(bot.posts()) == before + 2)
    await bot.delivery.command(make.command("/wwc", question))
    await slack.wait_for(lambda: len(bot.whispers()) == heard + 1)
    home = bot.home()
    shown = home["hash"]
    box = "home_ask" if values(home, "home_ask") or "home_ask" in str(home) else ""
    assert box
    await bot.delivery.interactive(make.click(home, box, value=question))
    await slack.wait_for(lambda: bot.home()["hash"] != shown)
    surfaces = [*bot.posts()[-2:], bot.whispers()[-1], bot.home()]
    assert all(said(surface) == said(surfaces[0]) for surface in surfaces)
    answer = engine().ask(question)
    for part in answer.parts:
        assert all(part.quote in read(surface) for surface in surfaces)
    await bot.delivery.event(make.function_executed(question))
    completed = "functions.completeSuccess"
    await slack.wait_for(lambda: len(slack.calls_to(completed)) == done + 1)
    outputs = slack.calls_to(completed)[-1].params["outputs"]
    assert outputs["answer"] == plain(answer.parts)
