"""/wwc, /criteria and browsing, in both modes, over real sockets."""

import asyncio

import pytest

from bot.slack import texts
from bot.web.local_slack import ALICE, BOT_USER

from .bots import OPEN_DATA, Bot, engine
from .reading import button_texts, read, values


async def test_command_answers_privately_and_can_be_shared_once(bot: Bot) -> None:
    """/wwc answers the asker only; sharing posts once, even on a double click, and names them."""
    await bot.delivery.command(bot.slack.payloads.command("/wwc", OPEN_DATA))
    (private,) = await bot.slack.wait_for(bot.whispers)
    assert not bot.posts()
    assert texts.SHARE in button_texts(private)
    clicks = [bot.slack.payloads.click(private, "share_answer") for _ in range(2)]
    await asyncio.gather(*map(bot.delivery.interactive, clicks))
    await bot.slack.wait_for(lambda: not bot.whispers())
    await bot.settle()
    public = [m for m in bot.slack.workspace.messages.values() if m["user"] == BOT_USER]
    shared = [m for m in public if "asked:" in m["text"]]
    assert len(shared) == 1
    assert f"<@{ALICE}>" in shared[0]["text"]
    assert OPEN_DATA in read(shared[0])
    assert texts.SHARE not in button_texts(shared[0])


@pytest.mark.parametrize("text", ["", "help", " HELP "])
async def test_command_without_a_question_teaches(bot: Bot, text: str) -> None:
    """/wwc and /wwc help list every way to reach the bot, from what is registered."""
    await bot.delivery.command(bot.slack.payloads.command("/wwc", text))
    (private,) = await bot.slack.wait_for(bot.whispers)
    for way in ("Mention", "/wwc", "/criteria", "Search criteria", "Home", "Workflow"):
        assert way in read(private)


async def test_command_with_a_code_shows_that_criterion(bot: Bot) -> None:
    """/wwc SE3 shows SE3, with its official wording marked as such."""
    await bot.delivery.command(bot.slack.payloads.command("/wwc", "SE3"))
    (private,) = await bot.slack.wait_for(bot.whispers)
    card = engine().card("2018:SE3")
    assert card
    assert "SE3" in read(private)
    assert card.wording in read(private)
    assert "official wording" in read(private)


async def test_command_about_a_payload(bot: Bot) -> None:
    """A question with the word payload, for which Bolt takes a form to be a click, is answered."""
    await bot.delivery.command(bot.slack.payloads.command("/wwc", "what is a payload"))
    await bot.slack.wait_for(bot.whispers)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", ["Open Data", "Rigorous Evaluations", "2018 standard", "2022 standard"]),
        ("\u200b", ["Open Data", "2018 standard", "2022 standard"]),
        ("help", ["Open Data", "Rigorous Evaluations", "2018 standard", "2022 standard"]),
        ("2018", ["Stakeholder Engagement", "2018 standard"]),
        ("open data", ["OD1", "Policy Generator"]),
        ("stakeholdr engagment", ["SE1", "SE3"]),
        ("rdc 2022", ["RDC1", "Results-Driven Contracting"]),
    ],
)
async def test_criteria_lists(bot: Bot, typed: str, expected: list[str]) -> None:
    """/criteria lists the categories with counts, or the criteria of one."""
    await bot.delivery.command(bot.slack.payloads.command("/criteria", typed))
    (private,) = await bot.slack.wait_for(bot.whispers)
    for word in expected:
        assert word in read(private)


async def test_criteria_of_an_unknown_category_offers_the_nearest(bot: Bot) -> None:
    """An unknown category gets the nearest names as buttons, and one of them opens its list."""
    await bot.delivery.command(bot.slack.payloads.command("/criteria", "<!channel> zoning"))
    (private,) = await bot.slack.wait_for(bot.whispers)
    assert "<!channel>" not in str(private)
    page = engine().category(values(private, "open_category_0")[0])
    click = bot.slack.payloads.click(private, "open_category_0")
    await bot.delivery.interactive(click)
    assert page
    await bot.slack.wait_for(lambda: page.lines[0].wording in read(bot.whispers()[0]))


async def test_browsing_goes_from_categories_to_criteria_to_a_card(bot: Bot) -> None:
    """The buttons of /criteria lead to a category and on to a card, in the same private message."""
    await bot.delivery.command(bot.slack.payloads.command("/criteria"))
    (private,) = await bot.slack.wait_for(bot.whispers)
    await bot.delivery.interactive(bot.slack.payloads.click(private, "open_category_1"))
    await bot.slack.wait_for(lambda: values(bot.whispers()[0], "pick_entry_0"))
    entry = values(bot.whispers()[0], "pick_entry_0")[0]
    await bot.delivery.interactive(bot.slack.payloads.click(bot.whispers()[0], "pick_entry_0"))
    await bot.slack.wait_for(lambda: values(bot.whispers()[0], "share_card") == [entry])
    await bot.delivery.interactive(bot.slack.payloads.click(bot.whispers()[0], "share_card"))
    await bot.slack.wait_for(lambda: not bot.whispers())
