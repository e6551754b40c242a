"""The local Slack takes what Slack takes, refuses what Slack refuses, and fails when told to."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import ClientError, ClientSession, WSServerHandshakeError, web
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.models.blocks import ButtonElement, SectionBlock
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from . import ALICE, BOB, BOT_USER, DM, GENERAL, Delivery, LocalSlack, Violation
from .samples import (
    TYPE_AHEAD,
    actions,
    button,
    entry,
    feedback,
    foot,
    modal,
    option,
    section,
    select,
    words,
)
from .schema import Json
from .socket_mode import Connection

MODES = pytest.mark.parametrize("mode", ["socket", "http"])


# The server, spoken to with Slack's own client


def client(slack: LocalSlack, token: str | None = None, **more: Any) -> AsyncWebClient:
    """Point Slack's own client at the local Slack."""
    return AsyncWebClient(token or slack.bot_token, base_url=slack.api_url, **more)


async def refusal(call: Awaitable[Any]) -> str:
    """Make a call that is refused, and give the error."""
    with pytest.raises(SlackApiError) as caught:
        await call
    return str(caught.value.response["error"])


def with_slack(**settings: Any) -> Callable[[Callable[[LocalSlack], Awaitable[None]]], Any]:
    """Run a coroutine function as a test with a fresh Slack."""

    def wrap(test: Callable[[LocalSlack], Awaitable[None]]) -> Any:
        def run() -> None:
            async def go() -> None:
                async with LocalSlack(**settings) as slack:
                    await test(slack)

            asyncio.run(go())

        run.__doc__, run.__name__ = test.__doc__, test.__name__
        return run

    return wrap


@with_slack()
async def test_forms_and_json_are_read_alike(slack: LocalSlack) -> None:
    """Slack reads blocks from JSON and from a form, and records both as objects."""
    blocks = [SectionBlock(text="Hello", accessory=ButtonElement(text="Go", action_id="go"))]
    await client(slack).chat_postMessage(channel=GENERAL, text="Hello", blocks=blocks)
    form = {"channel": GENERAL, "text": "Hello", "blocks": json.dumps([section()])}
    await client(slack).api_call("chat.postMessage", data=form)
    shown = [call.params["blocks"][0]["type"] for call in slack.calls_to("chat.postMessage")]
    assert shown == ["section", "section"]
    assert slack.violations == []


@with_slack()
async def test_refusals_are_worded_as_slack_does(slack: LocalSlack) -> None:
    """A refused call is answered with an error and pointers, and kept as a violation."""
    with pytest.raises(SlackApiError) as caught:
        await client(slack).chat_postMessage(channel=GENERAL, text="a", blocks=[section("")])
    line = "[ERROR] must be more than 0 characters [json-pointer:/blocks/0/text/text]"
    assert caught.value.response.data == {
        "ok": False,
        "error": "invalid_blocks",
        "response_metadata": {"messages": [line]},
    }
    assert slack.violations == [Violation("chat.postMessage", "invalid_blocks", (line,))]


@with_slack()
async def test_calls_that_make_no_sense_are_refused(slack: LocalSlack) -> None:
    """Unknown methods, tokens of the wrong sort and wrong arguments each have their error."""
    bot, ghost = client(slack), client(slack, "xoxb-ghost")
    app = client(slack, slack.app_token)
    nobody = AsyncWebClient(base_url=slack.api_url)
    post = "chat.postMessage"
    odd = {"channel": GENERAL, "text": "a", "colour": "red"}
    cases = [
        (bot.api_call("chat.postMassage"), "unknown_method"),
        (nobody.auth_test(), "not_authed"),
        (ghost.auth_test(), "invalid_auth"),
        (app.auth_test(), "not_allowed_token_type"),
        (bot.apps_connections_open(app_token=slack.bot_token), "not_allowed_token_type"),
        (bot.api_call(post, json={"text": "a"}), "invalid_arguments"),
        (bot.api_call(post, json=odd), "invalid_arguments"),
        (bot.api_call(post, data={"channel": GENERAL, "blocks": "[{"}), "invalid_blocks_format"),
        (bot.chat_postMessage(channel="C404", text="a"), "channel_not_found"),
        (bot.chat_postMessage(channel=GENERAL, text="a", thread_ts="1"), "invalid_arguments"),
        (bot.chat_postEphemeral(channel=GENERAL, user="U404", text="a"), "user_not_in_channel"),
        (bot.users_info(user="U404"), "user_not_found"),
        (bot.chat_update(channel=GENERAL, ts="1700000000.000001", text="a"), "message_not_found"),
    ]
    assert [await refusal(call) for call, _ in cases] == [error for _, error in cases]
    assert [each.error for each in slack.violations] == [error for _, error in cases]


