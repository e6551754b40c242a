"""What can go wrong with Slack, and what each exception means.

    Exception
    ├── SlackApiError       slack_sdk's: Slack said no, and nothing was done
    ├── ResponseUrlError    the same for a response_url, for which slack_sdk raises nothing
    ├── SlackRefusedError   Slack does not accept a token, which nothing but its owner can mend
    ├── CannotListenError   the host or the port of our web server cannot be used
    ├── RequestRefusedError an HTTP request that is not answered: Slack did not send it, say
    ├── a timeout, a lost connection, no readable answer     uncertain: Slack may have done it
    └── anything else       a mistake of ours

The log gets the kind of an error and where it arose. It never gets the text of an exception, which
may quote what somebody wrote.
"""

import ssl
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from aiohttp import (
    ClientConnectorDNSError,
    ClientConnectorError,
    ClientError,
    ClientProxyConnectionError,
    ClientSSLError,
    InvalidURL,
    WSServerHandshakeError,
)
from slack_sdk.errors import SlackApiError

# Slack's codes when it does not accept our token, now or ever again:
# https://docs.slack.dev/reference/methods/auth.test#errors
TOKEN_CODES = frozenset(
    ("invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive")
)
# What a token cannot do today it cannot do tomorrow. Every other code is waited for: an unknown one
# is more likely a passing state of Slack's (team_added_to_org, org_login_required, accesslimited)
# than a reason to stay away until somebody looks.
REFUSALS = TOKEN_CODES | frozenset(
    ("missing_scope", "not_allowed_token_type", "no_permission", "enterprise_is_restricted")
)
# Slack's answers when we may not write in a channel, where an apology would be refused, too:
# https://docs.slack.dev/reference/methods/chat.postMessage#errors
CLOSED = frozenset(
    (
        "is_archived",
        "user_not_in_channel",
        "not_in_channel",
        "channel_not_found",
        "cannot_reply_to_message",
        "restricted_action",
        "restricted_action_non_threadable_channel",
        "restricted_action_read_only_channel",
        "restricted_action_thread_locked",
        "restricted_action_thread_only_channel",
    )
)
# Answers after which "some aspect of the operation" may have succeeded, as Slack words it.
HALF_DONE = frozenset(("fatal_error", "internal_error", "request_timeout"))
GATEWAY = (HTTPStatus.BAD_GATEWAY, HTTPStatus.GATEWAY_TIMEOUT)
# What keeps us from Slack for a while and is no mistake of ours. ValueError: an answer or an
# address that cannot be read.
TROUBLE = (SlackApiError, ClientError, OSError, TimeoutError, ValueError)
# Seconds that we stay away at most, whatever a header says.
LONGEST_WAIT = 600.0


class ResponseUrlError(Exception):
    """A response_url was not taken: it expired, was used up, or Slack is in trouble."""

    def __init__(self, status: int, code: str) -> None:
        """Keep Slack's answer, which holds nothing of what people wrote."""
        super().__init__(f"response_url: {status} {code}")
        self.code = code


class SlackRefusedError(Exception):
    """Slack does not accept a token; the message is a sentence for the bot's owner."""


class CannotListenError(Exception):
    """We cannot listen where we were told to; the message is a sentence for the bot's owner."""


@dataclass(eq=False)
class RequestRefusedError(Exception):
    """Why an HTTP request is not answered.

    Attributes:
        status: the HTTP status of the answer.
        error: a word for the answer, which gives nothing away.
        reason: what the bot's owner reads in the log.

    """

    status: HTTPStatus
    error: str
    reason: str = ""


def code_of(error: BaseException) -> str:
    """Return Slack's code for an error, or an empty string."""
    if isinstance(error, SlackApiError):
        said = getattr(error.response, "data", error.response)
        return str(said.get("error") or "") if isinstance(said, dict) else ""
    return error.code if isinstance(error, ResponseUrlError) else ""


def status_of(error: SlackApiError) -> int:
    """Return the HTTP status of Slack's answer, 0 where there is none."""
    answer = error.response
    return int(getattr(answer, "status_code", 0) or getattr(answer, "status", 0))


def uncertain(error: BaseException) -> bool:
    """Return whether Slack may have done what we asked although no answer came."""
    if isinstance(error, ClientConnectorError | InvalidURL):
        return False
    if isinstance(error, SlackApiError):
        unreadable = status_of(error) == HTTPStatus.OK and not code_of(error)
        return unreadable or status_of(error) in GATEWAY or code_of(error) in HALF_DONE
    return isinstance(error, ClientError | TimeoutError | ConnectionError)


def retry_after(error: BaseException) -> float:
    """Return the seconds that Slack asks us to stay away for, 0 where it asks for nothing."""
    if isinstance(error, WSServerHandshakeError):
        return seconds_in(error.headers or {})
    return seconds_in(getattr(getattr(error, "response", None), "headers", None) or {})


def seconds_in(headers: Mapping[str, Any]) -> float:
    """Read Retry-After, which Slack gives in seconds; 0 where it is missing or not a number.

    A proxy may give anything, so it counts up to LONGEST_WAIT.
    https://docs.slack.dev/apis/web-api/rate-limits
    """
    for name, value in headers.items():
        if name.lower() == "retry-after":
            try:
                said = float(value[0] if isinstance(value, list) else value)
                return max(0.0, min(said, LONGEST_WAIT))
            except ValueError:
                return 0.0
    return 0.0


def describe(error: BaseException) -> str:
    """Describe an error for the log without its text: kind, Slack's code, place in the code."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "/bot/" in frame.filename.replace("\\", "/")] or frames
    where = f"{ours[-1].filename.rpartition('/')[2]}:{ours[-1].lineno}" if ours else "?"
    code = f" ({code_of(error)})" if code_of(error) else ""
    return f"{type(error).__name__}{code} at {where}"


def cause_of(error: BaseException) -> str:
    """Say in words what keeps us from Slack: the cause, and the host where one is known."""
    if isinstance(error, SlackApiError):
        return f"it answers {code_of(error) or status_of(error)}"
    if isinstance(error, WSServerHandshakeError):
        return f"it answers the handshake with {error.status}"
    host = f"{error.host}:{error.port}" if isinstance(error, ClientConnectorError) else ""
    if isinstance(error, ClientConnectorDNSError):
        return f"no address is known for the host {error.host}"
    if isinstance(error, ClientProxyConnectionError):
        return f"the proxy {host} cannot be reached"
    if isinstance(error, ClientSSLError | ssl.SSLError):
        return f"no trusted TLS connection to {host or 'it'} comes about"
    if isinstance(error, ClientConnectorError):
        return f"{host} cannot be reached ({error.strerror or type(error.os_error).__name__})"
    return "it does not answer in time" if isinstance(error, TimeoutError) else describe(error)
