"""Every door in both modes, over real sockets."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot.slack import words
from bot.slack.blocks.answer import answer_text
from tests.local_slack import ALICE, BOB, BOT_USER, GENERAL

from .bots import MODES, OPEN_DATA, Bot, desk, running, unsure
from .reading import button_texts, labels, nodes, read, values

pytestmark = pytest.mark.parametrize("mode", MODES)
Scene = Callable[[Bot], Awaitable[None]]


def play(mode: str, scene: Scene) -> None:
    """Run a scene against a running bot."""

    async def stage() -> None:
        async with running(mode) as bot:
            await scene(bot)

    asyncio.run(stage())


def test_mention_gets_one_reply_in_its_thread(mode: str) -> None:
    """A mention in a channel is answered once, in a thread under it, with a top-level text."""

    async def scene(bot: Bot) -> None:
        mention = bot.slack.payloads.app_mention(OPEN_DATA)
        assert (await bot.delivery.event(mention)).ok
        await bot.settle()
        answer, _ = bot.posts()
        assert answer["thread_ts"] == mention["event"]["ts"]
        assert answer["text"] == answer_text(desk().ask(OPEN_DATA))
        assert "OD1" in read(answer)

    play(mode, scene)


def test_mention_inside_a_thread_is_answered_there(mode: str) -> None:
    """The reply to a mention in a thread goes to that thread."""

    async def scene(bot: Bot) -> None:
        parent = bot.slack.payloads.message("We talk about data.")
        mention = bot.slack.payloads.app_mention(OPEN_DATA, thread_ts=parent["event"]["ts"])
        await bot.delivery.event(mention)
        await bot.settle()
        assert bot.posts()[0]["thread_ts"] == parent["event"]["ts"]

    play(mode, scene)


def test_direct_message_is_answered_under_the_question(mode: str) -> None:
    """A direct message starts a thread with its answer; an empty wish for help gets help."""

    async def scene(bot: Bot) -> None:
        question = bot.slack.payloads.direct_message(OPEN_DATA)
        await bot.delivery.event(question)
        await bot.slack.wait_for(bot.posts)
        assert bot.posts()[0]["thread_ts"] == question["event"]["ts"]
        assert bot.posts()[0]["channel"] == question["event"]["channel"]
        await bot.delivery.event(bot.slack.payloads.direct_message("help"))
        await bot.slack.wait_for(lambda: len(bot.posts()) == 2)
        assert "/criteria" in read(bot.posts()[1])

    play(mode, scene)


def test_what_is_not_addressed_is_left_alone(mode: str) -> None:
    """Other people's talk, bots, edits, deletions, joinings and our own messages get no answer."""

    async def scene(bot: Bot) -> None:
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

    play(mode, scene)


def test_mention_and_its_message_twin_count_as_one(mode: str) -> None:
    """app_mention and message.channels for one mention give one answer, in either order."""

    async def scene(bot: Bot) -> None:
        for order in (1, -1):
            for payload in bot.slack.payloads.mention_twins(OPEN_DATA)[::order]:
                await bot.delivery.event(payload)
        await bot.settle()
        assert len(bot.posts()) == 3

    play(mode, scene)


def test_command_answers_privately_and_can_be_shared_once(mode: str) -> None:
    """/wwc answers the asker only; sharing posts once, even on a double click, and names them."""

    async def scene(bot: Bot) -> None:
        await bot.delivery.command(bot.slack.payloads.command("/wwc", OPEN_DATA))
        (private,) = await bot.slack.wait_for(bot.whispers)
        assert not bot.posts()
        assert words.SHARE in button_texts(private)
        clicks = [bot.slack.payloads.click(private, "share_answer") for _ in range(2)]
        await asyncio.gather(*map(bot.delivery.interactive, clicks))
        await bot.slack.wait_for(lambda: not bot.whispers())
        await bot.settle()
        public = [m for m in bot.slack.workspace.messages.values() if m["user"] == BOT_USER]
        shared = [m for m in public if "asked:" in m["text"]]
        assert len(shared) == 1
        assert f"<@{ALICE}>" in shared[0]["text"]
        assert OPEN_DATA in read(shared[0])
        assert words.SHARE not in button_texts(shared[0])

    play(mode, scene)