@with_slack()
async def test_a_bot_changes_its_own_messages_only(slack: LocalSlack) -> None:
    """The bot edits and deletes what it wrote, and nothing that others wrote or that is private."""
    bot = client(slack)
    theirs = slack.payloads.message("mine")["event"]["ts"]
    own = await bot.chat_postMessage(channel=GENERAL, text="one", blocks=[section("one")])
    whisper = await bot.chat_postEphemeral(channel=GENERAL, user=ALICE, text="psst")
    await bot.chat_update(channel=GENERAL, ts=own["ts"], text="two")
    message = slack.workspace.messages[GENERAL, own["ts"]]
    assert (message["text"], message["blocks"][0]["text"]["text"]) == ("two", "one")
    unseen = bot.chat_update(channel=GENERAL, ts=whisper["message_ts"], text="a")
    assert await refusal(unseen) == "message_not_found"
    alien = bot.chat_update(channel=GENERAL, ts=theirs, text="a")
    assert await refusal(alien) == "cant_update_message"
    assert await refusal(bot.chat_delete(channel=GENERAL, ts=theirs)) == "cant_delete_message"
    await bot.reactions_add(channel=GENERAL, name="eyes", timestamp=theirs)
    link = await bot.chat_getPermalink(channel=GENERAL, message_ts=own["ts"])
    assert link["permalink"].endswith(f"/{GENERAL}/p{own['ts'].replace('.', '')}")
    await bot.chat_delete(channel=GENERAL, ts=own["ts"])
    assert (GENERAL, own["ts"]) not in slack.workspace.messages


@with_slack()
async def test_long_texts_are_taken_with_advice(slack: LocalSlack) -> None:
    """A text of more than 4,000 characters is posted and noted, and refused in an update."""
    posted = await client(slack).chat_postMessage(channel=GENERAL, text="x" * 4_001)
    assert slack.violations == []
    assert "4000" in slack.advice[0]
    update = client(slack).chat_update(channel=GENERAL, ts=posted["ts"], text="x" * 4_001)
    assert await refusal(update) == "msg_too_long"


@with_slack()
async def test_a_trigger_is_for_one_use_within_three_seconds(slack: LocalSlack) -> None:
    """A trigger_id opens one window, goes stale after three seconds and cannot be made up."""
    bot, view = client(slack), modal(section())
    trigger = slack.payloads.global_shortcut()["trigger_id"]
    await bot.views_open(trigger_id=trigger, view=view)
    again = bot.views_open(trigger_id=trigger, view=view)
    assert await refusal(again) == "exchanged_trigger_id"
    late = slack.payloads.command("/wwc")["trigger_id"]
    slack.advance(3.1)
    assert await refusal(bot.views_open(trigger_id=late, view=view)) == "expired_trigger_id"
    assert await refusal(bot.views_open(trigger_id="1.2.3", view=view)) == "invalid_trigger_id"


