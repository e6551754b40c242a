"""The button "Share with channel": a private answer becomes public, once, also after a restart."""

import asyncio
from dataclasses import replace

import pytest

from bot.engine import Engine
from bot.knowledge import Catalog
from bot.matching import Matcher
from bot.slack import texts
from bot.slack.blocks.answer import shared_page
from bot.slack.blocks.values import share
from bot.slack.listeners.actions.share import answer_of
from bot.web.local_slack import ALICE, DM, GENERAL
from tests.slack.bots import OPEN_DATA, Bot, engine
from tests.slack.reading import button_texts, options, read

LONG = f"{OPEN_DATA} {'Thank you. ' * 250}"


async def test_a_private_answer_is_shared_once(bot: Bot) -> None:
    """Sharing posts once, even on a double click, names the asker and quotes the question."""
    await bot.delivery.command(bot.slack.payloads.command("/wwc", OPEN_DATA))
    (private,) = await bot.slack.wait_for(bot.whispers)
    assert not bot.posts()
    assert texts.SHARE in button_texts(private)
    clicks = [bot.slack.payloads.click(private, "share_answer") for _ in range(2)]
    await asyncio.gather(*map(bot.delivery.interactive, clicks))
    await bot.slack.wait_for(lambda: not bot.whispers())
    await bot.settle()
    (shared,) = [message for message in bot.said() if "asked:" in message["text"]]
    assert f"<@{ALICE}>" in shared["text"]
    assert OPEN_DATA in read(shared)
    assert texts.SHARE not in button_texts(shared)


async def test_a_long_question_is_shared_as_it_was_answered(bot: Bot) -> None:
    """A question too long for a button is shared with the answer that it got."""
    await bot.delivery.command(bot.slack.payloads.command("/wwc", LONG))
    (private,) = await bot.slack.wait_for(bot.whispers)
    await bot.delivery.interactive(bot.slack.payloads.click(private, "share_answer"))
    await bot.slack.wait_for(bot.said)
    assert private["text"][:200] in bot.said()[0]["text"]


async def test_an_answer_of_before_a_restart_is_shared(bot: Bot) -> None:
    """A bot that does not remember an answer shares what its button holds."""
    await bot.delivery.command(bot.slack.payloads.command("/wwc", "SE3"))
    (private,) = await bot.slack.wait_for(bot.whispers)
    click = bot.slack.payloads.click(private, "share_answer")
    answer = replace(engine().ask(OPEN_DATA), question=LONG)
    click["actions"][0]["value"] = share(answer)
    await bot.delivery.interactive(click)
    await bot.slack.wait_for(bot.said)
    shared = bot.said()[0]
    picked = engine().pick([answer.cards[0].choice.entry_id])
    assert picked
    assert picked.parts[0].sentence in read(shared)
    assert LONG[:200] in read(shared)


@pytest.mark.parametrize("value", ["2014:XX1", "x\n2014:XX1\nasked", "x\n\nasked"])
async def test_what_is_not_known_any_more_is_not_shared(bot: Bot, value: str) -> None:
    """A button of an older bot, or of knowledge that is gone, is told to the person alone."""
    await bot.delivery.command(bot.slack.payloads.command("/wwc", OPEN_DATA))
    (private,) = await bot.slack.wait_for(bot.whispers)
    click = bot.slack.payloads.click(private, "share_answer")
    click["actions"][0]["value"] = value
    await bot.delivery.interactive(click)
    await bot.slack.wait_for(lambda: texts.UNKNOWN_ENTRY in read(*bot.whispers()))
    assert not bot.said()


async def test_what_is_not_known_any_more_is_told_in_the_thread(bot: Bot) -> None:
    """Somebody who shares within a thread is told there, not below the channel."""
    make = bot.slack.payloads
    await bot.delivery.command(make.command("/wwc", OPEN_DATA))
    (private,) = await bot.slack.wait_for(bot.whispers)
    click = make.click(private, "share_answer")
    click["container"]["thread_ts"] = "1.1"
    click["actions"][0]["value"] = "2014:XX1"
    await bot.delivery.interactive(click)
    await bot.slack.wait_for(lambda: texts.UNKNOWN_ENTRY in read(*bot.whispers()))
    assert bot.whispers()[-1].get("thread_ts") == "1.1"


@pytest.mark.parametrize("question", [OPEN_DATA, LONG, "levels and OD1"])
def test_a_forgotten_answer_is_put_together_again(
    catalog: Catalog, matcher: Matcher, question: str
) -> None:
    """After a restart the same entries are shown under the same question, without Why."""
    answer = engine().ask(question)
    again = answer_of(share(answer), Engine(catalog, matcher))
    assert again
    assert [card.choice for card in again.cards] == [card.choice for card in answer.cards]
    assert question.startswith(again.question.removesuffix("…"))
    page = shared_page(again, "U1")
    assert texts.WHY not in options({"blocks": page.blocks})


def test_a_remembered_answer_is_shared_as_it_was() -> None:
    """Without a restart the very answer is shared, with its reasons."""
    answer = engine().ask(OPEN_DATA)
    assert answer_of(share(answer), engine()) is answer


@pytest.mark.parametrize(
    ("question", "channel"), [("best pizza in town?", GENERAL), (OPEN_DATA, DM), ("thanks", DM)]
)
async def test_what_cannot_be_shared(bot: Bot, question: str, channel: str) -> None:
    """A refusal is nobody else's, and in direct messages there is nobody to share with."""
    await bot.delivery.command(bot.slack.payloads.command("/wwc", question, channel=channel))
    (private,) = await bot.slack.wait_for(bot.whispers)
    assert texts.SHARE not in button_texts(private)


async def test_a_shared_answer_shows_no_previews(bot: Bot) -> None:
    """Links of a shared answer unfurl as little as those of a posted one."""
    await bot.delivery.command(bot.slack.payloads.command("/wwc", OPEN_DATA))
    (private,) = await bot.slack.wait_for(bot.whispers)
    await bot.delivery.interactive(bot.slack.payloads.click(private, "share_answer"))
    await bot.slack.wait_for(bot.said)
    sent = [one.params for one in bot.slack.responses if one.params.get("text")]
    assert all(one["unfurl_links"] is one["unfurl_media"] is False for one in sent)
