"""The button "Why this answer"."""

from bot.slack import texts
from bot.web.local_slack import BOB
from tests.slack.bots import OPEN_DATA, Bot, engine
from tests.slack.reading import button_texts, read


async def test_an_answer_is_explained_to_who_wants_to_know(bot: Bot) -> None:
    """Anybody may ask why; they alone see the words that decided, and the answer stays."""
    await bot.delivery.event(bot.slack.payloads.app_mention(OPEN_DATA))
    await bot.slack.wait_for(bot.posts)
    answer = bot.said()[0]
    assert texts.WHY in button_texts(answer)
    click = bot.slack.payloads.click(answer, "why_this_answer", user=BOB)
    await bot.delivery.interactive(click)
    await bot.slack.wait_for(lambda: texts.MATCHED in read(*bot.whispers(BOB)))
    assert engine().ask(OPEN_DATA).cards[0].choice.title in read(*bot.whispers(BOB))
    assert answer in bot.said()


async def test_a_long_question_is_explained_as_it_was_answered(bot: Bot) -> None:
    """A question too long for a button is not cut: the explanation names the same entry."""
    question = "our council met again and talked about the roads and the park. " * 40 + OPEN_DATA
    await bot.delivery.command(bot.slack.payloads.command("/wwc", question))
    (private,) = await bot.slack.wait_for(bot.whispers)
    await bot.delivery.interactive(bot.slack.payloads.click(private, "why_this_answer"))
    await bot.slack.wait_for(lambda: len(bot.whispers()) == 2)
    first = engine().ask(question).reasons[0]
    assert first.choice.title in read(bot.whispers()[1])


async def test_an_answer_that_was_forgotten_is_not_explained(bot: Bot) -> None:
    """After a restart the bot says that it has forgotten, and what to do."""
    await bot.delivery.command(bot.slack.payloads.command("/wwc", OPEN_DATA))
    (private,) = await bot.slack.wait_for(bot.whispers)
    click = bot.slack.payloads.click(private, "why_this_answer")
    click["actions"][0]["value"] = engine().ask("a question of another bot").key
    await bot.delivery.interactive(click)
    await bot.slack.wait_for(lambda: len(bot.whispers()) == 2)
    assert bot.whispers()[1]["text"] == texts.FORGOTTEN
