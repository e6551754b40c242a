"""Who we are in Slack, and whether Slack accepts us: at the start, and all the time after it."""

import asyncio
import logging
import time
from itertools import count
from typing import Any

from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_sdk.web.async_client import AsyncWebClient

from bot.ops import texts
from bot.ops.health import Health
from bot.slack.errors import REFUSALS, TROUBLE, SlackRefusedError, cause_of, code_of, retry_after
from bot.slack.timings import Timings

log = logging.getLogger(__name__)


class Identity(AsyncAuthorize):
    """The answer of auth.test, once Slack has given one; Bolt asks it whom a request is for.

    Bolt would call auth.test during the first request, before it is acknowledged; with a slow Slack
    that breaks the three seconds. A workspace's answer does not change while its token is valid.
    """

    def __init__(self, token: str) -> None:
        """Serve every request with this token."""
        self.token = token
        self.answer: dict[str, Any] = {}

    async def ask(self, client: AsyncWebClient) -> None:
        """Ask Slack who we are.

        Raises:
            SlackApiError: when Slack does not accept the token.

        """
        answer = await client.auth_test()
        self.answer = {key: answer.get(key) for key in ("team_id", "bot_id", "user_id")}

    async def __call__(
        self,
        *,
        enterprise_id: str | None,
        team_id: str | None,
        **_: object,
    ) -> AuthorizeResult:
        """Say which token a request is served with, and which user is ourselves."""
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id or self.answer.get("team_id"),
            bot_id=self.answer.get("bot_id"),
            bot_user_id=self.answer.get("user_id"),
            bot_token=self.token,
        )


class TokenCheck:
    """Asks Slack whether it still accepts the token, for /healthz and for the log.

    Slack tells of a token taken away with an event, which may be lost, and in the answer of any
    call. For what neither tells, a question is asked once a minute; and when somebody asks /healthz
    and the last answer is older than five seconds, so that what /healthz says is never older, and
    nothing is asked for nobody. After a question without an answer the next comes in five seconds.
    """

    def __init__(
        self, identity: Identity, client: AsyncWebClient, health: Health, timings: Timings
    ) -> None:
        """Ask with this client, which should neither wait long nor try again."""
        self._identity, self._client, self._health = identity, client, health
        self._timings = timings
        self._asking = asyncio.Lock()
        self._asked = 0.0

    async def sign_in(self) -> None:
        """Ask until Slack answers who we are.

        Raises:
            SlackRefusedError: when Slack does not accept the token.

        """
        said = ""
        for failures in count():
            try:
                await self._ask()
                break
            except TROUBLE as error:
                if code_of(error) in REFUSALS:
                    raise SlackRefusedError(texts.token_refused(code_of(error))) from None
                if (cause := cause_of(error)) != said:
                    log.warning("%s", texts.cannot_reach(cause))
                said = cause
                pause = self._timings.reconnect_pauses.calculate_sleep_duration(failures)
                await asyncio.sleep(max(pause, retry_after(error)))

    async def keep_asking(self) -> None:
        """Ask again and again."""
        while True:
            fine = self._health.answers
            await asyncio.sleep(self._timings.check_every if fine else self._timings.check_again)
            await self.refresh()

    async def refresh(self) -> None:
        """Ask, unless Slack has just been asked."""
        async with self._asking:
            if time.monotonic() - self._asked < self._timings.check_fresh:
                return
            try:
                await self._ask()
            except Exception as error:  # whatever came, the next question must be asked
                if code_of(error) not in REFUSALS:
                    if self._health.unanswered():
                        log.warning("%s", texts.cannot_reach(cause_of(error)))
                elif self._health.failed(code_of(error)):
                    log.error("%s", texts.token_refused(code_of(error)))

    async def _ask(self) -> None:
        try:
            await self._identity.ask(self._client)
        finally:
            self._asked = time.monotonic()
        self._health.heard()
