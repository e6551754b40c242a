"""The prompts of the Messages tab and of a legacy assistant thread."""

from bot.web.local_slack import Call
from tests.slack.bots import Bot


async def test_suggested_prompts_of_the_agent_tab(bot: Bot) -> None:
    """Opening the Messages tab suggests prompts without a thread; a legacy thread has its own."""
    make = bot.slack.payloads

    def calls() -> list[Call]:
        return bot.slack.calls_to("assistant.threads.setSuggestedPrompts")

    await bot.delivery.event(make.app_home_opened("messages"))
    await bot.slack.wait_for(calls)
    assert "thread_ts" not in calls()[0].params
    assert len(calls()[0].params["prompts"]) <= 4
    started = make.assistant_thread_started()
    await bot.delivery.event(started)
    await bot.slack.wait_for(lambda: len(calls()) == 2)
    thread = started["event"]["assistant_thread"]
    assert calls()[1].params["thread_ts"] == thread["thread_ts"]
    assert (await bot.delivery.event(make.assistant_thread_context_changed())).ok
