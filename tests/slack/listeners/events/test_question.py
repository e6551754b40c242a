"""A mention or a direct message: one answer in its thread, and silence otherwise."""

from bot.answers.texts import REFUSAL
from bot.slack import texts
from bot.slack.blocks.answer import answer_page
from bot.web.local_slack import ALICE, BOT_USER
from tests.slack.bots import OPEN_DATA, Bot, engine
from tests.slack.reading import button_texts, read


async def test_mention_gets_one_reply_in_its_thread(bot: Bot) -> None:
    """A mention in a channel is answered once, in a thread under it, with a top-level text."""
    mention = bot.slack.payloads.app_mention(OPEN_DATA)
    assert (await bot.delivery.event(mention)).ok
    await bot.settle()
    answer, _ = bot.posts()
    assert answer["thread_ts"] == mention["event"]["ts"]
    assert answer["text"] == answer_page(engine().ask(OPEN_DATA), ALICE).text
    assert answer["unfurl_links"] is False


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


async def test_a_thread_is_a_conversation(bot: Bot) -> None:
    """A mention in the thread goes on from the answer; in another thread it does not."""
    make = bot.slack.payloads
    mention = make.app_mention("what does OD1 ask?")
    await bot.delivery.event(mention)
    await bot.slack.wait_for(bot.posts)
    await bot.delivery.event(make.app_mention("why?", thread_ts=mention["event"]["ts"]))
    await bot.slack.wait_for(lambda: len(bot.posts()) == 2)
    assert "OD1" in read(bot.posts()[1])
    await bot.delivery.event(make.app_mention("why?"))
    await bot.slack.wait_for(lambda: len(bot.posts()) == 3)
    assert "OD1" not in read(bot.posts()[2])


async def test_direct_messages_are_a_conversation(bot: Bot) -> None:
    """One goes on below the answer or with a new message, and each thread keeps its subject."""
    make = bot.slack.payloads
    first = make.direct_message("what does OD1 ask?")
    await bot.delivery.event(first)
    await bot.slack.wait_for(bot.posts)
    await bot.delivery.event(make.direct_message("why?"))
    await bot.slack.wait_for(lambda: len(bot.posts()) == 2)
    assert "OD1" in read(bot.posts()[1])
    await bot.delivery.event(make.direct_message("what does EVAL2 ask?"))
    await bot.slack.wait_for(lambda: len(bot.posts()) == 3)
    await bot.delivery.event(make.direct_message("why?", thread_ts=first["event"]["ts"]))
    await bot.slack.wait_for(lambda: len(bot.posts()) == 4)
    assert "OD1" in read(bot.posts()[3])
    await bot.delivery.event(make.direct_message("why?"))
    await bot.slack.wait_for(lambda: len(bot.posts()) == 5)
    assert "OD1" in read(bot.posts()[4])


async def test_refusal_says_what_it_covers(bot: Bot) -> None:
    """A question about something else gets no answer, but what we cover and where to go."""
    await bot.delivery.event(bot.slack.payloads.app_mention("best pizza in town?"))
    await bot.slack.wait_for(bot.posts)
    refusal = bot.posts()[0]
    assert REFUSAL in read(refusal)
    assert {texts.BROWSE, texts.ASK_A_PERSON} <= set(button_texts(refusal))
