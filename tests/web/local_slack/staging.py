"""Stages for the tests of the local Slack: a fresh one, and a bare Bolt app on either road."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.web.local_slack import ALICE, GENERAL, PATIENCE, Delivery, LocalSlack
from bot.web.local_slack.schema import Json

from .samples import TYPE_AHEAD, actions, button, entry, modal, option, section, words

MODES = pytest.mark.parametrize("mode", ["socket", "http"])


def patient_slack(**settings: Any) -> LocalSlack:
    """Make a local Slack with a clock that stands still and much time to acknowledge."""
    return LocalSlack(**{"ack_limit": PATIENCE, "clock": lambda: 0.0, **settings})


def client(slack: LocalSlack, token: str | None = None, **more: Any) -> AsyncWebClient:
    """Point Slack's own client at the local Slack."""
    return AsyncWebClient(token or slack.bot_token, base_url=slack.api_url, **more)


async def refusal(call: Awaitable[Any]) -> str:
    """Make a call that is refused, and give the error."""
    with pytest.raises(SlackApiError) as caught:
        await call
    return str(caught.value.response["error"])


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
        texts = ("code", "title", "url", "answer", "standard", "link_status")
        await complete({**dict.fromkeys(texts, inputs["question"]), "found": True})

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
            patient_slack(**settings) as slack,
            bolt(slack, mode, echo_app(slack)) as delivery,
        ):
            await test(slack, delivery)

    asyncio.run(go())


def with_button(slack: LocalSlack) -> Json:
    """Whisper a message with a button, and give it."""
    content = {"text": "psst", "blocks": [actions(button(value="1"))]}
    return slack.workspace.whisper(GENERAL, ALICE, content)
