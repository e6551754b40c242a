"""The Messages tab: a greeting at the first visit, and prompts."""

from bot.slack.blocks.help import greeting_page
from bot.web.local_slack import BOB, DM, Call
from tests.slack.bots import OPEN_DATA, Bot, engine


def prompted(bot: Bot) -> list[Call]:
    """List the calls that suggest prompts."""
    return bot.slack.calls_to("assistant.threads.setSuggestedPrompts")


async def test_suggested_prompts_of_the_agent_tab(bot: Bot) -> None:
    """Opening the Messages tab suggests prompts without a thread; a legacy thread has its own."""
    make = bot.slack.payloads
    await bot.delivery.event(make.app_home_opened("messages"))
    await bot.slack.wait_for(lambda: prompted(bot))
    assert "thread_ts" not in prompted(bot)[0].params
    assert len(prompted(bot)[0].params["prompts"]) <= 4
    started = make.assistant_thread_started()
    await bot.delivery.event(started)
    await bot.slack.wait_for(lambda: len(prompted(bot)) == 2)
    thread = started["event"]["assistant_thread"]
    assert prompted(bot)[1].params["thread_ts"] == thread["thread_ts"]
    assert (await bot.delivery.event(make.assistant_thread_context_changed())).ok


async def test_a_person_is_greeted_at_the_first_visit(bot: Bot) -> None:
    """The Messages tab greets once; who has written before is not greeted."""
    make = bot.slack.payloads
    for _ in range(2):
        await bot.delivery.event(make.app_home_opened("messages"))
    await bot.slack.wait_for(bot.posts)
    await bot.delivery.event(make.direct_message(OPEN_DATA, user=BOB))
    await bot.slack.wait_for(lambda: len(bot.posts()) == 2)
    await bot.delivery.event(make.app_home_opened("messages", user=BOB))
    await bot.slack.wait_for(lambda: len(prompted(bot)) == 3)
    await bot.settle()
    greeting = greeting_page(engine().greeting()).text
    greeted = [post["channel"] for post in bot.posts() if post["text"] == greeting]
    assert greeted == [DM]


async def test_a_history_that_slack_does_not_give(bot: Bot) -> None:
    """Where the history cannot be read, nobody is greeted and nothing is said."""
    bot.slack.faults.error("missing_scope", "conversations.history")
    await bot.delivery.event(bot.slack.payloads.app_home_opened("messages"))
    await bot.slack.wait_for(lambda: bot.slack.calls_to("conversations.history"))
    await bot.settle()
    assert len(bot.posts()) == 1
