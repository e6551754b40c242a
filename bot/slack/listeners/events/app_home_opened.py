"""Somebody opens our Home or Messages tab."""

from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.engine import Engine
from bot.slack import texts
from bot.slack.listeners.actions.home import start_of_home


async def app_home_opened_callback(
    event: dict[str, Any], client: AsyncWebClient, engine: Engine
) -> None:
    """Show the start of the Home tab, or suggest prompts in the Messages tab.

    Prompts of an agent's Messages tab belong to no thread: with a ``thread_ts`` Slack ignores them
    (https://docs.slack.dev/ai/migrating-to-agent-messaging/).
    """
    if event.get("tab") == "messages":
        await client.assistant_threads_setSuggestedPrompts(
            channel_id=event["channel"], title=texts.PROMPTS_TITLE, prompts=prompts()
        )
    else:
        await client.views_publish(user_id=event["user"], view=start_of_home(engine))


def prompts() -> list[dict[str, str]]:
    """Return the suggested prompts, of which Slack shows four at most."""
    return [{"title": title, "message": message} for title, message in texts.PROMPTS]
