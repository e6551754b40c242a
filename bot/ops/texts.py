"""What whoever runs the bot reads on standard error and in the log."""

import errno
import socket

ROTATED = (
    "This bot token is rotated: Slack takes it for 12 hours and then refuses it, and the bot "
    "cannot fetch the next one. Make an app without token rotation."
)

SIGNATURES_DO_NOT_FIT = (
    "The first request had a signature that does not fit. If it came from Slack, then "
    "SLACK_SIGNING_SECRET is not this app's, and no request is answered. It stands at "
    "https://api.slack.com/apps under Basic Information, App Credentials, Signing Secret."
)


def token_refused(code: str) -> str:
    """Say what to do when Slack refuses the bot's token."""
    return (
        f"Slack does not accept the bot token ({code}). Install the app to your workspace again "
        "and put its Bot User OAuth Token into SLACK_BOT_TOKEN."
    )


def app_token_refused(code: str) -> str:
    """Say what to do when Slack refuses the app-level token."""
    return (
        f"Slack does not open a Socket Mode connection ({code}). Check that Socket Mode is on and "
        "that SLACK_APP_TOKEN is an app-level token with the scope connections:write."
    )


def cannot_reach(cause: str) -> str:
    """Say that Slack gives no answer about the token, at the start or later, and why."""
    return f"Waiting for Slack: {cause}. Trying again until it answers."


def cannot_connect(cause: str) -> str:
    """Say that Socket Mode is without a connection, and why."""
    return f"No lasting connection to Slack: {cause}. Trying again with growing pauses."


def cannot_listen(host: str, port: int, error: OSError) -> str:
    """Say whether the host or the port is at fault, and what to choose instead."""
    if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
        return (
            f"Cannot listen on the host {host}: this machine has no such address. Choose 127.0.0.1 "
            "with --host to be reached from this machine alone, 0.0.0.0 to be reached from others."
        )
    return f"Cannot listen on port {port} of {host}. Choose another port with --port or PORT."


def address(host: str, port: int) -> str:
    """Write an address as a browser takes it: an IPv6 host stands in brackets."""
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
