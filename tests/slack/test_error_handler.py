"""When something goes wrong, a plain sentence stands where the person is."""

import json
import logging
from typing import Any

import pytest

from bot.engine import Engine
from bot.ops.logs import RedactingFormatter
from bot.slack import texts
from bot.web.local_slack import ALICE, BOT_USER, GENERAL, LocalSlack

from .bots import OPEN_DATA, Bot, health, running
from .reading import read, values

SECRET_QUESTION = "do we need an ordinance for the mayor's secret lighthouse"


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the engine fail with an exception that quotes the question."""

    def fail(_: Engine, question: str, *_conversation: str | None) -> Any:
        raise ValueError(question)

    monkeypatch.setattr(Engine, "ask", fail)
    monkeypatch.setattr(Engine, "touched", fail)


@pytest.mark.usefixtures("broken")
async def test_a_bug_is_told_in_every_place(mode: str, caplog: pytest.LogCaptureFixture) -> None:
    """Thread, private reply, shortcut, Home tab and step get the sentence, the log no text."""
    caplog.set_level(logging.DEBUG)
    async with running(mode) as bot:
        make, slack = bot.slack.payloads, bot.slack
        mention = make.app_mention(SECRET_QUESTION)
        assert (await bot.delivery.event(mention)).ok
        await slack.wait_for(bot.posts)
        assert bot.posts()[0]["text"] == texts.SORRY
        assert bot.posts()[0]["thread_ts"] == mention["event"]["ts"]
        assert (await bot.delivery.command(make.command("/wwc", SECRET_QUESTION))).ok
        await slack.wait_for(lambda: texts.SORRY in read(*bot.whispers()))
        shortcut = make.message_shortcut(make.message(SECRET_QUESTION))
        assert (await bot.delivery.interactive(shortcut)).ok
        await slack.wait_for(lambda: len(bot.whispers()) == 2)
        await bot.delivery.event(make.app_home_opened())
        home = await slack.wait_for(lambda: slack.workspace.home(ALICE))
        ask = make.click(home, "home_ask", value=SECRET_QUESTION)
        assert (await bot.delivery.interactive(ask)).ok
        await slack.wait_for(lambda: texts.SORRY in read(slack.workspace.home(ALICE)))
        await bot.delivery.event(make.function_executed(SECRET_QUESTION))
        await slack.wait_for(lambda: slack.calls_to("functions.completeError"))
        assert slack.calls_to("functions.completeError")[0].params["error"] == texts.SORRY
    logged = "\n".join(map(RedactingFormatter().format, caplog.records))
    assert "lighthouse" not in logged
    assert LocalSlack.bot_token not in logged
    assert "ValueError" in logged
    assert "never retrieved" not in logged


async def test_expired_trigger(bot: Bot) -> None:
    """A window that Slack will not open any more is told: privately, or in a direct message."""
    make = bot.slack.payloads
    bot.slack.faults.error("expired_trigger_id", "views.open", times=2)
    await bot.delivery.interactive(make.message_shortcut(make.message(OPEN_DATA)))
    await bot.slack.wait_for(lambda: texts.SORRY_EXPIRED in read(*bot.whispers()))
    await bot.delivery.interactive(make.global_shortcut())
    await bot.slack.wait_for(bot.posts)
    assert bot.posts()[0]["text"] == texts.SORRY_EXPIRED
    assert bot.posts()[0]["channel"] == ALICE


@pytest.mark.parametrize("code", ["is_archived", "restricted_action_read_only_channel"])
async def test_a_channel_where_we_may_not_write(bot: Bot, code: str) -> None:
    """A mention where Slack takes no answer is told to the asker in a direct message."""
    bot.slack.faults.error(code, "chat.postMessage")
    await bot.delivery.event(bot.slack.payloads.app_mention(OPEN_DATA))
    await bot.slack.wait_for(bot.posts)
    (told,) = bot.posts()
    assert (told["channel"], told["text"]) == (ALICE, texts.SORRY_CLOSED)


async def test_a_command_whose_response_url_is_gone_in_a_closed_channel(bot: Bot) -> None:
    """Where neither the response_url nor the channel takes a word, the person is told directly."""
    command = bot.slack.payloads.command("/wwc", OPEN_DATA)
    bot.slack.workspace.outside.add(GENERAL)
    path = command["response_url"].removeprefix(bot.slack.url)
    bot.slack.workspace.response_urls[path].expires = 0
    await bot.delivery.command(command)
    await bot.slack.wait_for(bot.posts)
    assert bot.posts()[0]["channel"] == ALICE


async def test_reply_in_a_channel_without_us(bot: Bot) -> None:
    """A reply that goes no way is told on top of the window, which stays usable."""
    make, place = bot.slack.payloads, bot.slack.workspace
    (view,) = await touched_without_response_url(bot)
    place.outside.add(GENERAL)
    await bot.delivery.interactive(make.click(view, "reply_in_thread"))
    await bot.slack.wait_for(lambda: len(place.views) == 2)
    (pushed,) = [one for one in place.views.values() if one["id"] != view["id"]]
    assert "/invite" in read(pushed)
    place.outside.clear()
    await bot.delivery.interactive(make.click(view, "reply_in_thread"))
    await bot.slack.wait_for(bot.posts)


async def test_a_window_that_takes_nothing_on_top_is_changed(bot: Bot) -> None:
    """Where Slack opens no window on top of one, the sentence is put into the one that is there."""
    make, place = bot.slack.payloads, bot.slack.workspace
    (view,) = await touched_without_response_url(bot)
    place.outside.add(GENERAL)
    bot.slack.faults.error("push_limit_reached", "views.push")
    await bot.delivery.interactive(make.click(view, "reply_in_thread"))
    await bot.slack.wait_for(lambda: "/invite" in read(place.views[view["id"]]))
    assert len(place.views) == 1


async def touched_without_response_url(bot: Bot) -> list[dict[str, Any]]:
    """Open the window about a message, from a shortcut that brings no response_url."""
    shortcut = bot.slack.payloads.message_shortcut(bot.slack.payloads.message(OPEN_DATA))
    del shortcut["response_url"]
    await bot.delivery.interactive(shortcut)
    await bot.slack.wait_for(lambda: bot.slack.workspace.views)
    return list(bot.slack.workspace.views.values())


async def test_share_falls_back_when_the_response_url_is_spent(bot: Bot) -> None:
    """A share whose response_url is spent is posted; the person sees one public answer."""
    make = bot.slack.payloads
    await bot.delivery.command(make.command("/wwc", OPEN_DATA))
    (private,) = await bot.slack.wait_for(bot.whispers)
    click = make.click(private, "share_answer")
    path = click["response_url"].removeprefix(bot.slack.url)
    bot.slack.workspace.response_urls[path].expires = 0
    await bot.delivery.interactive(click)
    await bot.slack.wait_for(bot.posts)
    assert f"<@{ALICE}>" in bot.posts()[0]["text"]
    await bot.settle()
    assert bot.whispers() == [private]


async def test_revoked_token_is_logged_and_unhealthy(
    mode: str, caplog: pytest.LogCaptureFixture
) -> None:
    """A revoked token does not crash the bot: the log says what to do, /healthz says down."""
    async with running(mode) as bot:
        bot.slack.faults.revoke_token()
        assert (await bot.delivery.event(bot.slack.payloads.app_mention(OPEN_DATA))).ok
        await bot.slack.wait_for(lambda: len(bot.slack.calls_to("chat.postMessage")) >= 2)
        status, body = await health(bot)
        assert (status, body["status"]) == (503, "down")
        bot.slack.faults.restore_token()
    assert "SLACK_BOT_TOKEN" in caplog.text


async def test_uninstalled_app_is_unhealthy(bot: Bot) -> None:
    """app_uninstalled and tokens_revoked are acknowledged and make /healthz say so."""
    assert (await health(bot))[0] == 200
    for payload in (bot.slack.payloads.app_uninstalled(), bot.slack.payloads.tokens_revoked()):
        assert (await bot.delivery.event(payload)).ok
    assert (await health(bot))[0] == 503


async def test_what_nobody_waits_for_is_left_alone(bot: Bot) -> None:
    """Events that we do not listen to are acknowledged, and nobody is told."""
    assert (await bot.delivery.event(bot.slack.payloads.link_shared("https://example.org/x"))).ok
    await bot.settle()
    assert len(bot.posts()) == 1


async def test_what_belongs_to_another_version_is_told(
    mode: str, caplog: pytest.LogCaptureFixture
) -> None:
    """A renamed command, an old button, shortcut or step gets a sentence, and a line in the log."""
    async with running(mode) as bot:
        make, slack = bot.slack.payloads, bot.slack
        assert (await bot.delivery.command(make.command("/certify", OPEN_DATA))).ok
        await slack.wait_for(lambda: texts.OLD_BUTTON in read(*bot.whispers()))
        await bot.delivery.command(make.command("/wwc", "help"))
        private = (await slack.wait_for(lambda: bot.whispers()[1:]))[0]
        click = make.click(private, "browse_criteria")
        click["actions"][0]["action_id"] = "button_of_last_year"
        assert (await bot.delivery.interactive(click)).ok
        await slack.wait_for(lambda: len(bot.whispers()) == 3)
        assert (await bot.delivery.interactive(make.global_shortcut("old_search"))).ok
        await slack.wait_for(bot.posts)
        assert bot.posts()[0]["text"] == texts.OLD_BUTTON
        step = make.function_executed(OPEN_DATA, callback_id="old_step")
        assert (await bot.delivery.event(step)).ok
        await slack.wait_for(lambda: slack.calls_to("functions.completeError"))
        error = slack.calls_to("functions.completeError")[0].params["error"]
        assert error == texts.UNKNOWN_STEP
    for used in ("/certify", "button_of_last_year", "old_search", "old_step"):
        assert any(used in message for message in caplog.messages)


ODD = (
    {"type": "event_callback", "event": None},
    {"type": "event_callback", "authorizations": "x", "event": {"type": "message"}},
    {"type": "block_actions", "actions": []},
    {"type": "view_submission", "view": None},
)


async def test_what_bolt_cannot_read(mode: str, caplog: pytest.LogCaptureFixture) -> None:
    """A payload that is no event or click is refused over HTTP, and acknowledged on a socket."""
    async with running(mode) as bot:
        for payload in ODD:
            ack = await bot.delivery.event(payload)
            assert ack.status == {"http": 400, "socket": 200}[mode]
        bot.slack.violations.clear()
    assert not [record for record in caplog.records if record.exc_info]


async def test_a_window_that_was_closed_meanwhile(
    mode: str, caplog: pytest.LogCaptureFixture
) -> None:
    """A reply is posted although its window was closed, and nothing is wrong about that."""
    async with running(mode) as bot:
        make, place = bot.slack.payloads, bot.slack.workspace
        await bot.delivery.interactive(make.message_shortcut(make.message(OPEN_DATA)))
        await bot.slack.wait_for(lambda: place.views)
        (view,) = place.views.values()
        click = make.click(view, "reply_in_thread")
        place.close(view)
        await bot.delivery.interactive(click)
        await bot.slack.wait_for(lambda: bot.slack.calls_to("views.update"))
        bot.slack.violations.clear()  # not_found, which the bot could not foresee
        await bot.settle()
        assert len(bot.posts()) == 2
    assert "failed" not in caplog.text


@pytest.mark.usefixtures("broken")
async def test_a_bug_and_a_spent_response_url(bot: Bot) -> None:
    """Where the response_url is of no use either, the person is told privately in the channel."""
    command = bot.slack.payloads.command("/wwc", OPEN_DATA)
    path = command["response_url"].removeprefix(bot.slack.url)
    bot.slack.workspace.response_urls[path].expires = 0
    await bot.delivery.command(command)
    await bot.slack.wait_for(bot.whispers)
    assert bot.whispers()[0]["text"] == texts.SORRY


async def test_an_entry_that_is_gone_is_not_shared(bot: Bot) -> None:
    """Sharing a card that the knowledge has lost is told to the person, not to the channel."""
    make = bot.slack.payloads
    await bot.delivery.command(make.command("/criteria", "open data"))
    (private,) = await bot.slack.wait_for(bot.whispers)
    await bot.delivery.interactive(make.click(private, "pick_entry_0"))
    await bot.slack.wait_for(lambda: values(bot.whispers()[0], "share_answer"))
    click = make.click(bot.whispers()[0], "share_answer")
    click["actions"][0]["value"] = "\n2014:XX1\n"
    await bot.delivery.interactive(click)
    await bot.slack.wait_for(lambda: texts.UNKNOWN_ENTRY in read(*bot.whispers()))
    assert BOT_USER not in [said["user"] for said in bot.slack.workspace.messages.values()]


async def test_smuggled_mentions_and_links(bot: Bot) -> None:
    """What somebody typed comes back as they typed it, and Slack reads no markup into it."""
    nasty = "open <!channel> <!here> <@U0BOB00001> <https://evil.example|data> *policy* ```x```"
    make = bot.slack.payloads
    typed = nasty.replace("<", "&lt;").replace(">", "&gt;")
    for text in (nasty, typed):
        await bot.delivery.command(make.command("/wwc", text))
        await bot.delivery.command(make.command("/criteria", text))
        await bot.delivery.event(make.app_mention(text))
    await bot.slack.wait_for(lambda: len(bot.whispers()) == 4)
    share = make.click(bot.whispers()[0], "share_answer")
    await bot.delivery.interactive(share)
    await bot.delivery.event(make.app_home_opened())
    home = await bot.slack.wait_for(lambda: bot.slack.workspace.home(ALICE))
    ask = make.click(home, "home_ask", value=nasty)
    await bot.delivery.interactive(ask)
    await bot.settle()
    sent = [call.params for call in [*bot.slack.calls, *bot.slack.responses]]
    for smuggled in ("<!channel>", "<!here>", "<@U0BOB00001>", "<https://evil.example"):
        assert smuggled not in json.dumps(sent)