@with_slack()
async def test_windows_stack_and_homes_are_published(slack: LocalSlack) -> None:
    """Three windows stack at most, a stale hash is refused and a Home tab comes with its event."""
    bot, view = client(slack), modal(section(), external_id="top")
    first = await bot.views_open(trigger_id=slack.workspace.trigger(), view=modal(section()))
    top = first["view"]["id"]
    for _ in range(2):
        trigger = slack.workspace.trigger(top)
        top = (await bot.views_push(trigger_id=trigger, view=modal(section())))["view"]["id"]
    full = bot.views_push(trigger_id=slack.workspace.trigger(top), view=view)
    assert await refusal(full) == "push_limit_reached"
    stale = bot.views_update(view_id=top, view=view, hash="1.0")
    assert await refusal(stale) == "hash_conflict"
    await bot.views_update(view_id=top, view=view)
    await bot.views_update(external_id="top", view=view)
    assert await refusal(bot.views_publish(user_id=ALICE, view=view)) == "invalid_arguments"
    assert "view" not in slack.payloads.app_home_opened()["event"]
    await bot.views_publish(user_id=ALICE, view={"type": "home", "blocks": [section("Hi")]})
    assert slack.payloads.app_home_opened()["event"]["view"]["type"] == "home"


@with_slack()
async def test_a_response_url_serves_five_times_in_thirty_minutes(slack: LocalSlack) -> None:
    """A response_url whispers, posts, replaces and deletes; the sixth use and a late one fail."""
    command = slack.payloads.command("/wwc", "open data")
    hook = AsyncWebhookClient(command["response_url"])
    assert (await hook.send(text="psst")).status_code == 200
    await hook.send(text="all", response_type="in_channel")
    assert (await hook.send(blocks=[section()])).status_code == 400
    [whisper] = slack.workspace.ephemerals
    inner = AsyncWebhookClient(slack.payloads.click(_with_button(slack), "press")["response_url"])
    await inner.send(text="changed", replace_original=True)
    changed = slack.workspace.ephemerals[-1]
    assert (whisper["text"], changed["text"], changed["blocks"]) == ("psst", "changed", [])
    await inner.send(delete_original=True)
    assert slack.workspace.ephemerals == [whisper]
    await hook.send(text="four")
    await hook.send(text="five")
    sixth = await hook.send(text="six")
    assert (sixth.status_code, json.loads(sixth.body)["error"]) == (404, "used_url")
    slack.advance(30 * 60 + 1)
    assert json.loads((await inner.send(text="late")).body)["error"] == "expired_url"
    assert len(slack.responses) == 9


def _with_button(slack: LocalSlack) -> Json:
    content = {"text": "psst", "blocks": [actions(button(value="1"))]}
    return slack.workspace.whisper(GENERAL, ALICE, content)


# Bad days


@with_slack()
async def test_rate_limits_come_with_retry_after(slack: LocalSlack) -> None:
    """A rate limited call is answered 429 with Retry-After, and the client's retry succeeds."""
    slack.faults.rate_limit("chat.postMessage", retry_after=0)
    bot = client(slack, retry_handlers=[AsyncRateLimitErrorRetryHandler(max_retry_count=1)])
    assert (await bot.chat_postMessage(channel=GENERAL, text="a"))["ok"]
    assert [call.status for call in slack.calls] == [429, 200]
    assert [method for method, _ in slack.faults.happened] == ["chat.postMessage"]
    assert slack.violations == []


@with_slack()
async def test_servers_fail_hang_and_hang_up(slack: LocalSlack) -> None:
    """Slack can answer 500 or a gateway's page, answer late, hang up or give any error."""
    slack.faults.server_error("auth.test")
    slack.faults.server_error("auth.test", status=503)
    slack.faults.drop("auth.test", times=2)
    slack.faults.error("fatal_error")
    slack.faults.hang("users.info", seconds=0.05)
    bot = client(slack, retry_handlers=[])
    assert await refusal(bot.auth_test()) == "internal_error"
    with pytest.raises(SlackApiError) as caught:
        await bot.auth_test()
    assert caught.value.response.status_code == 503
    for _ in range(2):
        with pytest.raises(ClientError):
            await bot.auth_test()
    assert await refusal(bot.auth_test()) == "fatal_error"
    assert (await bot.users_info(user=BOB))["user"]["name"] == "bob"
    assert (await bot.auth_test())["user_id"] == BOT_USER


