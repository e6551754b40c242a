"""What stands below an answer: sharing, explaining, picking, voting, removing; in both modes."""

from bot.answers.texts import REFUSAL
from bot.slack import texts
from bot.web.local_slack import BOB, BOT_USER, GENERAL

from .bots import OPEN_DATA, Bot, engine, unsure
from .reading import button_texts, labels, nodes, read, values


async def test_a_long_question_is_shared_and_explained_as_it_was_answered(bot: Bot) -> None:
    """A question too long for a button is not cut: sharing and explaining show the same entry."""
    question = "our council met again and talked about the roads and the park. " * 40 + OPEN_DATA
    make = bot.slack.payloads
    await bot.delivery.command(make.command("/wwc", question))
    (private,) = await bot.slack.wait_for(bot.whispers)
    await bot.delivery.interactive(make.click(private, "why_this_answer"))
    await bot.slack.wait_for(lambda: len(bot.whispers()) == 2)
    assert private["text"][:3] in bot.whispers()[1]["text"]
    await bot.delivery.interactive(make.click(private, "share_answer"))
    messages = bot.slack.workspace.messages
    await bot.slack.wait_for(lambda: any("asked:" in m["text"] for m in messages.values()))
    (shared,) = [m for m in messages.values() if "asked:" in m["text"]]
    assert private["text"] in shared["text"]


async def test_a_long_question_that_was_forgotten_is_said(bot: Bot) -> None:
    """After a restart a long question is gone; the buttons of its answer say so."""
    make = bot.slack.payloads
    await bot.delivery.command(make.command("/wwc", "a long story. " * 200 + OPEN_DATA))
    (private,) = await bot.slack.wait_for(bot.whispers)
    for node in nodes(private["blocks"]):
        if str(node.get("value")).startswith("long:"):
            node["value"] = "long:" + "0" * 16
    for action_id in ("why_this_answer", "share_answer"):
        await bot.delivery.interactive(make.click(private, action_id))
    await bot.slack.wait_for(lambda: len(bot.whispers()) == 3)
    assert [one["text"] for one in bot.whispers()[1:]] == [texts.FORGOTTEN] * 2


async def test_why_feedback_person_and_removal(bot: Bot) -> None:
    """The buttons of an answer: why, votes, a person to ask, and removal by the asker alone."""
    make = bot.slack.payloads
    await bot.delivery.event(make.app_mention(OPEN_DATA))
    await bot.slack.wait_for(bot.posts)
    answer = next(m for m in bot.slack.workspace.messages.values() if m["user"] == BOT_USER)
    assert {texts.WHY, texts.ASK_A_PERSON, texts.BROWSE} <= set(button_texts(answer))
    assert {"Helpful answer", texts.REMOVE} <= set(labels(answer))
    for action_id, said in (
        ("why_this_answer", texts.MATCHED),
        ("ask_a_person", engine().contact().wording),
        ("browse_criteria", "2022 standard"),
    ):
        await bot.delivery.interactive(make.click(answer, action_id, user=BOB))
        await bot.slack.wait_for(lambda said=said: said in read(*bot.whispers(BOB)))
    vote = values(answer, "feedback")[0]
    await bot.delivery.interactive(make.click(answer, "feedback", value=vote, user=BOB))
    await bot.slack.wait_for(lambda: texts.THANKS in read(*bot.whispers(BOB)))
    await bot.delivery.interactive(make.click(answer, "remove_answer", user=BOB))
    await bot.slack.wait_for(lambda: texts.NOT_YOURS in read(*bot.whispers(BOB)))
    key = (GENERAL, answer["ts"])
    assert key in bot.slack.workspace.messages
    await bot.delivery.interactive(make.click(answer, "remove_answer"))
    await bot.slack.wait_for(lambda: key not in bot.slack.workspace.messages)


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


async def test_refusal_says_what_it_covers(bot: Bot) -> None:
    """A question about something else gets no answer, but what we cover and where to go."""
    await bot.delivery.event(bot.slack.payloads.app_mention("best pizza in town?"))
    await bot.slack.wait_for(bot.posts)
    refusal = bot.posts()[0]
    assert REFUSAL in read(refusal)
    assert {texts.BROWSE, texts.ASK_A_PERSON} <= set(button_texts(refusal))
