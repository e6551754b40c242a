"""The local Slack fails when told to, as Slack does on a bad day."""

from __future__ import annotations

import asyncio

import pytest
from aiohttp import ClientError
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler

from bot.web.local_slack import BOB, BOT_USER, GENERAL, LocalSlack
from tests.web.local_slack.staging import client, refusal


async def test_rate_limits_come_with_retry_after(slack: LocalSlack) -> None:
    """A rate limited call is answered 429 with Retry-After, and the client's retry succeeds."""
    slack.faults.rate_limit("chat.postMessage", retry_after=0)
    bot = client(slack, retry_handlers=[AsyncRateLimitErrorRetryHandler(max_retry_count=1)])
    assert (await bot.chat_postMessage(channel=GENERAL, text="a"))["ok"]
    assert [call.status for call in slack.calls] == [429, 200]
    assert [method for method, _ in slack.faults.happened] == ["chat.postMessage"]
    assert slack.violations == []


async def test_servers_fail_hang_and_hang_up(slack: LocalSlack) -> None:
    """Slack can answer 500 or a gateway's page, answer late, hang up or give any error."""
    slack.faults.server_error("auth.test")
    slack.faults.server_error("auth.test", status=503)
    slack.faults.drop("auth.test", times=2)
    slack.faults.error("fatal_error")
    slack.faults.hang("users.info", seconds=0.05)
    bot = client(slack, retry_handlers=[])
    assert await refusal(bot.auth_test()) == "internal_error"
    with pytest.raises(SlackApiError) as caught:
        await bot.auth_test()
    assert caught.value.response.status_code == 503
    for _ in range(2):
        with pytest.raises(ClientError):
            await bot.auth_test()
    assert await refusal(bot.auth_test()) == "fatal_error"
    assert (await bot.users_info(user=BOB))["user"]["name"] == "bob"
    assert (await bot.auth_test())["user_id"] == BOT_USER


async def test_a_share_of_calls_fails_the_same_way_each_time() -> None:
    """Faults for a share of the calls hit the same calls whenever the seed is the same."""

    async def statuses() -> list[int | None]:
        async with LocalSlack(seed=7) as slack:
            slack.faults.server_error(share=0.5, times=None)
            bot = client(slack, retry_handlers=[])
            await asyncio.gather(*(bot.auth_test() for _ in range(20)), return_exceptions=True)
            return [call.status for call in slack.calls]

    first, second = await statuses(), await statuses()
    assert first == second
    assert {200, 500} == set(first)


@pytest.mark.parametrize("error", ["token_revoked", "account_inactive", "invalid_auth"])
async def test_a_token_can_be_revoked_and_restored(slack: LocalSlack, error: str) -> None:
    """A revoked token is refused until it is restored, and the bot is not blamed."""
    slack.faults.revoke_token(error)
    assert await refusal(client(slack).auth_test()) == error
    slack.faults.restore_token()
    assert (await client(slack).auth_test())["ok"]
    assert slack.violations == []


async def test_waiting_ends_with_what_was_seen(slack: LocalSlack) -> None:
    """Waiting for what never comes fails in time and tells what came instead."""
    await client(slack).auth_test()
    with pytest.raises(AssertionError, match=r"auth\.test"):
        await slack.wait_for(lambda: slack.calls_to("chat.postMessage"), timeout=0.02)
