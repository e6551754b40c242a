"""Picking an entry."""

from bot.slack import texts
from bot.web.local_slack import BOB, BOT_USER
from tests.slack.bots import OPEN_DATA, Bot, engine, unsure
from tests.slack.reading import read, values


async def test_picking_what_was_meant_replaces_the_question_back(bot: Bot) -> None:
    """When the bot is unsure, the asker's pick takes the place of its message; others look on."""
    make = bot.slack.payloads
    await bot.delivery.event(make.app_mention(unsure()))
    await bot.slack.wait_for(bot.posts)
    message = next(m for m in bot.slack.workspace.messages.values() if m["user"] == BOT_USER)
    entry = values(message, "pick_entry_0")[0]
    card = engine().card(entry)
    assert card
    await bot.delivery.interactive(make.click(message, "pick_entry_0", user=BOB))
    await bot.slack.wait_for(lambda: card.wording in read(*bot.whispers(BOB)))
    await bot.delivery.interactive(make.click(message, "pick_entry_0"))
    await bot.slack.wait_for(lambda: card.wording in read(message))
    assert len(bot.posts()) == 1


async def test_cards_open_on_top_of_the_window(bot: Bot) -> None:
    """From the criteria of a message a card opens on top, and what is picked there takes its place."""
    make, views = bot.slack.payloads, bot.slack.workspace.views
    await bot.delivery.interactive(make.message_shortcut(make.message(OPEN_DATA)))
    await bot.slack.wait_for(lambda: views)
    (below,) = views.values()
    await bot.delivery.interactive(make.click(below, "pick_entry"))
    await bot.slack.wait_for(lambda: len(views) == 2)
    (on_top,) = [view for view in views.values() if view["previous_view_id"]]
    card = engine().ask(OPEN_DATA).cards[0]
    assert card.wording in read(on_top)
    (other, *_) = card.crosswalk.choices if card.crosswalk else ()
    nearest = make.click(on_top, "pick_entry_0", value=other.entry_id)
    await bot.delivery.interactive(nearest)
    shown = engine().card(other.entry_id)
    assert shown
    await bot.slack.wait_for(lambda: shown.wording in read(views[on_top["id"]]))
    assert len(views) == 2


async def test_whom_to_ask_is_shown_beside_the_answer(bot: Bot) -> None:
    """The button for a person shows whom to ask to who clicked, and leaves the answer where it is."""
    make = bot.slack.payloads
    await bot.delivery.event(make.app_mention(OPEN_DATA))
    await bot.slack.wait_for(bot.posts)
    answer, contact = bot.said()[0], engine().contact()
    assert contact
    await bot.delivery.interactive(make.click(answer, "ask_a_person", user=BOB))
    await bot.slack.wait_for(lambda: contact.wording in read(*bot.whispers(BOB)))
    assert answer in bot.said()


async def test_an_entry_that_is_gone_is_said(bot: Bot) -> None:
    """A button that is older than the knowledge says that its entry is gone."""
    make = bot.slack.payloads
    await bot.delivery.command(make.command("/criteria", "open data"))
    (private,) = await bot.slack.wait_for(bot.whispers)
    click = make.click(private, "pick_entry")
    click["actions"][0]["value"] = "2014:XX1"
    await bot.delivery.interactive(click)
    await bot.slack.wait_for(lambda: texts.UNKNOWN_ENTRY in read(*bot.whispers()))
