"""A bare Bolt app talks with the local Slack on both roads."""

from __future__ import annotations

import asyncio
from typing import Any

from slack_bolt.async_app import AsyncApp

from bot.web.local_slack import ALICE, BOT_USER, PATIENCE, Delivery, LocalSlack
from tests.web.local_slack.samples import (
    option,
)
from tests.web.local_slack.staging import MODES, bolt, client, echoing, refusal, with_button


@MODES
def test_a_mention_is_answered_in_its_thread(mode: str) -> None:
    """A mention reaches the app, is acknowledged and is answered through the Web API."""

    async def test(slack: LocalSlack, delivery: Delivery) -> None:
        payload = slack.payloads.app_mention("hello")
        ack = await delivery.event(payload)
        assert ack.ok
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
        await delivery.interactive(slack.payloads.click(with_button(slack), "press"))
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

    # Over HTTP the refusal is waited for; on a socket nothing ever comes.
    echoing(mode, test, ack_limit={"socket": 0.1, "http": PATIENCE}[mode])


@MODES
def test_late_and_wordy_acknowledgments_are_violations(mode: str) -> None:
    """An acknowledgment after the limit and one with a body nobody reads are both kept."""

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
                slack.ack_limit = PATIENCE
                assert ack.status is None
                assert ack.seconds >= 0.1
                message = slack.payloads.message("hello")
                await delivery.interactive(slack.payloads.message_shortcut(message))
            errors = [each.error for each in slack.violations]
            assert errors[0] == "ack_timeout"
            assert errors[-1] == "unexpected_response_body"

    asyncio.run(test())
