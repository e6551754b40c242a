"""Sending pages: into threads, to response_urls, to one person. errors.py has what it raises."""

from http import HTTPStatus
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.slack.blocks.page import Page
from bot.slack.client import EVERY_ADDRESS, TIMEOUT, RetryHandler, quiet
from bot.slack.errors import ResponseUrlError


async def post(client: AsyncWebClient, channel: str, page: Page, thread_ts: str | None) -> None:
    """Post a page where everybody in the channel sees it, without previews of its links."""
    await client.chat_postMessage(
        channel=channel,
        text=page.text,
        blocks=list(page.blocks) or None,
        thread_ts=thread_ts,
        unfurl_links=False,
        unfurl_media=False,
    )


async def post_ephemeral(
    client: AsyncWebClient, channel: str, user: str, text: str, thread_ts: str | None
) -> None:
    """Say a sentence to one person in a channel."""
    await client.chat_postEphemeral(channel=channel, user=user, text=text, thread_ts=thread_ts)


async def respond(
    url: str,
    page: Page,
    *,
    in_channel: bool = False,
    replace: bool = False,
    thread_ts: str | None = None,
) -> None:
    """Send a page to a response_url: private, unless ``in_channel``.

    With ``replace`` the message of the click is changed and stays as public or private as it is.
    """
    body: dict[str, Any] = {
        "text": page.text,
        "replace_original": replace,
        "unfurl_links": False,
        "unfurl_media": False,
    }
    if page.blocks:
        body["blocks"] = list(page.blocks)
    if not replace:
        body["response_type"] = "in_channel" if in_channel else "ephemeral"
        body |= {"thread_ts": thread_ts} if thread_ts else {}
    await _send(url, body)


async def delete_original(url: str) -> None:
    """Delete the message that a click came from."""
    await _send(url, {"delete_original": True})


async def _send(url: str, body: dict[str, Any]) -> None:
    handler = RetryHandler(once=EVERY_ADDRESS)
    client = AsyncWebhookClient(url, timeout=TIMEOUT, logger=quiet, retry_handlers=[handler])
    answer = await client.send_dict(body)
    if answer.status_code != HTTPStatus.OK:
        raise ResponseUrlError(answer.status_code, answer.body[:80])
