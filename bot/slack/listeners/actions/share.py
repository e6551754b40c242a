"""The button "Share with channel": a private answer becomes public, once."""

from contextlib import suppress
from dataclasses import replace
from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.answers import Answer
from bot.engine import Engine
from bot.slack import texts
from bot.slack.blocks.answer import shared_page
from bot.slack.blocks.page import sentence_page
from bot.slack.blocks.values import read_share
from bot.slack.dedupe import Deduplicator
from bot.slack.errors import ResponseUrlError
from bot.slack.posting import delete_original, post, respond
from bot.slack.surfaces import message_of, user_of


async def share_answer_callback(
    ack: AsyncAck,
    body: dict[str, Any],
    action: dict[str, Any],
    client: AsyncWebClient,
    engine: Engine,
    dedupe: Deduplicator,
) -> None:
    """Post the answer for everybody and take the private one away, however often it is clicked.

    A click's response_url reaches channels that we are not in; where it is spent, we try to post.
    """
    await ack()
    message, user = message_of(body), user_of(body)
    answer = answer_of(str(action.get("value")), engine)
    if answer is None:
        await message.respond(sentence_page(texts.UNKNOWN_ENTRY))
        return
    page = shared_page(answer, user)
    with dedupe.once(("share", message.channel, message.ts)) as first:
        if not first:
            return
        try:
            await respond(message.response_url, page, in_channel=True, thread_ts=message.thread_ts)
        except ResponseUrlError:
            await post(client, message.channel, page, message.thread_ts)
    with suppress(ResponseUrlError):  # it is shared; a private copy that stays does no harm
        await delete_original(message.response_url)


def answer_of(value: str, engine: Engine) -> Answer | None:
    """Return the answer that a button stands for; None when one of its entries is gone.

    One that was forgotten, as after a restart, is put together from the entries it showed.
    """
    shared = read_share(value)
    if shared is None:
        return None
    if shared.key and (remembered := engine.recall(shared.key)):
        return remembered
    picked = engine.pick(shared.cards)
    return replace(picked, question=shared.asked) if picked else None
