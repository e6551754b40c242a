"""Picking an entry."""

import pytest

from bot.slack import texts
from bot.web.local_slack import ALICE, BOB, BOT_USER
from tests.slack.bots import OPEN_DATA, Bot, engine, unsure
from tests.slack.reading import options, read, values


def said_of(entry_id: str) -> str:
    """Return the first words of the answer about an entry."""
    answer = engine().pick([entry_id])
    assert answer
    return answer.parts[0].sentence.split(":")[0][:40]


async def test_picking_what_was_meant_replaces_the_question_back(bot: Bot) -> None:
    """When the bot is unsure, the asker's pick takes the place of its message; others look on."""
    make = bot.slack.payloads
    await bot.delivery.event(make.app_mention(unsure()))
    await bot.slack.wait_for(bot.posts)
    message = next(m for m in bot.slack.workspace.messages.values() if m["user"] == BOT_USER)
    sentence = said_of(values(message, "pick_entry_1")[0])
    await bot.delivery.interactive(make.click(message, "pick_entry_1", user=BOB))
    await bot.slack.wait_for(lambda: sentence in read(*bot.whispers(BOB)))
    await bot.delivery.interactive(make.click(message, "pick_entry_1"))
    await bot.slack.wait_for(lambda: sentence in read(message))
    assert texts.picked_by(ALICE) in read(message)
    assert len(bot.posts()) == 1


async def test_a_conversation_goes_on_from_what_was_picked(bot: Bot) -> None:
    """After a pick in a thread, the thread speaks of what was picked."""
    make = bot.slack.payloads
    mention = make.app_mention(unsure())
    await bot.delivery.event(mention)
    await bot.slack.wait_for(bot.posts)
    message = next(m for m in bot.slack.workspace.messages.values() if m["user"] == BOT_USER)
    entry_id = values(message, "pick_entry_2")[0]
    await bot.delivery.interactive(make.click(message, "pick_entry_2"))
    await bot.slack.wait_for(lambda: said_of(entry_id) in read(message))
    await bot.delivery.event(make.app_mention("why?", thread_ts=mention["event"]["ts"]))
    await bot.slack.wait_for(lambda: len(bot.posts()) == 2)
    card = engine().card(entry_id)
    assert card
    assert card.choice.title in read(bot.posts()[1])


async def test_answers_open_on_top_of_the_window(bot: Bot) -> None:
    """From the criteria of a message one opens on top; what is picked there takes its place."""
    make, views = bot.slack.payloads, bot.slack.workspace.views
    await bot.delivery.interactive(make.message_shortcut(make.message("OD1. " + OPEN_DATA)))
    await bot.slack.wait_for(lambda: views)
    (below,) = views.values()
    await bot.delivery.interactive(make.click(below, "pick_entry"))
    await bot.slack.wait_for(lambda: len(views) == 2)
    (on_top,) = [view for view in views.values() if view["previous_view_id"]]
    assert said_of(values(below, "pick_entry")[0]) in read(on_top)
    assert on_top["close"]["text"] == texts.BACK
    (other,) = [one for one in options(on_top).values() if one.startswith("pick_entry")]
    await bot.delivery.interactive(make.click(on_top, "more", value=other))
    sentence = said_of(other.split()[1])
    await bot.slack.wait_for(lambda: sentence in read(views[on_top["id"]]))
    assert len(views) == 2


async def test_whom_to_ask_is_shown_beside_the_answer(bot: Bot) -> None:
    """Whom to ask is shown to who clicked, with an address to click, and the answer stays."""
    make = bot.slack.payloads
    await bot.delivery.event(make.app_mention(OPEN_DATA))
    await bot.slack.wait_for(bot.posts)
    answer, contact = bot.said()[0], engine().contact()
    assert contact
    await bot.delivery.interactive(make.click(answer, "ask_a_person", user=BOB))
    await bot.slack.wait_for(lambda: "<mailto:" in str(bot.whispers(BOB)))
    assert not values(bot.whispers(BOB)[0], "ask_a_person")
    assert answer in bot.said()


async def test_none_of_these_leads_to_a_person(bot: Bot) -> None:
    """Who finds nothing to pick is told whom to ask."""
    make = bot.slack.payloads
    await bot.delivery.event(make.app_mention(unsure()))
    await bot.slack.wait_for(bot.posts)
    await bot.delivery.interactive(make.click(bot.said()[0], "none_of_these"))
    await bot.slack.wait_for(lambda: "<mailto:" in str(bot.whispers()))


@pytest.mark.parametrize("value", ["2014:XX1", None])
async def test_an_entry_that_is_gone_is_said(bot: Bot, value: str | None) -> None:
    """A button that is older than the knowledge, or has no value, gets a sentence."""
    make = bot.slack.payloads
    await bot.delivery.command(make.command("/criteria", "open data"))
    (private,) = await bot.slack.wait_for(bot.whispers)
    click = make.click(private, "pick_entry_0")
    click["actions"][0]["value"] = value
    await bot.delivery.interactive(click)
    await bot.slack.wait_for(lambda: texts.UNKNOWN_ENTRY in read(*bot.whispers()))
