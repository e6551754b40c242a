"""What an exception means: Slack's code for it, whether Slack may have acted, its line in the log.

    Exception
    ├── SlackApiError, ResponseUrlError   Slack said no, nothing was posted
    ├── uncertain (timeout, connection lost while asking, no readable answer)   may be posted
    └── anything else                     a bug of ours

The log gets the kind of the error and where it arose. It never gets the text of an exception, which
may quote what somebody wrote.
"""

import asyncio
import traceback
from http import HTTPStatus

from aiohttp import ClientConnectorError, ClientError
from slack_sdk.errors import SlackApiError

from bot.slack.client import GATEWAY
from bot.slack.posting import ResponseUrlError

HALF_DONE = frozenset(("fatal_error", "internal_error", "request_timeout"))
"""Answers after which "some aspect of the operation" may have succeeded, as Slack words it."""


def code_of(error: BaseException) -> str:
    """Return Slack's code for an error, or an empty string."""
    if isinstance(error, SlackApiError):
        said = getattr(error.response, "data", error.response)
        return str(said.get("error") or "") if isinstance(said, dict) else ""
    return error.code if isinstance(error, ResponseUrlError) else ""


def status_of(error: SlackApiError) -> int:
    """Return the HTTP status of Slack's answer."""
    answer = error.response
    return int(getattr(answer, "status_code", 0) or getattr(answer, "status", 0))


def uncertain(error: BaseException) -> bool:
    """Tell whether Slack may have done what we asked although no answer came."""
    if isinstance(error, ClientConnectorError):
        return False
    if isinstance(error, SlackApiError):
        unreadable = status_of(error) == HTTPStatus.OK and not code_of(error)
        return unreadable or status_of(error) in GATEWAY or code_of(error) in HALF_DONE
    return isinstance(error, ClientError | asyncio.TimeoutError | ConnectionError)


def described(error: BaseException) -> str:
    """Describe an error for the log without its text: kind, Slack's code, place in the code."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "/bot/" in frame.filename.replace("\\", "/")] or frames
    where = f"{ours[-1].filename.rpartition('/')[2]}:{ours[-1].lineno}" if ours else "?"
    code = f" ({code_of(error)})" if code_of(error) else ""
    return f"{type(error).__name__}{code} at {where}"
