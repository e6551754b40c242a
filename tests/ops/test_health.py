"""What /healthz says follows the state of the connection."""

import pytest

from bot.ops.health import SILENT_FOR, Health


class Clock:
    """A clock that tests move."""

    now = 100.0

    def __call__(self) -> float:
        """Tell the time."""
        return self.now


@pytest.mark.parametrize(
    ("happened", "status", "state"),
    [
        ("nothing", 503, "starting"),
        ("heard", 200, "ok"),
        ("no socket yet", 503, "starting"),
        ("refused", 503, "down"),
        ("accepted again", 200, "ok"),
        ("nothing asked for an hour", 200, "ok"),
        ("no answer once", 200, "ok"),
        ("no answer for long", 503, "down"),
        ("an answer again", 200, "ok"),
        ("socket lost", 503, "down"),
    ],
)
async def test_health_follows_the_connection(happened: str, status: int, state: str) -> None:
    """Each state of the connection has its word and status."""

    async def socket() -> bool:
        return happened != "socket lost"

    clock = Clock()
    health = Health("socket", None if happened == "no socket yet" else socket, clock=clock)
    if happened != "nothing":
        health.heard()
    if happened in ("refused", "accepted again"):
        assert health.failed("token_revoked")
        assert not health.failed("token_revoked")
    if "no answer" in happened or happened == "an answer again":
        assert health.unanswered()
        assert not health.unanswered()
    if happened in ("no answer for long", "an answer again"):
        clock.now += SILENT_FOR + 1
    if happened == "nothing asked for an hour":
        clock.now += 3600
    if "again" in happened:
        health.heard()

    code, body = await health.report()
    assert (code, body["status"]) == (status, state)
    assert happened != "refused" or body["reason"] == "token_revoked"


async def test_slack_is_asked_before_the_answer() -> None:
    """/healthz asks for a fresh state first, so that what it says is not old."""
    health = Health("http")

    async def refresh() -> None:
        health.failed("token_expired")

    health.heard()
    health.refresh = refresh
    assert (await health.report())[0] == 503
