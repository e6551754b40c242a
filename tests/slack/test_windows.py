"""The two shortcuts and their views, in both modes, over real sockets."""

import asyncio

from bot.slack import texts
from bot.web.local_slack import ALICE, BOB

from .bots import OPEN_DATA, Bot, engine
from .reading import button_texts, read


async def test_search_window_with_type_ahead(bot: Bot) -> None:
    """The global shortcut opens a window; typing offers options, and picking shows the card."""
    make, views = bot.slack.payloads, bot.slack.workspace.views
    await bot.delivery.interactive(make.global_shortcut())
    await bot.slack.wait_for(lambda: views)
    (view,) = views.values()
    ack = await bot.delivery.interactive(make.block_suggestion("open d", view))
    assert 0 < len(ack.body["options"]) <= 100
    chosen = ack.body["options"][0]
    await bot.delivery.interactive(make.click(view, "pick_criterion", value=chosen))
    card = engine().card(chosen["value"])
    assert card
    await bot.slack.wait_for(lambda: card.wording in read(views[view["id"]]))


async def test_of_two_quick_picks_the_last_one_counts(bot: Bot) -> None:
    """Whoever picks again before the window has changed sees what they picked last."""
    make, views = bot.slack.payloads, bot.slack.workspace.views
    await bot.delivery.interactive(make.global_shortcut())
    await bot.slack.wait_for(lambda: views)
    (view,) = views.values()
    as_opened = dict(view)
    for entry_id in ("2018:OD1", "2018:SE3"):
        chosen = {"text": {"type": "plain_text", "text": "x"}, "value": entry_id}
        click = make.click(as_opened, "pick_criterion", value=chosen)
        await bot.delivery.interactive(click)
        card = engine().card(entry_id)
        assert card
        await bot.slack.wait_for(lambda card=card: card.wording in read(views[view["id"]]))


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


async def test_cards_open_on_top_of_the_window(bot: Bot) -> None:
    """From the criteria of a message a card opens on top, and what is picked there takes its place."""
    make, views = bot.slack.payloads, bot.slack.workspace.views
    await bot.delivery.interactive(make.message_shortcut(make.message(OPEN_DATA)))
    await bot.slack.wait_for(lambda: views)
    (below,) = views.values()
    await bot.delivery.interactive(make.click(below, "pick_entry_0"))
    await bot.slack.wait_for(lambda: len(views) == 2)
    (on_top,) = [view for view in views.values() if view["previous_view_id"]]
    card = engine().ask(OPEN_DATA).cards[0]
    assert card.wording in read(on_top)
    (other, *_) = card.crosswalk.choices if card.crosswalk else ()
    nearest = make.click(on_top, "pick_entry_40", value=other.entry_id)
    await bot.delivery.interactive(nearest)
    shown = engine().card(other.entry_id)
    assert shown
    await bot.slack.wait_for(lambda: shown.wording in read(views[on_top["id"]]))
    assert len(views) == 2


async def test_message_that_touches_nothing(bot: Bot) -> None:
    """The message shortcut says so when a message touches no criterion."""
    make, views = bot.slack.payloads, bot.slack.workspace.views
    await bot.delivery.interactive(make.message_shortcut(make.message("qwxz vbnk")))
    await bot.slack.wait_for(lambda: views)
    (view,) = views.values()
    assert texts.NOTHING_TOUCHED in read(view)
