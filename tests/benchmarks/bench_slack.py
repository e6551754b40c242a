"""From a question in Slack to the posted answer: our bot beside a bare Bolt echo bot.

    python -m tests.benchmarks.bench_slack

Both run in one process with the local Slack, in the same run and in turns, so that the machine's
mood is the same for both. The clock runs from the moment the local Slack sends the event until the
post has arrived there; how long it then takes to check the blocks is its own business, and is
printed beside as "checked". Asked with questions that are all new to a bot that has just started,
once with a question asked before. Prints the medians and their ratio; asserts nothing.
"""

import asyncio
import json
import statistics
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from itertools import cycle
from pathlib import Path
from typing import Any

from aiohttp import web
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.knowledge import load_catalog
from bot.web.local_slack import Delivery, LocalSlack
from tests.slack.bots import OPEN_DATA, running

ROUNDS = 20
PER_ROUND = 20
BANK = Path(__file__).parents[1] / "questions"
Times = tuple[float, float]
"""Seconds until a post has arrived, and until it is checked, too."""

Ask = Callable[[], Awaitable[Times]]


@asynccontextmanager
async def echo_bot(mode: str) -> AsyncIterator[tuple[LocalSlack, Delivery]]:
    """Run the least that answers a mention with Bolt."""
    async with LocalSlack() as slack:
        client = AsyncWebClient(slack.bot_token, base_url=slack.api_url)
        app = AsyncApp(client=client, signing_secret=slack.signing_secret)

        @app.event("app_mention")
        async def echo(event: dict[str, Any], say: Any) -> None:
            await say(text=event["text"], thread_ts=event["ts"])

        if mode == "socket":
            handler = AsyncSocketModeHandler(app, slack.app_token)
            await handler.connect_async()  # type: ignore[no-untyped-call] # Bolt's
            await slack.socket.ready()
            yield slack, slack.socket
            await handler.close_async()  # type: ignore[no-untyped-call] # Bolt's
        else:
            runner = web.AppRunner(app.web_app())
            await runner.setup()
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            port = runner.addresses[0][1]
            yield slack, slack.http(f"http://127.0.0.1:{port}/slack/events")
            await runner.cleanup()


def new_questions() -> Iterator[str]:
    """Give the questions of the bank, each with a number so that none is asked twice."""
    rows = [line for file in sorted(BANK.glob("*.jsonl")) for line in file.open(encoding="utf-8")]
    for number, row in enumerate(cycle(rows)):
        yield f"{json.loads(row)['q']} {number}"


def asking(slack: LocalSlack, delivery: Delivery, questions: Iterator[str]) -> Ask:
    """Make a function that asks once and measures the time until the answer is posted."""

    async def ask() -> Times:
        mention = slack.payloads.app_mention(next(questions))
        slack.calls.clear()
        started = slack.workspace.now()
        await delivery.event(mention)
        await slack.wait_for(lambda: bool(slack.calls_to("chat.postMessage")))
        checked = slack.workspace.now()
        return slack.calls_to("chat.postMessage")[0].at - started, checked - started

    return ask


async def compare(mode: str, name_of_run: str, questions: Callable[[], Iterator[str]]) -> None:
    """Measure both bots in turns and print the result."""
    async with running(mode, catalog=load_catalog()) as ours, echo_bot(mode) as (slack, delivery):
        bots = {
            "wwc-bot": asking(ours.slack, ours.delivery, questions()),
            "echo": asking(slack, delivery, questions()),
        }
        times: dict[str, list[Times]] = {name: [] for name in bots}
        for turn in range(ROUNDS + 1):
            for name, ask in bots.items():
                took = [await ask() for _ in range(PER_ROUND)]
                times[name] += took if turn else []  # the first turn warms up
        for at, what in enumerate(("arrived", "checked")):
            ours_median, echo_median = (
                statistics.median(took[at] for took in times[name]) * 1000 for name in bots
            )
            print(  # noqa: T201 - printing is its purpose
                f"{mode:6}  {name_of_run:13}  {what}  wwc-bot {ours_median:5.2f} ms   "
                f"echo {echo_median:5.2f} ms   ratio {ours_median / echo_median:.2f}"
            )


def main() -> None:
    """Compare in both modes."""
    for mode in ("socket", "http"):
        asyncio.run(compare(mode, "new questions", new_questions))
        asyncio.run(compare(mode, "asked before", lambda: cycle([OPEN_DATA])))


if __name__ == "__main__":
    main()
