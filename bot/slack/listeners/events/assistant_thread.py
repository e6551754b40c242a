"""The legacy assistant, for apps made before agents had the Messages tab (until June 2026)."""

from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.slack import texts
from bot.slack.listeners.events.app_home_opened import prompts


async def assistant_thread_started_callback(event: dict[str, Any], client: AsyncWebClient) -> None:
    """Suggest prompts in the new thread."""
    thread = event["assistant_thread"]
    await client.assistant_threads_setSuggestedPrompts(
        channel_id=thread["channel_id"],
        thread_ts=thread["thread_ts"],
        title=texts.PROMPTS_TITLE,
        prompts=prompts(),
    )


async def assistant_thread_context_changed_callback() -> None:
    """Take note of nothing: answers do not depend on the channel somebody looks at."""
