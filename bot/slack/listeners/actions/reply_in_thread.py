"""The button "Reply in thread": what a message touches, posted under it once."""

import json
from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.engine import Engine
from bot.slack import texts
from bot.slack.blocks import ids
from bot.slack.blocks.page import sentence_page
from bot.slack.blocks.touched import touched_page
from bot.slack.blocks.views import modal
from bot.slack.dedupe import Deduplicator
from bot.slack.errors import CLOSED, code_of
from bot.slack.posting import post, respond
from bot.slack.surfaces import modal_of, user_of


async def reply_in_thread_callback(
    ack: AsyncAck,
    body: dict[str, Any],
    action: dict[str, Any],
    client: AsyncWebClient,
    engine: Engine,
    dedupe: Deduplicator,
) -> None:
    """Post what the window shows, and say in the window that it is done.

    Where we may not write, the response_url of the shortcut does, for half an hour.
    """
    await ack()
    window, user = modal_of(body), user_of(body)
    where = json.loads(body["view"]["private_metadata"] or "{}")
    entry_ids = [one for one in str(action.get("value")).split() if engine.card(one)]
    answer = engine.pick(entry_ids)
    if answer is None or not where:
        gone = sentence_page(texts.UNKNOWN_ENTRY, texts.MATCH_TITLE)
        await window.update(client, modal(gone, ids.MATCH_VIEW))
        return
    page, thread_ts = touched_page(answer, user), where["thread_ts"]
    with dedupe.once(("reply", window.view_id)) as first:
        if not first:
            return
        try:
            await post(client, where["channel"], page, thread_ts)
        except SlackApiError as refusal:
            if code_of(refusal) not in CLOSED or not where.get("response_url"):
                raise
            await respond(where["response_url"], page, in_channel=True, thread_ts=thread_ts)
    done = sentence_page(texts.POSTED, texts.MATCH_TITLE)
    await window.update(client, modal(done, ids.MATCH_VIEW))
