"""The button "Share with channel": a private answer becomes public, once."""

from contextlib import suppress
from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack import words
from bot.slack.blocks.answer import shared_card, shared_page
from bot.slack.blocks.limits import Page, sentence_page
from bot.slack.delivered import Delivered
from bot.slack.desk import Desk
from bot.slack.place import Place, place_of
from bot.slack.posting import ResponseUrlError, post, respond, take_away


async def share_answer_callback(
    ack: AsyncAck,
    body: dict[str, Any],
    action: dict[str, Any],
    client: AsyncWebClient,
    desk: Desk,
    delivered: Delivered,
) -> None:
    """Share the answer to the question that the button carries."""
    await ack()
    place, question = place_of(body), desk.asked(action["value"])
    if question is None:
        await respond(place.response_url, sentence_page(words.FORGOTTEN))
        return
    await share(client, place, shared_page(desk.ask(question), place.user), delivered)


async def share_card_callback(
    ack: AsyncAck,
    body: dict[str, Any],
    action: dict[str, Any],
    client: AsyncWebClient,
    desk: Desk,
    delivered: Delivered,
) -> None:
    """Share the entry that the button carries."""
    await ack()
    place, card = place_of(body), desk.card(action["value"])
    if card:
        await share(client, place, shared_card(card, place.user), delivered)
    else:
        await respond(place.response_url, sentence_page(words.UNKNOWN_ENTRY))


async def share(client: AsyncWebClient, place: Place, page: Page, delivered: Delivered) -> None:
    """Post a page for everybody and take the private one away, however often it is clicked.

    A click's response_url reaches channels that we are not in; where it is spent, we try to post.
    """
    with delivered.once(("share", place.channel, place.message_ts)) as first:
        if not first:
            return
        try:
            await respond(place.response_url, page, in_channel=True, thread_ts=place.thread_ts)
        except ResponseUrlError:
            await post(client, place.channel, page, place.thread_ts)
    with suppress(ResponseUrlError):  # it is shared; a private copy that stays does no harm
        await take_away(place.response_url)
