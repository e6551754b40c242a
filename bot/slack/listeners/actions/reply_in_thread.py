"""The button "Reply in thread": what a message touches, posted under it once."""

import json
from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.engine import Engine
from bot.slack import texts
from bot.slack.blocks import ids
from bot.slack.blocks.page import sentence_page
from bot.slack.blocks.views import modal, touched_page
from bot.slack.dedupe import Deduplicator
from bot.slack.posting import post
from bot.slack.surfaces import modal_of, user_of


async def reply_in_thread_callback(
    ack: AsyncAck,
    body: dict[str, Any],
    action: dict[str, Any],
    client: AsyncWebClient,
    engine: Engine,
    dedupe: Deduplicator,
) -> None:
    """Post what the window shows, and say in the window that it is done."""
    await ack()
    window, user = modal_of(body), user_of(body)
    where = json.loads(body["view"]["private_metadata"])
    cards = [card for entry_id in action["value"].split() if (card := engine.card(entry_id))]
    with dedupe.once(("reply", window.view_id)) as first:
        if not first:
            return
        await post(client, where["channel"], touched_page(cards, user), where["thread_ts"])
    done = sentence_page(texts.POSTED, texts.MATCH_TITLE)
    await window.update(client, modal(done, ids.MATCH_VIEW))
