"""Sending pages: into threads, to response_urls, to one person. Raises what went wrong.

Exception
├── SlackApiError        Slack said no: nothing was posted
├── ResponseUrlError   the same for a response_url, which slack_sdk does not raise
└── anything else        no answer came, so it may have been posted (see errors.uncertain)
"""

import asyncio
import logging
from http import HTTPStatus
from typing import Any

from aiohttp import ClientSession, ClientTimeout, TCPConnector
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.slack.blocks.page import Page
from bot.slack.client import (
    ATTEMPTS,
    PATIENCE,
    TROUBLE,
    ConnectionRetryHandler,
    PutOffRetryHandler,
)

TIMEOUT = 20
"""Seconds to wait for Slack, which answers in well under one on most days."""

KEEP_ALIVE = 10.0
"""Seconds that an idle connection is kept: shorter than servers keep theirs, so that we never write
into one that the other side is just closing, which would leave us not knowing what arrived."""

FIRST_WAIT = 0.5
"""Seconds before a response_url is tried again after a 5xx; doubled each time."""

quiet = logging.getLogger("slack_sdk.wwc")
quiet.setLevel(logging.INFO)
"""slack_sdk prints whole payloads at DEBUG; this logger never lets it."""


class ResponseUrlError(Exception):
    """A response_url was not taken: it expired, was used up, or Slack is in trouble."""

    def __init__(self, status: int, code: str) -> None:
        """Keep Slack's answer, which holds nothing of what people wrote."""
        super().__init__(f"response_url: {status} {code}")
        self.code = code


def kept_alive() -> ClientSession:
    """Return a session that keeps connections to Slack open for a while, for a faster answer."""
    connector = TCPConnector(keepalive_timeout=KEEP_ALIVE, limit=0)
    return ClientSession(connector=connector, timeout=ClientTimeout(total=TIMEOUT))


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
    """Send to a response_url; slack_sdk retries 429 there, and no 5xx."""
    client = AsyncWebhookClient(
        url,
        timeout=TIMEOUT,
        logger=quiet,
        retry_handlers=[
            PutOffRetryHandler(max_retry_count=PATIENCE),
            ConnectionRetryHandler(max_retry_count=0),
        ],
    )
    for attempt in range(ATTEMPTS + 1):
        answer = await client.send_dict(body)
        if answer.status_code not in TROUBLE or attempt == ATTEMPTS:
            break
        await asyncio.sleep(FIRST_WAIT * 2**attempt)
    if answer.status_code != HTTPStatus.OK:
        raise ResponseUrlError(answer.status_code, answer.body[:80])