@pytest.mark.parametrize("text", ["", "help", " HELP "])
def test_command_without_a_question_teaches(mode: str, text: str) -> None:
    """/wwc and /wwc help list every way to reach the bot, from what is registered."""

    async def scene(bot: Bot) -> None:
        await bot.delivery.command(bot.slack.payloads.command("/wwc", text))
        (private,) = await bot.slack.wait_for(bot.whispers)
        for way in ("Mention", "/wwc", "/criteria", "Search criteria", "Home", "Workflow"):
            assert way in read(private)

    play(mode, scene)


def test_command_with_a_code_shows_that_criterion(mode: str) -> None:
    """/wwc SE3 shows SE3, with its official wording marked as such."""

    async def scene(bot: Bot) -> None:
        await bot.delivery.command(bot.slack.payloads.command("/wwc", "SE3"))
        (private,) = await bot.slack.wait_for(bot.whispers)
        card = desk().card("2018:SE3")
        assert card
        assert "SE3" in read(private)
        assert card.wording in read(private)
        assert words.OFFICIAL in read(private)

    play(mode, scene)


def test_command_about_a_payload(mode: str) -> None:
    """A question with the word payload, for which Bolt takes a form to be a click, is answered."""

    async def scene(bot: Bot) -> None:
        await bot.delivery.command(bot.slack.payloads.command("/wwc", "what is a payload"))
        await bot.slack.wait_for(bot.whispers)

    play(mode, scene)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", ["Open Data", "Rigorous Evaluations", "2018 standard", "2022 standard"]),
        ("help", ["Open Data", "Rigorous Evaluations", "2018 standard", "2022 standard"]),
        ("2018", ["Stakeholder Engagement", "2018 standard"]),
        ("open data", ["OD1", "Policy Generator"]),
        ("stakeholdr engagment", ["SE1", "SE3"]),
        ("rdc 2022", ["RDC1", "Results-Driven Contracting"]),
    ],
)
def test_criteria_lists(mode: str, typed: str, expected: list[str]) -> None:
    """/criteria lists the categories with counts, or the criteria of one."""

    async def scene(bot: Bot) -> None:
        await bot.delivery.command(bot.slack.payloads.command("/criteria", typed))
        (private,) = await bot.slack.wait_for(bot.whispers)
        for word in expected:
            assert word in read(private)

    play(mode, scene)


def test_criteria_of_an_unknown_category_offers_the_nearest(mode: str) -> None:
    """An unknown category gets the nearest names as buttons, and one of them opens its list."""

    async def scene(bot: Bot) -> None:
        await bot.delivery.command(bot.slack.payloads.command("/criteria", "<!channel> zoning"))
        (private,) = await bot.slack.wait_for(bot.whispers)
        assert "<!channel>" not in str(private)
        page = desk().category(values(private, "open_category_0")[0])
        click = bot.slack.payloads.click(private, "open_category_0")
        await bot.delivery.interactive(click)
        assert page
        await bot.slack.wait_for(lambda: page.lines[0].wording in read(bot.whispers()[0]))

    play(mode, scene)


def test_browsing_goes_from_categories_to_criteria_to_a_card(mode: str) -> None:
    """The buttons of /criteria lead to a category and on to a card, in the same private message."""

    async def scene(bot: Bot) -> None:
        await bot.delivery.command(bot.slack.payloads.command("/criteria"))
        (private,) = await bot.slack.wait_for(bot.whispers)
        await bot.delivery.interactive(bot.slack.payloads.click(private, "open_category_1"))
        await bot.slack.wait_for(lambda: values(bot.whispers()[0], "pick_entry_0"))
        entry = values(bot.whispers()[0], "pick_entry_0")[0]
        await bot.delivery.interactive(bot.slack.payloads.click(bot.whispers()[0], "pick_entry_0"))
        await bot.slack.wait_for(lambda: values(bot.whispers()[0], "share_card") == [entry])
        await bot.delivery.interactive(bot.slack.payloads.click(bot.whispers()[0], "share_card"))
        await bot.slack.wait_for(lambda: not bot.whispers())

    play(mode, scene)


