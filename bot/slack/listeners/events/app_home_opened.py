"""Somebody opens our Home or Messages tab."""

from contextlib import suppress
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.engine import Engine
from bot.slack import texts
from bot.slack.blocks.help import greeting_page
from bot.slack.dedupe import Deduplicator
from bot.slack.listeners.actions.home import start_of_home
from bot.slack.posting import post


async def app_home_opened_callback(
    event: dict[str, Any], client: AsyncWebClient, engine: Engine, dedupe: Deduplicator
) -> None:
    """Show the start of the Home tab, or greet and suggest prompts in the Messages tab.

    A Home tab that shows something newer than the knowledge stays: it may be an answer that
    somebody comes back to. Prompts of an agent's Messages tab belong to no thread: with a
    ``thread_ts`` Slack ignores them (https://docs.slack.dev/ai/migrating-to-agent-messaging/).
    """
    if event.get("tab") == "messages":
        await client.assistant_threads_setSuggestedPrompts(
            channel_id=event["channel"], title=texts.PROMPTS_TITLE, prompts=prompts()
        )
        await greet(client, event["channel"], engine, dedupe)
        return
    view = start_of_home(engine)
    if (event.get("view") or {}).get("private_metadata") != view["private_metadata"]:
        await client.views_publish(user_id=event["user"], view=view)


async def greet(client: AsyncWebClient, channel: str, engine: Engine, dedupe: Deduplicator) -> None:
    """Greet somebody with whom we have not yet exchanged a word, which their messages tell."""
    with dedupe.once(("greeting", channel)) as first, suppress(SlackApiError):
        if not first:
            return
        history = await client.conversations_history(channel=channel, limit=1)
        if not history["messages"]:
            await post(client, channel, greeting_page(engine.greeting()), None)


def prompts() -> list[dict[str, str]]:
    """Return the suggested prompts, of which Slack shows four at most."""
    return [{"title": title, "message": message} for title, message in texts.PROMPTS]
