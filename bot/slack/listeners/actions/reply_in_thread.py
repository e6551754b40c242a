"""The button "Reply in thread": what a message touches, posted under it once."""

import json
from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack import words
from bot.slack.blocks import ids
from bot.slack.blocks.limits import sentence_page
from bot.slack.blocks.windows import modal, touched_page
from bot.slack.delivered import Delivered
from bot.slack.desk import Desk
from bot.slack.place import place_of, update
from bot.slack.posting import post


async def reply_in_thread_callback(
    ack: AsyncAck,
    body: dict[str, Any],
    action: dict[str, Any],
    client: AsyncWebClient,
    desk: Desk,
    delivered: Delivered,
) -> None:
    """Post what the window shows, and say in the window that it is done."""
    await ack()
    place = place_of(body)
    where = json.loads(body["view"]["private_metadata"])
    cards = [card for entry_id in action["value"].split() if (card := desk.card(entry_id))]
    with delivered.once(("reply", place.view_id)) as first:
        if not first:
            return
        await post(client, where["channel"], touched_page(cards, place.user), where["thread_ts"])
    done = sentence_page(words.POSTED, words.MATCH_TITLE)
    await update(client, place, modal(done, ids.MATCH_VIEW))