def test_search_window_with_type_ahead(mode: str) -> None:
    """The global shortcut opens a window; typing offers options, and picking shows the card."""

    async def scene(bot: Bot) -> None:
        make, views = bot.slack.payloads, bot.slack.workspace.views
        await bot.delivery.interactive(make.global_shortcut())
        await bot.slack.wait_for(lambda: views)
        (view,) = views.values()
        ack = await bot.delivery.interactive(make.block_suggestion("open d", view))
        assert 0 < len(ack.body["options"]) <= 100
        chosen = ack.body["options"][0]
        await bot.delivery.interactive(make.click(view, "pick_criterion", value=chosen))
        card = desk().card(chosen["value"])
        assert card
        await bot.slack.wait_for(lambda: card.wording in read(views[view["id"]]))

    play(mode, scene)


def test_of_two_quick_picks_the_last_one_counts(mode: str) -> None:
    """Whoever picks again before the window has changed sees what they picked last."""

    async def scene(bot: Bot) -> None:
        make, views = bot.slack.payloads, bot.slack.workspace.views
        await bot.delivery.interactive(make.global_shortcut())
        await bot.slack.wait_for(lambda: views)
        (view,) = views.values()
        as_opened = dict(view)
        for entry_id in ("2018:OD1", "2018:SE3"):
            chosen = {"text": {"type": "plain_text", "text": "x"}, "value": entry_id}
            click = make.click(as_opened, "pick_criterion", value=chosen)
            await bot.delivery.interactive(click)
            card = desk().card(entry_id)
            assert card
            await bot.slack.wait_for(lambda card=card: card.wording in read(views[view["id"]]))

    play(mode, scene)


def test_a_long_question_is_shared_and_explained_as_it_was_answered(mode: str) -> None:
    """A question too long for a button is not cut: sharing and explaining show the same entry."""
    question = "our council met again and talked about the roads and the park. " * 40 + OPEN_DATA

    async def scene(bot: Bot) -> None:
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

    play(mode, scene)


def test_a_long_question_that_was_forgotten_is_said(mode: str) -> None:
    """After a restart a long question is gone; the buttons of its answer say so."""

    async def scene(bot: Bot) -> None:
        make = bot.slack.payloads
        await bot.delivery.command(make.command("/wwc", "a long story. " * 200 + OPEN_DATA))
        (private,) = await bot.slack.wait_for(bot.whispers)
        for node in nodes(private["blocks"]):
            if str(node.get("value")).startswith("long:"):
                node["value"] = "long:" + "0" * 64
        for action_id in ("why_this_answer", "share_answer"):
            await bot.delivery.interactive(make.click(private, action_id))
        await bot.slack.wait_for(lambda: len(bot.whispers()) == 3)
        assert [one["text"] for one in bot.whispers()[1:]] == [words.FORGOTTEN] * 2

    play(mode, scene)


def test_message_shortcut_shows_criteria_and_replies_once(mode: str) -> None:
    """The message shortcut names criteria and words; "Reply in thread" posts once."""

    async def scene(bot: Bot) -> None:
        make, views = bot.slack.payloads, bot.slack.workspace.views
        message = make.message(OPEN_DATA, user=BOB)
        await bot.delivery.interactive(make.message_shortcut(message))
        await bot.slack.wait_for(lambda: views)
        (view,) = views.values()
        assert words.MATCHED in read(view)
        assert words.REPLY_IN_THREAD in button_texts(view)
        clicks = [make.click(view, "reply_in_thread") for _ in range(2)]
        await asyncio.gather(*map(bot.delivery.interactive, clicks))
        await bot.slack.wait_for(lambda: words.POSTED in read(views[view["id"]]))
        await bot.settle()
        replies = [p for p in bot.posts() if p["thread_ts"] == message["event"]["ts"]]
        assert len(replies) == 1
        assert f"<@{ALICE}>" in read(replies[0])

    play(mode, scene)