def test_a_share_of_calls_fails_the_same_way_each_time() -> None:
    """Faults for a share of the calls hit the same calls whenever the seed is the same."""

    async def go() -> list[int | None]:
        async with LocalSlack(seed=7) as slack:
            slack.faults.server_error(share=0.5, times=None)
            bot = client(slack, retry_handlers=[])
            await asyncio.gather(*(bot.auth_test() for _ in range(20)), return_exceptions=True)
            return [call.status for call in slack.calls]

    first, second = asyncio.run(go()), asyncio.run(go())
    assert first == second
    assert {200, 500} == set(first)


@pytest.mark.parametrize("error", ["token_revoked", "account_inactive", "invalid_auth"])
def test_a_token_can_be_revoked_and_restored(error: str) -> None:
    """A revoked token is refused until it is restored, and the bot is not blamed."""

    async def go() -> None:
        async with LocalSlack() as slack:
            slack.faults.revoke_token(error)
            assert await refusal(client(slack).auth_test()) == error
            slack.faults.restore_token()
            assert (await client(slack).auth_test())["ok"]
            assert slack.violations == []

    asyncio.run(go())


@with_slack()
async def test_waiting_ends_with_what_was_seen(slack: LocalSlack) -> None:
    """Waiting for what never comes fails in time and tells what came instead."""
    await client(slack).auth_test()
    with pytest.raises(AssertionError, match=r"auth\.test"):
        await slack.wait_for(lambda: slack.calls_to("chat.postMessage"), timeout=0.02)


# Payloads


@with_slack()
async def test_every_payload_is_fresh_json(slack: LocalSlack) -> None:
    """Every builder gives JSON with ids of its own, and mentions come with a twin."""
    build = slack.payloads
    view = slack.workspace.open(modal(entry(), submit=words("Go"), notify_on_close=True))
    parent = build.direct_message("What is open data?")
    mention, twin = build.mention_twins("hello")
    events = [
        mention,
        twin,
        parent,
        build.app_mention("hello"),
        build.own_message("hello"),
        build.bot_message("hello"),
        build.bot_message("hello", legacy=True),
        build.message_changed(parent, "What is closed data?"),
        build.message_deleted(parent),
        build.channel_join(),
        build.thread_reply(parent, "And why?"),
        build.app_home_opened("messages"),
        build.assistant_thread_started(),
        build.assistant_thread_context_changed(),
        build.link_shared("https://example.org/OD1"),
        build.function_executed("open data?"),
        build.tokens_revoked(),
        build.app_uninstalled(),
    ]
    others = [
        build.url_verification(),
        build.command("/criteria"),
        build.message_shortcut(parent),
        build.block_suggestion("open"),
        build.view_submission(view, {"typed": "why?"}),
        build.view_closed(view),
    ]
    assert json.loads(json.dumps(events + others)) == events + others
    assert len({event["event_id"] for event in events}) == len(events)
    assert mention["event"]["ts"] == twin["event"]["ts"]
    assert (mention["event"]["type"], twin["event"]["type"]) == ("app_mention", "message")
    assert events[10]["event"]["thread_ts"] == parent["event"]["ts"]
    state = others[4]["view"]["state"]["values"][view["blocks"][0]["block_id"]]
    assert state == {"typed": {"type": "plain_text_input", "value": "why?"}}


