"""The menu behind three dots."""

import pytest

from bot.answers.texts import card_sections
from bot.slack import texts
from bot.web.local_slack import BOB
from tests.slack.bots import OPEN_DATA, Bot, engine
from tests.slack.reading import button_texts, options, read, values

LONG = f"{OPEN_DATA} {'Thank you. ' * 250}"


async def test_everything_is_shown_in_a_window(bot: Bot) -> None:
    """Anybody may see all that is known; the answer stays as it is."""
    make, views = bot.slack.payloads, bot.slack.workspace.views
    await bot.delivery.event(make.app_mention(OPEN_DATA))
    await bot.slack.wait_for(bot.posts)
    answer = dict(bot.said()[0])
    everything = options(answer)["Show everything"]
    await bot.delivery.interactive(make.click(answer, "more", value=everything, user=BOB))
    await bot.slack.wait_for(lambda: views)
    (window,) = views.values()
    card = engine().ask(OPEN_DATA).cards[0]
    assert all(one.title in read(window) for one in card_sections(card))
    assert bot.said() == [answer]


@pytest.mark.parametrize("question", [OPEN_DATA, LONG])
async def test_an_answer_is_explained(bot: Bot, question: str) -> None:
    """Why this answer: the words that decided and the runner-up, however long the question."""
    make, views = bot.slack.payloads, bot.slack.workspace.views
    await bot.delivery.command(make.command("/wwc", question))
    (private,) = await bot.slack.wait_for(bot.whispers)
    why = options(private)["Why this answer"]
    await bot.delivery.interactive(make.click(private, "more", value=why))
    await bot.slack.wait_for(lambda: views)
    (window,) = views.values()
    assert texts.MATCHED in read(window)
    assert engine().ask(question).reasons[0].choice.title in read(window)
    assert bot.whispers() == [private]


async def test_an_answer_that_was_forgotten_is_not_explained(bot: Bot) -> None:
    """After a restart the bot says that it has forgotten, and what to do."""
    make, views = bot.slack.payloads, bot.slack.workspace.views
    await bot.delivery.command(make.command("/wwc", OPEN_DATA))
    (private,) = await bot.slack.wait_for(bot.whispers)
    click = make.click(private, "more", value=options(private)["Why this answer"])
    click["actions"][0]["selected_option"]["value"] = "why 0123456789abcdef"
    await bot.delivery.interactive(click)
    await bot.slack.wait_for(lambda: views)
    assert texts.FORGOTTEN in read(*views.values())


async def test_something_else_is_picked_by_name(bot: Bot) -> None:
    """The near entries are offered to the person alone, and one of them is answered with."""
    make = bot.slack.payloads
    await bot.delivery.event(make.app_mention(OPEN_DATA))
    await bot.slack.wait_for(bot.posts)
    answer = bot.said()[0]
    others = options(answer)["Something else?"]
    await bot.delivery.interactive(make.click(answer, "more", value=others, user=BOB))
    await bot.slack.wait_for(lambda: bot.whispers(BOB))
    near = engine().ask(OPEN_DATA).choices
    (offered,) = bot.whispers(BOB)
    assert all(one.title in read(offered) for one in near)
    assert button_texts(offered) == [*["This one"] * len(near), "None of these"]
    await bot.delivery.interactive(make.click(offered, "pick_entry_1", user=BOB))
    picked = engine().pick([near[0].entry_id])
    assert picked
    sentence = picked.parts[0].sentence
    await bot.slack.wait_for(lambda: sentence in read(*bot.whispers(BOB)).replace("*", ""))


async def test_the_entry_of_the_other_standard(bot: Bot) -> None:
    """One choice of the menu leads to the same subject in the other standard, and shares it."""
    make = bot.slack.payloads
    await bot.delivery.command(make.command("/wwc", "OD1 2018"))
    (private,) = await bot.slack.wait_for(bot.whispers)
    other = options(private)["The 2022 one: OD1"]
    await bot.delivery.interactive(make.click(private, "more", value=other))
    await bot.slack.wait_for(lambda: "2022:OD1" in str(values(bot.whispers()[0], "share_answer")))


async def test_browsing_from_the_menu(bot: Bot) -> None:
    """The list of categories is in the menu, too."""
    make = bot.slack.payloads
    await bot.delivery.command(make.command("/wwc", OPEN_DATA))
    (private,) = await bot.slack.wait_for(bot.whispers)
    browse = options(private)["Browse criteria"]
    await bot.delivery.interactive(make.click(private, "more", value=browse))
    await bot.slack.wait_for(lambda: "2018 standard" in read(bot.whispers()[0]))


@pytest.mark.parametrize("value", ["everything 2014:XX1", "others 2014:XX1", "x", ""])
async def test_what_is_not_known_any_more_is_said(bot: Bot, value: str) -> None:
    """A menu of an older bot, or of knowledge that is gone, gets a sentence."""
    make, views = bot.slack.payloads, bot.slack.workspace.views
    await bot.delivery.command(make.command("/wwc", OPEN_DATA))
    (private,) = await bot.slack.wait_for(bot.whispers)
    click = make.click(private, "more", value=options(private)["Browse criteria"])
    click["actions"][0]["selected_option"]["value"] = value
    await bot.delivery.interactive(click)
    await bot.slack.wait_for(lambda: texts.UNKNOWN_ENTRY in read(*bot.whispers(), *views.values()))
