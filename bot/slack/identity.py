"""Who we are in the workspace: asked once at the start, so that no request waits for it.

Bolt would call auth.test during the first request, before it is acknowledged; with a slow Slack
that breaks the three seconds. A workspace's answer does not change while its token is valid.
"""

from typing import Any

from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient


class Identity(AsyncAuthorize):
    """The answer of auth.test, once Slack has given one; Bolt asks it whom a request is for."""

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
        self.answer = {key: answer.get(key) for key in ("team_id", "bot_id", "user_id", "team")}

    async def __call__(
        self,
        *,
        context: AsyncBoltContext,  # noqa: ARG002 # Bolt's signature
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None,  # noqa: ARG002 # the same
        **_: str | None,
    ) -> AuthorizeResult:
        """Say which token a request is served with, and which user is ourselves."""
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id or self.answer.get("team_id"),
            bot_id=self.answer.get("bot_id"),
            bot_user_id=self.answer.get("user_id"),
            bot_token=self.token,
        )