def test_cards_open_on_top_of_the_window(mode: str) -> None:
    """From the criteria of a message a card opens on top, and what is picked there takes its place."""

    async def scene(bot: Bot) -> None:
        make, views = bot.slack.payloads, bot.slack.workspace.views
        await bot.delivery.interactive(make.message_shortcut(make.message(OPEN_DATA)))
        await bot.slack.wait_for(lambda: views)
        (below,) = views.values()
        await bot.delivery.interactive(make.click(below, "pick_entry_0"))
        await bot.slack.wait_for(lambda: len(views) == 2)
        (on_top,) = [view for view in views.values() if view["previous_view_id"]]
        card = desk().ask(OPEN_DATA).cards[0]
        assert card.wording in read(on_top)
        (other, *_) = card.crosswalk.choices if card.crosswalk else ()
        nearest = make.click(on_top, "pick_entry_40", value=other.entry_id)
        await bot.delivery.interactive(nearest)
        shown = desk().card(other.entry_id)
        assert shown
        await bot.slack.wait_for(lambda: shown.wording in read(views[on_top["id"]]))
        assert len(views) == 2

    play(mode, scene)


def test_message_that_touches_nothing(mode: str) -> None:
    """The message shortcut says so when a message touches no criterion."""

    async def scene(bot: Bot) -> None:
        make, views = bot.slack.payloads, bot.slack.workspace.views
        await bot.delivery.interactive(make.message_shortcut(make.message("qwxz vbnk")))
        await bot.slack.wait_for(lambda: views)
        (view,) = views.values()
        assert words.NOTHING_TOUCHED in read(view)

    play(mode, scene)


def test_home_tab(mode: str) -> None:
    """The Home tab: browse to a card and back, switch the standard, ask."""

    async def scene(bot: Bot) -> None:
        make, home = bot.slack.payloads, lambda: bot.slack.workspace.home(ALICE) or {"blocks": []}
        await bot.delivery.event(make.app_home_opened())
        await bot.slack.wait_for(lambda: words.NAME in read(home()))
        await bot.delivery.interactive(make.click(home(), "switch_standard_2018"))
        await bot.slack.wait_for(lambda: "Stakeholder Engagement" in read(home()))
        await bot.delivery.interactive(make.click(home(), "open_category_0"))
        await bot.slack.wait_for(lambda: values(home(), "pick_entry_0"))
        await bot.delivery.interactive(make.click(home(), "pick_entry_0"))
        await bot.slack.wait_for(
            lambda: words.OURS in read(home()) or words.OFFICIAL in read(home())
        )
        await bot.delivery.interactive(make.click(home(), "home_start"))
        await bot.slack.wait_for(lambda: values(home(), "switch_standard_2018"))
        await bot.delivery.interactive(make.click(home(), "home_ask", value=OPEN_DATA))
        await bot.slack.wait_for(lambda: OPEN_DATA in read(home()))
        assert "OD1" in read(home())

    play(mode, scene)


def test_workflow_step_completes_or_fails(mode: str) -> None:
    """The step completes with four texts when there is an answer, and fails with a sentence."""

    async def scene(bot: Bot) -> None:
        for question in (OPEN_DATA, "what is the best pizza in town?", ""):
            await bot.delivery.event(bot.slack.payloads.function_executed(question))
        without = bot.slack.payloads.function_executed("")
        del without["event"]["inputs"]
        await bot.delivery.event(without)
        done = bot.slack.calls_to
        await bot.slack.wait_for(lambda: len(done("functions.completeError")) == 3)
        await bot.slack.wait_for(lambda: done("functions.completeSuccess"))
        said = [call.params["error"] for call in done("functions.completeError")]
        assert said.count(words.NO_QUESTION) == 2
        outputs = done("functions.completeSuccess")[0].params["outputs"]
        card = desk().ask(OPEN_DATA).cards[0]
        assert outputs["code"] == card.choice.code
        assert outputs["title"] == card.choice.title
        assert outputs["url"] == card.resources[0].url
        assert card.wording in outputs["answer"]

    play(mode, scene)


