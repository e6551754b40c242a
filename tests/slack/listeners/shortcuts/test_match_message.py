"""The message shortcut: what a message touches, and the reply below it."""

import asyncio

from bot.slack import texts
from bot.web.local_slack import ALICE, BOB, GENERAL
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


async def test_files_that_cannot_be_read_are_named(bot: Bot) -> None:
    """What people see of a message is read; what only a file holds is said."""
    make, views = bot.slack.payloads, bot.slack.workspace.views
    files = [
        {"name": "a.txt", "mode": "snippet", "preview": OPEN_DATA},
        {"name": "scan.png", "mimetype": "image/png"},
    ]
    await bot.delivery.interactive(make.message_shortcut(make.message("", files=files)))
    await bot.slack.wait_for(lambda: views)
    (view,) = views.values()
    assert texts.REPLY_IN_THREAD in button_texts(view)
    assert f"{texts.UNREAD}\nscan.png" in read(view)


async def test_a_reply_in_a_channel_without_us_goes_by_the_shortcut(bot: Bot) -> None:
    """Where we may not write, the shortcut's response_url takes the reply."""
    make, place = bot.slack.payloads, bot.slack.workspace
    message = make.message(OPEN_DATA)
    await bot.delivery.interactive(make.message_shortcut(message))
    await bot.slack.wait_for(lambda: place.views)
    (view,) = place.views.values()
    place.outside.add(GENERAL)
    await bot.delivery.interactive(make.click(view, "reply_in_thread"))
    await bot.slack.wait_for(lambda: texts.POSTED in read(place.views[view["id"]]))
    (reply,) = bot.said()
    assert reply["thread_ts"] == message["event"]["ts"]
