"""How far a reader has to walk after a mention in HTTP mode, from the request to the posted page."""

from tests.benchmarks.walk import mention

TRANSPORT = (
    "ops/",
    "slack/transport/",
    "slack/app.py",
    "slack/auth.py",
    "slack/bolt_workarounds.py",
    "slack/client.py",
    "slack/dedupe.py",
    "slack/errors.py",
    "slack/messages.py",
    "slack/middleware.py",
    "slack/posting.py",
    "slack/runtime.py",
)


async def test_the_way_through_the_transport_is_short() -> None:
    """Ten files and twenty jumps at most lie between Slack and the listener, both ways."""
    walk = await mention()
    walk.calls = [call for call in walk.calls if call[0].startswith(TRANSPORT)]
    passed = walk.files
    assert "slack/transport/http.py" in passed
    assert "slack/posting.py" in passed
    assert len(passed) <= 10, passed
    assert walk.jumps <= 20, walk.calls
