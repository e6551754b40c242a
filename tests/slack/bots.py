"""A bot of ours, started as ``wwc-bot run`` starts it and connected to a local Slack."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from aiohttp import ClientSession

from bot.engine import Engine
from bot.knowledge import Catalog, load_catalog
from bot.matching import Decision, Matcher
from bot.ops.settings import Settings, read_settings
from bot.slack.runtime import started
from bot.slack.timings import Timings
from bot.training import read_questions
from bot.web.local_slack import ALICE, BOT_USER, PATIENCE, Delivery, LocalSlack

MODES = ("socket", "http")
TOO_LONG = 300.0  # seconds; ends only what hangs, however busy the machine is

OPEN_DATA = "Do we need an open data policy?"


@cache
def engine() -> Engine:
    """Load the shipped knowledge once for all tests."""
    catalog = load_catalog()
    return Engine(catalog, Matcher(catalog))


@cache
def unsure() -> str:
    """Return a labeled question of which the bot is unsure, whatever it has learned since."""
    bank = read_questions(Path(__file__).parents[1] / "questions/check.jsonl", engine().catalog)
    return next(q.text for q in bank if engine().ask(q.text).decision is Decision.CHOICES)


@dataclass
class Bot:
    """A running bot with the Slack it talks to."""

    slack: LocalSlack
    delivery: Delivery
    port: int

    @property
    def url(self) -> str:
        """Give the address of the bot's own web server."""
        return f"http://127.0.0.1:{self.port}"

    def posts(self) -> list[dict[str, Any]]:
        """Give what the bot posted for everybody, messages taken away included."""
        return [
            call.params
            for call in self.slack.calls_to("chat.postMessage")
            if isinstance(call.answer, dict) and call.answer["ok"]
        ]

    def said(self) -> list[dict[str, Any]]:
        """Give the messages of the bot that everybody sees now."""
        messages = self.slack.workspace.messages.values()
        return [message for message in messages if message["user"] == BOT_USER]

    def whispers(self, user: str = ALICE) -> list[dict[str, Any]]:
        """Give what one person sees alone."""
        return [one for one in self.slack.workspace.ephemerals if one["for"] == user]

    def home(self, user: str = ALICE) -> dict[str, Any]:
        """Give the Home tab of a person who has opened it."""
        view = self.slack.workspace.home(user)
        assert view, "the Home tab was not published yet"
        return view

    async def settle(self) -> None:
        """Wait until everything delivered so far has been worked through."""
        mark = self.slack.payloads.app_mention("help")
        channel, ts = mark["event"]["channel"], mark["event"]["ts"]
        await self.delivery.event(mark)
        await self.slack.wait_for(
            lambda: any(p.get("thread_ts") == ts and p["channel"] == channel for p in self.posts())
        )


def patient_slack(**settings: Any) -> LocalSlack:
    """Make a local Slack whose limits of three seconds no slow machine can miss.

    That a bot acknowledges before it works is tested by the order of things, not by a clock.
    """
    return LocalSlack(**{"ack_limit": PATIENCE, "trigger_lifetime": TOO_LONG, **settings})


def settings_for(slack: LocalSlack, mode: str, **more: str) -> Settings:
    """Read the settings that point a bot at this Slack."""
    return read_settings({**slack.environment(mode), **more})


@asynccontextmanager
async def running(
    mode: str,
    slack: LocalSlack | None = None,
    catalog: Catalog | None = None,
    timings: Timings | None = None,
    **more: str,
) -> AsyncIterator[Bot]:
    """Run a bot in this mode; afterwards the Slack must have nothing to complain about."""
    known = engine() if catalog is None else Engine(catalog, Matcher(catalog))
    async with asyncio.timeout(TOO_LONG), slack or patient_slack() as workspace:
        settings = settings_for(workspace, mode, **more)
        async with started(settings, known.catalog, known.matcher, "127.0.0.1", 0, timings) as port:
            url = f"http://127.0.0.1:{port}/slack/events"
            delivery = workspace.socket if mode == "socket" else workspace.http(url)
            await delivery.ready()
            yield Bot(workspace, delivery, port)
        assert workspace.violations == [], workspace.violations


async def health(bot: Bot) -> tuple[int, dict[str, Any]]:
    """Ask /healthz."""
    async with ClientSession() as session, session.get(f"{bot.url}/healthz") as answer:
        return answer.status, await answer.json()


async def until(bot: Bot, status: int) -> None:
    """Wait for a status of /healthz."""
    while (await health(bot))[0] != status:
        await asyncio.sleep(0.02)
