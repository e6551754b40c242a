"""Who we are in the workspace: asked once at the start, so that no request waits for it.

Bolt would call auth.test during the first request, before it is acknowledged; with a slow Slack
that breaks the three seconds. A workspace's answer does not change while its token is valid.
"""

from dataclasses import dataclass
from typing import Any

from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient


@dataclass
class Identity:
    """The answer of auth.test, once Slack has given one."""

    token: str
    answer: dict[str, Any] | None = None

    async def ask(self, client: AsyncWebClient) -> None:
        """Ask Slack who we are.

        Raises:
            SlackApiError: when Slack does not accept the token.

        """
        answer = await client.auth_test()
        self.answer = {key: answer.get(key) for key in ("team_id", "bot_id", "user_id", "team")}

    def result(self, team_id: str | None, enterprise_id: str | None) -> AuthorizeResult:
        """Say which token a request is served with, and which user is ourselves."""
        known = self.answer or {}
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id or known.get("team_id"),
            bot_id=known.get("bot_id"),
            bot_user_id=known.get("user_id"),
            bot_token=self.token,
        )