@with_slack()
async def test_only_what_is_there_can_be_pressed(slack: LocalSlack) -> None:
    """A click names a button of the surface with its value; a button that is not there fails."""
    rated = {"text": "a", "blocks": [foot(feedback()), actions(select(option()))]}
    message = slack.workspace.post(GENERAL, BOT_USER, rated)
    click = slack.payloads.click(message, "rate", value="negative")
    assert click["actions"][0]["value"] == "negative"
    assert click["message"]["ts"] == message["ts"]
    picked = slack.payloads.click(message, "pick", value="2018:OD1")
    assert picked["actions"][0]["selected_option"] == option()
    private = slack.payloads.click(_with_button(slack), "press")
    assert private["container"]["is_ephemeral"]
    assert "message" not in private
    for action_id, value in (("nothing", None), ("rate", "maybe"), ("pick", "2018:OD9")):
        with pytest.raises(AssertionError):
            slack.payloads.click(message, action_id, value=value)


# A bare Bolt app on both roads


def echo_app(slack: LocalSlack) -> AsyncApp:
    """Build an app that echoes, opens a window and completes a workflow step."""
    app = AsyncApp(client=client(slack), signing_secret=slack.signing_secret)
    app.event("app_home_opened")(_nothing)

    @app.event("app_mention")
    async def mention(event: Json, say: Any, req: Any) -> None:
        retry = req.headers.get("x-slack-retry-num", ["0"])[0]
        await say(text=f"{event['text']} ({retry})", thread_ts=event["ts"])

    @app.command("/wwc")
    async def wwc(ack: Any, command: Json) -> None:
        await ack(f"You asked: {command['text']}")

    @app.shortcut("search_criteria")
    async def search(ack: Any, shortcut: Json, client: AsyncWebClient) -> None:
        await ack()
        view = modal(entry(TYPE_AHEAD, block_id="q"), submit=words("Go"), callback_id="search")
        await client.views_open(trigger_id=shortcut["trigger_id"], view=view)

    @app.options("pick_criterion")
    async def options(ack: Any, payload: Json) -> None:
        await ack(options=[option(payload["value"])])

    @app.view("search")
    async def submitted(ack: Any) -> None:
        await ack(response_action="update", view=modal(section("Found"), title=words("Result")))

    @app.action("press")
    async def press(ack: Any, respond: Any) -> None:
        await ack()
        await respond(text="Pressed", replace_original=True)

    @app.function("lookup_criterion")
    async def step(complete: Any, inputs: Json) -> None:
        await complete(dict.fromkeys(("code", "title", "url", "answer"), inputs["question"]))

    return app


async def _nothing() -> None:
    """Take an event and do nothing about it."""


