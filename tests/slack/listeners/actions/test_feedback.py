"""Votes on answers, and taking an answer away."""

import logging

import pytest

from bot.slack import texts
from bot.web.local_slack import BOB, GENERAL
from tests.slack.bots import OPEN_DATA, Bot
from tests.slack.reading import labels, read, values


async def test_a_vote_is_counted_in_the_log(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    """A vote goes to the log without its voter, and the voter is told so."""
    caplog.set_level(logging.INFO)
    await bot.delivery.event(bot.slack.payloads.app_mention(OPEN_DATA))
    await bot.slack.wait_for(bot.posts)
    answer = bot.said()[0]
    for vote in values(answer, "feedback"):
        click = bot.slack.payloads.click(answer, "feedback", value=vote, user=BOB)
        await bot.delivery.interactive(click)
    await bot.slack.wait_for(lambda: len(bot.whispers(BOB)) == 2)
    assert [one["text"] for one in bot.whispers(BOB)] == [texts.THANKS] * 2
    assert "feedback: helpful 2022:OD1" in caplog.messages
    assert "feedback: not_helpful 2022:OD1" in caplog.messages
    assert BOB not in str(caplog.messages)


async def test_only_the_asker_takes_an_answer_away(bot: Bot) -> None:
    """The asker's click deletes the answer; anybody else's is declined."""
    make, messages = bot.slack.payloads, bot.slack.workspace.messages
    await bot.delivery.event(make.app_mention(OPEN_DATA))
    await bot.slack.wait_for(bot.posts)
    answer = bot.said()[0]
    assert {"Helpful answer", texts.REMOVE} <= set(labels(answer))
    await bot.delivery.interactive(make.click(answer, "remove_answer", user=BOB))
    await bot.slack.wait_for(lambda: texts.NOT_YOURS in read(*bot.whispers(BOB)))
    key = (GENERAL, answer["ts"])
    assert key in messages
    await bot.delivery.interactive(make.click(answer, "remove_answer"))
    await bot.slack.wait_for(lambda: key not in messages)