def test_suggested_prompts_of_the_agent_tab(mode: str) -> None:
    """Opening the Messages tab suggests prompts without a thread; a legacy thread has its own."""

    async def scene(bot: Bot) -> None:
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

    play(mode, scene)


def test_why_feedback_person_and_removal(mode: str) -> None:
    """The buttons of an answer: why, votes, a person to ask, and removal by the asker alone."""

    async def scene(bot: Bot) -> None:
        make = bot.slack.payloads
        await bot.delivery.event(make.app_mention(OPEN_DATA))
        await bot.slack.wait_for(bot.posts)
        answer = next(m for m in bot.slack.workspace.messages.values() if m["user"] == BOT_USER)
        assert {words.WHY, words.ASK_A_PERSON, words.BROWSE} <= set(button_texts(answer))
        assert {"Helpful answer", words.REMOVE} <= set(labels(answer))
        for action_id, said in (
            ("why_this_answer", words.MATCHED),
            ("ask_a_person", desk().contact().wording),
            ("browse_criteria", "2022 standard"),
        ):
            await bot.delivery.interactive(make.click(answer, action_id, user=BOB))
            await bot.slack.wait_for(lambda said=said: said in read(*bot.whispers(BOB)))
        vote = values(answer, "feedback")[0]
        await bot.delivery.interactive(make.click(answer, "feedback", value=vote, user=BOB))
        await bot.slack.wait_for(lambda: words.THANKS in read(*bot.whispers(BOB)))
        await bot.delivery.interactive(make.click(answer, "remove_answer", user=BOB))
        await bot.slack.wait_for(lambda: words.NOT_YOURS in read(*bot.whispers(BOB)))
        key = (GENERAL, answer["ts"])
        assert key in bot.slack.workspace.messages
        await bot.delivery.interactive(make.click(answer, "remove_answer"))
        await bot.slack.wait_for(lambda: key not in bot.slack.workspace.messages)

    play(mode, scene)


def test_picking_what_was_meant_replaces_the_question_back(mode: str) -> None:
    """When the bot is unsure, the asker's pick takes the place of its message; others look on."""

    async def scene(bot: Bot) -> None:
        make = bot.slack.payloads
        await bot.delivery.event(make.app_mention(unsure()))
        await bot.slack.wait_for(bot.posts)
        message = next(m for m in bot.slack.workspace.messages.values() if m["user"] == BOT_USER)
        entry = values(message, "pick_entry_0")[0]
        card = desk().card(entry)
        assert card
        await bot.delivery.interactive(make.click(message, "pick_entry_0", user=BOB))
        await bot.slack.wait_for(lambda: card.wording in read(*bot.whispers(BOB)))
        await bot.delivery.interactive(make.click(message, "pick_entry_0"))
        await bot.slack.wait_for(lambda: card.wording in read(message))
        assert len(bot.posts()) == 1

    play(mode, scene)


def test_refusal_says_what_it_covers(mode: str) -> None:
    """A question about something else gets no answer, but what we cover and where to go."""

    async def scene(bot: Bot) -> None:
        await bot.delivery.event(bot.slack.payloads.app_mention("best pizza in town?"))
        await bot.slack.wait_for(bot.posts)
        refusal = bot.posts()[0]
        assert words.COVERS in read(refusal)
        assert {words.BROWSE, words.ASK_A_PERSON} <= set(button_texts(refusal))

    play(mode, scene)
