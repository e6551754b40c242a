"""The button "Share with channel": a private answer becomes public, once."""

from contextlib import suppress
from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.answers import Answer
from bot.engine import Engine
from bot.slack import texts
from bot.slack.blocks.answer import shared_card, shared_page
from bot.slack.blocks.page import Page, sentence_page
from bot.slack.dedupe import Deduplicator
from bot.slack.mrkdwn import carried, is_key
from bot.slack.posting import ResponseUrlError, delete_original, post, respond
from bot.slack.surfaces import Message, message_of


async def share_answer_callback(
    ack: AsyncAck,
    body: dict[str, Any],
    action: dict[str, Any],
    client: AsyncWebClient,
    engine: Engine,
    dedupe: Deduplicator,
) -> None:
    """Share the answer to the question that the button carries."""
    await ack()
    message, answer = message_of(body), answer_of(action["value"], engine)
    if answer is None:
        await respond(message.response_url, sentence_page(texts.FORGOTTEN))
        return
    await share(client, message, shared_page(answer, message.user), dedupe)


async def share_card_callback(
    ack: AsyncAck,
    body: dict[str, Any],
    action: dict[str, Any],
    client: AsyncWebClient,
    engine: Engine,
    dedupe: Deduplicator,
) -> None:
    """Share the entry that the button carries."""
    await ack()
    message, card = message_of(body), engine.card(action["value"])
    if card:
        await share(client, message, shared_card(card, message.user), dedupe)
    else:
        await respond(message.response_url, sentence_page(texts.UNKNOWN_ENTRY))


def answer_of(value: str, engine: Engine) -> Answer | None:
    """Return the answer that a button belongs to; None when its long question was forgotten."""
    if is_key(value):
        return engine.recall(value.removeprefix("long:"))
    return engine.ask(carried(value))


async def share(client: AsyncWebClient, message: Message, page: Page, dedupe: Deduplicator) -> None:
    """Post a page for everybody and take the private one away, however often it is clicked.

    A click's response_url reaches channels that we are not in; where it is spent, we try to post.
    """
    with dedupe.once(("share", message.channel, message.ts)) as first:
        if not first:
            return
        try:
            await respond(message.response_url, page, in_channel=True, thread_ts=message.thread_ts)
        except ResponseUrlError:
            await post(client, message.channel, page, message.thread_ts)
    with suppress(ResponseUrlError):  # it is shared; a private copy that stays does no harm
        await delete_original(message.response_url)
