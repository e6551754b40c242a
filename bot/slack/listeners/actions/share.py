"""The button "Share with channel": a private answer becomes public, once."""

from contextlib import suppress
from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.answers import Answer
from bot.engine import Engine
from bot.slack import texts
from bot.slack.blocks.answer import shared_page
from bot.slack.blocks.card import shared_card_page
from bot.slack.blocks.page import Page, sentence_page
from bot.slack.blocks.values import read_share
from bot.slack.dedupe import Deduplicator
from bot.slack.errors import ResponseUrlError
from bot.slack.posting import delete_original, post, respond
from bot.slack.surfaces import Message, message_of, user_of


async def share_answer_callback(
    ack: AsyncAck,
    body: dict[str, Any],
    action: dict[str, Any],
    client: AsyncWebClient,
    engine: Engine,
    dedupe: Deduplicator,
) -> None:
    """Share the answer that the button stands for."""
    await ack()
    answer = answer_of(action["value"], engine)
    page = shared_page(answer, user_of(body)) if answer else None
    await share(client, message_of(body), page, dedupe)


async def share_card_callback(
    ack: AsyncAck,
    body: dict[str, Any],
    action: dict[str, Any],
    client: AsyncWebClient,
    engine: Engine,
    dedupe: Deduplicator,
) -> None:
    """Share the entry that the button stands for."""
    await ack()
    card = engine.card(action["value"])
    page = shared_card_page(card, user_of(body)) if card else None
    await share(client, message_of(body), page, dedupe)


def answer_of(value: str, engine: Engine) -> Answer | None:
    """Return the answer that a button stands for; None when one of its entries is gone.

    One that was forgotten, as after a restart, is put together from the entries it showed.
    """
    shared = read_share(value)
    if shared is None:
        return None
    if remembered := engine.recall(shared.key):
        return remembered
    cards = tuple(card for entry_id in shared.cards if (card := engine.card(entry_id)))
    choices = tuple(card.choice for entry_id in shared.choices if (card := engine.card(entry_id)))
    if len(cards) + len(choices) < len(shared.cards) + len(shared.choices):
        return None
    return Answer(shared.asked, shared.decision, cards, choices, (), 0.0, None)


async def share(
    client: AsyncWebClient, message: Message, page: Page | None, dedupe: Deduplicator
) -> None:
    """Post a page for everybody and take the private one away, however often it is clicked.

    Without a page, say that what the message showed is not known any more. A click's response_url
    reaches channels that we are not in; where it is spent, we try to post.
    """
    if page is None:
        await message.respond(sentence_page(texts.UNKNOWN_ENTRY))
        return
    with dedupe.once(("share", message.channel, message.ts)) as first:
        if not first:
            return
        try:
            await respond(message.response_url, page, in_channel=True, thread_ts=message.thread_ts)
        except ResponseUrlError:
            await post(client, message.channel, page, message.thread_ts)
    with suppress(ResponseUrlError):  # it is shared; a private copy that stays does no harm
        await delete_original(message.response_url)
