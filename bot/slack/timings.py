"""How long the bot waits for what, in seconds. Tests make it shorter; nobody else changes it."""

from dataclasses import dataclass, field

from slack_sdk.http_retry.interval_calculator import RetryIntervalCalculator

from bot.slack.client import GrowingPauses


@dataclass(frozen=True)
class Timings:
    """The waits of a running bot.

    Attributes:
        pauses: between calls of the Web API that are tried again.
        reconnect_pauses: between attempts to sign in or to connect. Slack allows one
            apps.connections.open a minute and "special" bursts:
            https://docs.slack.dev/reference/methods/apps.connections.open
        steady_after: a connection that lives this long resets the pauses; one that ends earlier
            is taken for the next failure in a row.
        ping_interval: between pings. slack_sdk gives a silent connection four of these; at its
            default of 10 a broken network goes unnoticed for most of a minute.
        handshake_timeout: for opening a WebSocket.
        check_every: between questions to Slack whether it still accepts the token.
        check_fresh: how old the last answer may be when somebody asks /healthz.
        check_timeout: for one such question; a slower Slack counts as not answering.
        check_again: until the next question when Slack did not answer the last one.
        grace: for what is being answered when the bot stops.

    """

    pauses: RetryIntervalCalculator = field(default_factory=GrowingPauses)
    reconnect_pauses: RetryIntervalCalculator = field(
        default_factory=lambda: GrowingPauses(longest=60.0)
    )
    steady_after: float = 30.0
    ping_interval: float = 3.0
    handshake_timeout: float = 20.0
    check_every: float = 60.0
    check_fresh: float = 5.0
    check_timeout: int = 3
    check_again: float = 5.0
    grace: float = 5.0
