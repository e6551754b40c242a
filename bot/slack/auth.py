"""Being accepted by Slack: at the start, and all the time after it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import TypeVar

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.ops.health import Health
from bot.slack.failures import code_of, described, status_of
from bot.slack.identity import Identity

TROUBLE_CODES = frozenset(
    ("internal_error", "fatal_error", "service_unavailable", "request_timeout", "ratelimited")
)
"""Answers that are about Slack's own state and not about us."""

WAIT = 5.0
"""Seconds between attempts at the start, on top of the waits within each attempt."""

CHECK_EVERY = 5.0
"""Seconds between questions to Slack whether it still accepts us; auth.test allows hundreds a
minute."""

T = TypeVar("T")
log = logging.getLogger(__name__)


class SlackRefusedError(Exception):
    """Slack does not accept a token; the message is a sentence for the bot's owner."""


def refuses(error: SlackApiError) -> bool:
    """Tell whether Slack said no to us, rather than being in trouble itself."""
    return status_of(error) == HTTPStatus.OK and code_of(error) not in ("", *TROUBLE_CODES)


async def insist(attempt: Callable[[], Awaitable[T]], sentence: Callable[[str], str]) -> T:
    """Try until Slack answers.

    Raises:
        SlackRefusedError: when the answer is no; ``sentence`` words it from Slack's code.

    """
    while True:
        try:
            return await attempt()
        except SlackApiError as error:
            if refuses(error):
                raise SlackRefusedError(sentence(code_of(error))) from None
            log.warning("Slack is in trouble, trying again: %s", described(error))
        except (TimeoutError, ClientError, OSError) as error:
            log.warning("Slack cannot be reached, trying again: %s", described(error))
        await asyncio.sleep(WAIT)


async def keep_checking(identity: Identity, client: AsyncWebClient, health: Health) -> None:
    """Ask Slack again and again whether it still accepts the token, for /healthz."""
    while True:
        await asyncio.sleep(CHECK_EVERY)
        try:
            await identity.ask(client)
            health.heard()
        except SlackApiError as error:
            if refuses(error):
                health.failed(code_of(error))
        except Exception as error:  # whatever came, the next check must be made
            log.debug("Slack did not answer a check: %s", described(error))