@asynccontextmanager
async def bolt(slack: LocalSlack, mode: str, app: AsyncApp) -> AsyncIterator[Delivery]:
    """Run a Bolt app on one of the two roads, and give the way to deliver to it."""
    if mode == "socket":
        handler = AsyncSocketModeHandler(app, slack.app_token, ping_interval=0.1)
        await handler.connect_async()  # type: ignore[no-untyped-call]
        try:
            await slack.socket.ready()
            yield slack.socket
        finally:
            await handler.close_async()  # type: ignore[no-untyped-call]
        return
    runner = web.AppRunner(app.server(port=0, path="/slack/events").web_app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield slack.http(f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events")
    finally:
        await runner.cleanup()


def echoing(mode: str, test: Callable[[LocalSlack, Any], Awaitable[None]], **settings: Any) -> None:
    """Run a coroutine with a fresh Slack and the echo app on one road."""

    async def go() -> None:
        async with (
            LocalSlack(**settings) as slack,
            bolt(slack, mode, echo_app(slack)) as delivery,
        ):
            await test(slack, delivery)

    asyncio.run(go())


@MODES
def test_a_mention_is_answered_in_its_thread(mode: str) -> None:
    """A mention reaches the app, is acknowledged and is answered through the Web API."""

    async def test(slack: LocalSlack, delivery: Delivery) -> None:
        payload = slack.payloads.app_mention("hello")
        ack = await delivery.event(payload)
        assert ack.ok
        assert ack.seconds < 3
        assert delivery.mode == mode
        await slack.wait_for(lambda: slack.calls_to("chat.postMessage"))
        [call] = slack.calls_to("chat.postMessage")
        assert call.params["text"] == f"<@{BOT_USER}> hello (0)"
        assert call.params["thread_ts"] == payload["event"]["ts"]
        assert slack.violations == []

    echoing(mode, test)


@MODES
def test_an_event_can_come_again(mode: str) -> None:
    """A re-delivered event carries the same event_id and the number of the try."""

    async def test(slack: LocalSlack, delivery: Delivery) -> None:
        payload = slack.payloads.app_mention("hello")
        await delivery.event(payload)
        await delivery.event(payload, retry=2, reason="http_timeout")
        await slack.wait_for(lambda: len(slack.calls_to("chat.postMessage")) == 2)
        texts = sorted(call.params["text"][-3:] for call in slack.calls_to("chat.postMessage"))
        assert texts == ["(0)", "(2)"]

    echoing(mode, test)


@MODES
def test_the_answer_to_a_command_is_whispered(mode: str) -> None:
    """What a command is acknowledged with is shown to the person who typed it."""

    async def test(slack: LocalSlack, delivery: Delivery) -> None:
        assert (await delivery.command(slack.payloads.command("/wwc", "open data"))).ok
        [whisper] = slack.workspace.ephemerals
        assert (whisper["text"], whisper["for"]) == ("You asked: open data", ALICE)
        assert slack.violations == []

    echoing(mode, test)


@MODES
def test_a_window_is_opened_searched_and_submitted(mode: str) -> None:
    """A shortcut opens a window, type-ahead offers options and a submission changes the window."""

    async def test(slack: LocalSlack, delivery: Delivery) -> None:
        await delivery.interactive(slack.payloads.global_shortcut())
        await slack.wait_for(lambda: slack.workspace.views)
        [view] = slack.workspace.views.values()
        ack = await delivery.interactive(slack.payloads.block_suggestion("open", view))
        assert ack.body == {"options": [option("open")]}
        picked = {"pick_criterion": ack.body["options"][0]}
        await delivery.interactive(slack.payloads.view_submission(view, picked))
        assert slack.workspace.views[view["id"]]["title"]["text"] == "Result"
        assert slack.violations == []

    echoing(mode, test)


@MODES
def test_a_click_replaces_a_whisper(mode: str) -> None:
    """A click on a private message is acknowledged and changes it through its response_url."""

    async def test(slack: LocalSlack, delivery: Delivery) -> None:
        await delivery.interactive(slack.payloads.click(_with_button(slack), "press"))
        await slack.wait_for(lambda: slack.responses)
        assert slack.workspace.ephemerals[-1]["text"] == "Pressed"
        assert slack.violations == []

    echoing(mode, test)


@MODES
def test_a_workflow_step_is_completed_once(mode: str) -> None:
    """A step is completed with the token of its event and all outputs, and not a second time."""

    async def test(slack: LocalSlack, delivery: Delivery) -> None:
        payload = slack.payloads.function_executed("open data?")
        await delivery.event(payload)
        await slack.wait_for(lambda: slack.calls_to("functions.completeSuccess"))
        [call] = slack.calls_to("functions.completeSuccess")
        assert call.token == payload["event"]["bot_access_token"]
        assert call.answer["ok"]
        again = client(slack).functions_completeSuccess(
            function_execution_id=payload["event"]["function_execution_id"],
            outputs=call.params["outputs"],
        )
        assert await refusal(again) == "execution_not_in_running_state"

    echoing(mode, test)


@MODES
def test_what_the_app_does_not_listen_for_is_a_violation(mode: str) -> None:
    """Bolt does not acknowledge what no listener takes, and Slack holds that against it."""

    async def test(slack: LocalSlack, delivery: Delivery) -> None:
        ack = await delivery.event(slack.payloads.message("among ourselves"))
        assert not ack.ok
        expected = {"socket": "ack_timeout", "http": "http_error_404"}[mode]
        assert [each.error for each in slack.violations] == [expected]

    echoing(mode, test, ack_limit=0.1)


@MODES
def test_late_and_wordy_acknowledgements_are_violations(mode: str) -> None:
    """An acknowledgement after the limit and one with a body nobody reads are both kept."""

    async def test() -> None:
        async with LocalSlack(ack_limit=0.1) as slack:
            app = AsyncApp(client=client(slack), signing_secret=slack.signing_secret)
            released = asyncio.Event()

            @app.shortcut("search_criteria")
            async def late(ack: Any) -> None:
                await released.wait()
                await ack()

            @app.shortcut("match_message")
            async def wordy(ack: Any) -> None:
                await ack("Thank you")

            async with bolt(slack, mode, app) as delivery:
                ack = await delivery.interactive(slack.payloads.global_shortcut())
                released.set()
                assert ack.status is None
                assert ack.seconds >= 0.1
                message = slack.payloads.message("hello")
                await delivery.interactive(slack.payloads.message_shortcut(message))
            errors = [each.error for each in slack.violations]
            assert errors[0] == "ack_timeout"
            assert errors[-1] == "unexpected_response_body"

    asyncio.run(test())


# Socket Mode alone


def test_the_app_connects_anew_when_asked_cut_off_or_left_in_silence() -> None:
    """After a warning, a refresh, a cut and a silence the app comes back with a new ticket."""

    async def test(slack: LocalSlack, delivery: Any) -> None:
        async def warned() -> None:
            await slack.socket.disconnect("warning")

        async def refreshed() -> None:
            await slack.socket.disconnect("refresh_requested")

        async def cut() -> None:
            slack.socket.drop()

        async def silenced() -> None:
            slack.socket.go_silent()

        for ending in (warned, refreshed, cut, silenced):
            opened, old = slack.socket.opened, set(slack.socket.connections)
            await ending()
            await _back(slack, opened, old)
            assert (await delivery.event(slack.payloads.app_mention("back?"))).ok
        assert len(slack.calls_to("apps.connections.open")) >= 5

    echoing("socket", test)


async def _back(slack: LocalSlack, opened: int, old: set[Connection]) -> None:
    """Wait until the app has a new connection and none of the old."""

    def back() -> bool:
        now = set(slack.socket.connections)
        return slack.socket.opened > opened and bool(now) and not now & old

    await slack.wait_for(back, timeout=5)


def test_payloads_spread_over_all_connections() -> None:
    """With several connections each payload goes to one of them, in turn, and pings reach all."""

    async def test(slack: LocalSlack, delivery: Any) -> None:
        async with bolt(slack, "socket", echo_app(slack)):
            await slack.wait_for(lambda: len(slack.socket.connections) == 2)
            await slack.socket.ping()
            for _ in range(4):
                await delivery.event(slack.payloads.app_mention("hello"))
            await slack.wait_for(lambda: len(slack.calls_to("chat.postMessage")) == 4)
            assert all(each.pings and each.pongs for each in slack.socket.connections)

    echoing("socket", test)


@with_slack()
async def test_handshakes_and_response_urls_have_bad_days_too(slack: LocalSlack) -> None:
    """A refused handshake leaves the ticket good, and a response_url can be rate limited."""
    slack.faults.drop("link", times=2)
    slack.faults.server_error("link", status=503)
    slack.faults.rate_limit("response_url", retry_after=3)
    async with ClientSession() as session:
        url = slack.socket.ticket_url()
        for _ in range(2):
            with pytest.raises(ClientError):
                await session.ws_connect(url)
        await (await session.ws_connect(url)).close()
    hook = AsyncWebhookClient(slack.payloads.command("/wwc")["response_url"])
    limited = await hook.send(text="a")
    assert (limited.status_code, limited.headers["Retry-After"]) == (429, "3")
    assert (await hook.send(text="a")).status_code == 200


@with_slack()
async def test_a_ticket_works_once_and_ten_connections_are_enough(slack: LocalSlack) -> None:
    """A used ticket is refused, and the eleventh connection is told there are too many."""
    async with ClientSession() as session:
        url = slack.socket.ticket_url()
        sockets = [await session.ws_connect(url)]
        assert (await sockets[0].receive_json())["type"] == "hello"
        with pytest.raises(WSServerHandshakeError):
            await session.ws_connect(url)
        sockets += [await session.ws_connect(slack.socket.ticket_url()) for _ in range(9)]
        last = await session.ws_connect(slack.socket.ticket_url())
        assert (await last.receive_json())["reason"] == "too_many_websockets"
        await sockets[0].send_json({"envelope_id": "made up"})
        await slack.wait_for(lambda: slack.violations)
        assert slack.violations[0].error == "unknown_envelope"


# HTTP alone


def test_a_request_url_is_verified() -> None:
    """Bolt echoes the challenge of a Request URL."""

    async def test(slack: LocalSlack, delivery: Any) -> None:
        assert (await delivery.url_verification()).ok
        assert slack.violations == []

    echoing("http", test)


BROKEN = {
    "bad_signature": 401,
    "no_signature": 401,
    "stale": 401,
    "future": 401,
    "non_numeric_timestamp": 500,
    "oversized": 413,
    "not_json": 500,
    "not_an_object": 500,
    "wrong_content_type": 200,
    "wrong_method": 405,
}


@pytest.mark.parametrize("how", BROKEN)
def test_broken_requests_are_what_they_say(how: str) -> None:
    """A bare Bolt app answers each broken request with a status of its own, sometimes 500."""

    async def test(slack: LocalSlack, delivery: Any) -> None:
        ack = await delivery.broken(how, slack.payloads.app_home_opened())
        assert ack.status == BROKEN[how]

    echoing("http", test)


def test_the_environment_points_a_bot_here() -> None:
    """The environment holds the tokens, the address and the secret that the mode needs."""

    async def go() -> None:
        async with LocalSlack() as slack:
            socket, http = slack.environment(), slack.environment("http")
            assert socket["SLACK_API_URL"].startswith("http://127.0.0.1:")
            assert socket["SLACK_API_URL"].endswith("/api/")
            assert "SLACK_APP_TOKEN" in socket
            assert "SLACK_SIGNING_SECRET" in http
            assert "SLACK_APP_TOKEN" not in http
            assert DM in slack.workspace.channels

    asyncio.run(go())


@with_slack()
async def test_a_dead_connection_is_forgotten_at_once(slack: LocalSlack) -> None:
    """What meets a dead connection fails once, leaves nothing waiting, and the next one knows."""
    async with ClientSession() as session:
        await session.ws_connect(slack.socket.ticket_url())
        await slack.socket.ready()
        (connection,) = slack.socket.connections
        slack.socket.drop()
        ack = await slack.socket.event(slack.payloads.app_mention("anyone?"))
        assert (ack.status, ack.why) == (None, "connection_lost")
        assert not slack.socket.connections
        assert not connection.waiting


@MODES
def test_insisting_ends(mode: str) -> None:
    """An event that is never acknowledged is delivered four times in all, and not for ever."""

    async def test(slack: LocalSlack, delivery: Delivery) -> None:
        assert not (await delivery.insist(slack.payloads.message("among ourselves"))).ok
        assert len(slack.violations) == 4

    echoing(mode, test, ack_limit=0.1)


@with_slack()
async def test_what_was_not_seen_is_told_in_few_words(slack: LocalSlack) -> None:
    """However much went wrong, the message about it stays short."""
    slack.violations += [Violation("x" * 1000, "wrong")] * 10_000
    with pytest.raises(AssertionError) as caught:
        await slack.wait_for(lambda: False, timeout=0.01)
    assert len(str(caught.value)) < 5_000
