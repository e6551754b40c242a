"""One handler for everything that goes wrong: a plain sentence where the person is.

What nothing listens to is acknowledged, so that Slack stops asking. What certainly failed is told,
in a direct message where we may not write in the channel. What may have been posted is never told
in public. When even telling fails, the delivery is let go, so that a copy of it that Slack sends
again is answered. errors.py has the tree of exceptions.
"""

import logging
from contextlib import suppress
from typing import Any

from aiohttp import ClientConnectorError
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.error import BoltUnhandledRequestError
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.ops import texts as operator
from bot.ops.health import Health
from bot.slack import texts
from bot.slack.blocks import views
from bot.slack.blocks.page import Page, sentence_page
from bot.slack.dedupe import Deduplicator
from bot.slack.errors import (
    CLOSED,
    TOKEN_CODES,
    ResponseUrlError,
    code_of,
    describe,
    uncertain,
)
from bot.slack.messages import SPOKEN, thread_of
from bot.slack.posting import post, post_ephemeral
from bot.slack.surfaces import Home, Message, Modal, show, surface_of

log = logging.getLogger(__name__)

SENTENCES = {
    **dict.fromkeys(CLOSED, texts.SORRY_CLOSED),
    "expired_trigger_id": texts.SORRY_EXPIRED,
    "exchanged_trigger_id": texts.SORRY_EXPIRED,
    "not_in_channel": texts.SORRY_NOT_IN_CHANNEL,
    "channel_not_found": texts.SORRY_NOT_IN_CHANNEL,
    **dict.fromkeys(TOKEN_CODES, texts.SORRY_SIGNED_OUT),
}


def sentence_for(error: BaseException) -> str:
    """Say what happened and what to do next, in words for the person."""
    if isinstance(error, BoltUnhandledRequestError):
        return texts.OLD_BUTTON
    if uncertain(error):
        return texts.UNCERTAIN
    slack = isinstance(error, SlackApiError | ResponseUrlError | ClientConnectorError)
    return SENTENCES.get(code_of(error), texts.SORRY_SLACK if slack else texts.SORRY)


async def on_error(
    error: Exception,
    body: dict[str, Any],
    client: AsyncWebClient,
    context: AsyncBoltContext,
    dedupe: Deduplicator,
    health: Health,
    response: BoltResponse | None,
) -> BoltResponse | None:
    """Tell the person, log the kind, and acknowledge if that is still to be done.

    Bolt passes no ``response``, and takes none, once the request is acknowledged.
    """
    acknowledged = BoltResponse(status=200, body="") if response is not None else None
    if isinstance(error, BoltUnhandledRequestError):
        if not asked_for(body):
            log.debug("nothing listens to a request of type %s", body.get("type"))
            return acknowledged
        log.warning("nothing listens to %s, which somebody used", asked_for(body))
    else:
        log.error("a listener failed: %s", describe(error))
    # A step of Workflow Builder has a token of its own, which says nothing of ours.
    if code_of(error) in TOKEN_CODES and not context.function_bot_access_token:
        log.error("%s", operator.token_refused(code_of(error)))
        health.failed(code_of(error))
    try:
        await tell(client, context, body, error)
    except Exception as failure:  # nobody is left to tell but the log
        log.error("the person could not be told: %s", describe(failure))
        if "claim" in context and not uncertain(error):
            dedupe.release(context["claim"])
    return acknowledged


def asked_for(body: dict[str, Any]) -> str:
    """Name what somebody used and nothing listens to; empty where nobody waits for an answer.

    Such are a command renamed on one side, a button of another version, a step taken away.
    """
    event = body.get("event")
    if isinstance(event, dict):
        step = (event.get("function") or {}).get("callback_id")
        return f"the step {step}" if event.get("type") == "function_executed" else ""
    if body.get("command"):
        return f"the command {body['command']}"
    if body.get("type") in ("shortcut", "message_action"):
        return f"the shortcut {body.get('callback_id')}"
    if body.get("type") == "block_actions":
        return f"the action {(body.get('actions') or [{}])[0].get('action_id')}"
    return ""


async def tell(
    client: AsyncWebClient, context: AsyncBoltContext, body: dict[str, Any], error: Exception
) -> None:
    """Put the sentence where the person is: step, thread, message, window or Home tab."""
    sentence = sentence_for(error)
    event = body.get("event")
    if isinstance(event, dict):
        await _tell_event(client, context, event, sentence, error)
        return
    surface, page = surface_of(body), sentence_page(sentence, texts.ERROR_TITLE)
    if isinstance(surface, Home):
        await show(client, surface, page)
    elif isinstance(surface, Modal):
        await _tell_on_top(client, surface, page)
    elif surface.response_url:
        spent = isinstance(error, ResponseUrlError)
        await _tell_beside_message(client, surface, page, spent=spent)
    elif surface.user:
        await post(client, surface.user, page, None)


async def _tell_event(
    client: AsyncWebClient,
    context: AsyncBoltContext,
    event: dict[str, Any],
    sentence: str,
    error: Exception,
) -> None:
    if event.get("type") == "function_executed":
        unknown = isinstance(error, BoltUnhandledRequestError)
        await context.fail(texts.UNKNOWN_STEP if unknown else sentence)
    elif event.get("type") not in SPOKEN:
        return
    elif code_of(error) in CLOSED:
        await post(client, event["user"], Page("", sentence), None)
    elif uncertain(error):
        await post_ephemeral(
            client, event["channel"], event["user"], sentence, event.get("thread_ts")
        )
    else:
        await post(client, event["channel"], Page("", sentence), thread_of(event))


async def _tell_beside_message(
    client: AsyncWebClient, message: Message, page: Page, *, spent: bool
) -> None:
    """Tell the person beside a message, or in a direct message where we may not write there.

    ``spent``: the response_url of the message is of no use any more.
    """
    if not spent:
        with suppress(ResponseUrlError):
            await message.respond(page)
            return
    try:
        await post_ephemeral(client, message.channel, message.user, page.text, message.thread_ts)
    except SlackApiError as refusal:
        if code_of(refusal) not in CLOSED:
            raise
        await post(client, message.user, page, None)


async def _tell_on_top(client: AsyncWebClient, window: Modal, page: Page) -> None:
    """Tell somebody on top of a window where that is possible, so that what it held stays."""
    view = views.modal(page)
    try:
        await client.views_push(trigger_id=window.trigger_id, view=view)
    except SlackApiError:
        await client.views_update(view_id=window.view_id, view=view)
