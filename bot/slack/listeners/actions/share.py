"""The button "Share with channel": a private answer becomes public, once."""

from contextlib import suppress
from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.engine import Engine
from bot.slack import texts
from bot.slack.answering import answer_of
from bot.slack.blocks.answer import shared_card, shared_page
from bot.slack.blocks.page import Page, sentence_page
from bot.slack.dedupe import Deduplicator
from bot.slack.errors import ResponseUrlError
from bot.slack.posting import delete_original, post, respond
from bot.slack.surfaces import Surface, surface_of


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
    place, answer = surface_of(body), answer_of(action["value"], engine)
    if answer is None:
        await respond(place.response_url, sentence_page(texts.FORGOTTEN))
        return
    await share(client, place, shared_page(answer, place.user), dedupe)


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
    place, card = surface_of(body), engine.card(action["value"])
    if card:
        await share(client, place, shared_card(card, place.user), dedupe)
    else:
        await respond(place.response_url, sentence_page(texts.UNKNOWN_ENTRY))


async def share(client: AsyncWebClient, place: Surface, page: Page, dedupe: Deduplicator) -> None:
    """Post a page for everybody and take the private one away, however often it is clicked.

    A click's response_url reaches channels that we are not in; where it is spent, we try to post.
    """
    with dedupe.once(("share", place.channel, place.message_ts)) as first:
        if not first:
            return
        try:
            await respond(place.response_url, page, in_channel=True, thread_ts=place.thread_ts)
        except ResponseUrlError:
            await post(client, place.channel, page, place.thread_ts)
    with suppress(ResponseUrlError):  # it is shared; a private copy that stays does no harm
        await delete_original(place.response_url)
