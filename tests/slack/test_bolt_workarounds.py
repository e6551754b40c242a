"""Each workaround, and that upstream still needs it."""

from bot.slack.bolt_workarounds import KeptAck


def test_an_acknowledgement_stays() -> None:
    """What Bolt takes back after an error is kept."""
    ack = KeptAck()
    assert ack.response is None
    ack.response = "given"  # type: ignore[assignment]
    ack.response = None
    assert ack.response == "given"
