"""Messages, the Home tab, the agent tab and the workflow step, in both modes, over real sockets."""

from bot.answers.texts import PROGRAM
from bot.slack import texts
from bot.slack.blocks.answer import answer_text
from bot.web.local_slack import ALICE, BOT_USER

from .bots import OPEN_DATA, Bot, engine
from .reading import read, values


async def test_mention_gets_one_reply_in_its_thread(bot: Bot) -> None:
    """A mention in a channel is answered once, in a thread under it, with a top-level text."""
    mention = bot.slack.payloads.app_mention(OPEN_DATA)
    assert (await bot.delivery.event(mention)).ok
    await bot.settle()
    answer, _ = bot.posts()
    assert answer["thread_ts"] == mention["event"]["ts"]
    assert answer["text"] == answer_text(engine().ask(OPEN_DATA))
    assert "OD1" in read(answer)


async def test_mention_inside_a_thread_is_answered_there(bot: Bot) -> None:
    """The reply to a mention in a thread goes to that thread."""
    parent = bot.slack.payloads.message("We talk about data.")
    mention = bot.slack.payloads.app_mention(OPEN_DATA, thread_ts=parent["event"]["ts"])
    await bot.delivery.event(mention)
    await bot.settle()
    assert bot.posts()[0]["thread_ts"] == parent["event"]["ts"]


async def test_direct_message_is_answered_under_the_question(bot: Bot) -> None:
    """A direct message starts a thread with its answer; an empty wish for help gets help."""
    question = bot.slack.payloads.direct_message(OPEN_DATA)
    await bot.delivery.event(question)
    await bot.slack.wait_for(bot.posts)
    assert bot.posts()[0]["thread_ts"] == question["event"]["ts"]
    assert bot.posts()[0]["channel"] == question["event"]["channel"]
    await bot.delivery.event(bot.slack.payloads.direct_message("help"))
    await bot.slack.wait_for(lambda: len(bot.posts()) == 2)
    assert "/criteria" in read(bot.posts()[1])


async def test_what_is_not_addressed_is_left_alone(bot: Bot) -> None:
    """Other people's talk, bots, edits, deletions, joinings and our own messages get no answer."""
    make = bot.slack.payloads
    said = make.direct_message("good morning")
    for payload in (
        make.message(OPEN_DATA),
        make.bot_message(f"<@{BOT_USER}> {OPEN_DATA}"),
        make.bot_message(OPEN_DATA, legacy=True),
        make.message_changed(said, OPEN_DATA),
        make.message_deleted(said),
        make.channel_join(),
        make.own_message(OPEN_DATA),
    ):
        assert (await bot.delivery.event(payload)).ok
    await bot.settle()
    assert len(bot.posts()) == 1


async def test_mention_and_its_message_twin_count_as_one(bot: Bot) -> None:
    """app_mention and message.channels for one mention give one answer, in either order."""
    for order in (1, -1):
        for payload in bot.slack.payloads.mention_twins(OPEN_DATA)[::order]:
            await bot.delivery.event(payload)
    await bot.settle()
    assert len(bot.posts()) == 3


async def test_home_tab(bot: Bot) -> None:
    """The Home tab: browse to a card and back, switch the standard, ask."""
    make, home = bot.slack.payloads, lambda: bot.slack.workspace.home(ALICE) or {"blocks": []}
    await bot.delivery.event(make.app_home_opened())
    await bot.slack.wait_for(lambda: PROGRAM in read(home()))
    await bot.delivery.interactive(make.click(home(), "switch_standard_2018"))
    await bot.slack.wait_for(lambda: "Stakeholder Engagement" in read(home()))
    await bot.delivery.interactive(make.click(home(), "open_category_0"))
    await bot.slack.wait_for(lambda: values(home(), "pick_entry_0"))
    await bot.delivery.interactive(make.click(home(), "pick_entry_0"))
    await bot.slack.wait_for(
        lambda: "wording" in read(home()) or "in our own words" in read(home())
    )
    await bot.delivery.interactive(make.click(home(), "home_start"))
    await bot.slack.wait_for(lambda: values(home(), "switch_standard_2018"))
    await bot.delivery.interactive(make.click(home(), "home_ask", value=OPEN_DATA))
    await bot.slack.wait_for(lambda: OPEN_DATA in read(home()))
    assert "OD1" in read(home())


async def test_workflow_step_completes_or_fails(bot: Bot) -> None:
    """The step completes with four texts when there is an answer, and fails with a sentence."""
    for question in (OPEN_DATA, "what is the best pizza in town?", ""):
        await bot.delivery.event(bot.slack.payloads.function_executed(question))
    without = bot.slack.payloads.function_executed("")
    del without["event"]["inputs"]
    await bot.delivery.event(without)
    done = bot.slack.calls_to
    await bot.slack.wait_for(lambda: len(done("functions.completeError")) == 3)
    await bot.slack.wait_for(lambda: done("functions.completeSuccess"))
    said = [call.params["error"] for call in done("functions.completeError")]
    assert said.count(texts.NO_QUESTION) == 2
    outputs = done("functions.completeSuccess")[0].params["outputs"]
    card = engine().ask(OPEN_DATA).cards[0]
    assert outputs["code"] == card.choice.code
    assert outputs["title"] == card.choice.title
    assert outputs["url"] == card.resources[0].url
    assert card.wording in outputs["answer"]


async def test_suggested_prompts_of_the_agent_tab(bot: Bot) -> None:
    """Opening the Messages tab suggests prompts without a thread; a legacy thread has its own."""
    make = bot.slack.payloads
    await bot.delivery.event(make.app_home_opened("messages"))
    calls = lambda: bot.slack.calls_to("assistant.threads.setSuggestedPrompts")  # noqa: E731
    await bot.slack.wait_for(calls)
    assert "thread_ts" not in calls()[0].params
    assert len(calls()[0].params["prompts"]) <= 4
    started = make.assistant_thread_started()
    await bot.delivery.event(started)
    await bot.slack.wait_for(lambda: len(calls()) == 2)
    thread = started["event"]["assistant_thread"]
    assert calls()[1].params["thread_ts"] == thread["thread_ts"]
    assert (await bot.delivery.event(make.assistant_thread_context_changed())).ok
