"""The message shortcut: what a message touches, and the reply below it."""

import asyncio

from bot.slack import texts
from bot.web.local_slack import ALICE, BOB
from tests.slack.bots import OPEN_DATA, Bot
from tests.slack.reading import button_texts, read


async def test_message_shortcut_shows_criteria_and_replies_once(bot: Bot) -> None:
    """The message shortcut names criteria and words; "Reply in thread" posts once."""
    make, views = bot.slack.payloads, bot.slack.workspace.views
    message = make.message(OPEN_DATA, user=BOB)
    await bot.delivery.interactive(make.message_shortcut(message))
    await bot.slack.wait_for(lambda: views)
    (view,) = views.values()
    assert texts.MATCHED in read(view)
    assert texts.REPLY_IN_THREAD in button_texts(view)
    clicks = [make.click(view, "reply_in_thread") for _ in range(2)]
    await asyncio.gather(*map(bot.delivery.interactive, clicks))
    await bot.slack.wait_for(lambda: texts.POSTED in read(views[view["id"]]))
    await bot.settle()
    replies = [p for p in bot.posts() if p["thread_ts"] == message["event"]["ts"]]
    assert len(replies) == 1
    assert f"<@{ALICE}>" in read(replies[0])


async def test_message_that_touches_nothing(bot: Bot) -> None:
    """The message shortcut says so when a message touches no criterion."""
    make, views = bot.slack.payloads, bot.slack.workspace.views
    await bot.delivery.interactive(make.message_shortcut(make.message("qwxz vbnk")))
    await bot.slack.wait_for(lambda: views)
    (view,) = views.values()
    assert texts.NOTHING_TOUCHED in read(view)
