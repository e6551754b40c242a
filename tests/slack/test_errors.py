"""What an exception means: Slack's code, whether Slack may have acted, what the log says."""

from typing import Any

import pytest
from aiohttp import (
    ClientConnectorCertificateError,
    ClientConnectorDNSError,
    ClientConnectorError,
    ClientPayloadError,
    ClientProxyConnectionError,
    RequestInfo,
    WSServerHandshakeError,
)
from aiohttp.client_reqrep import ConnectionKey
from multidict import CIMultiDict, CIMultiDictProxy
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse
from yarl import URL

from bot.slack.errors import (
    ResponseUrlError,
    cause_of,
    code_of,
    describe,
    retry_after,
    uncertain,
)

KEY = ConnectionKey("slack.com", 443, True, True, None, None, None)


def said(status: int, data: Any, **headers: str) -> SlackApiError:
    """Make the error of an answer of Slack."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    response = AsyncSlackResponse(
        client=None,
        http_verb="POST",
        api_url="",
        req_args={},
        data=data,
        headers=named,
        status_code=status,
    )
    return SlackApiError("what somebody wrote", response)  # type: ignore[no-untyped-call]


def handshake(status: int, **headers: str) -> WSServerHandshakeError:
    """Make the error of a WebSocket handshake."""
    named = CIMultiDict({name.replace("_", "-"): value for name, value in headers.items()})
    info = RequestInfo(URL("wss://wss.slack.com/?ticket=x"), "GET", CIMultiDictProxy(named))
    return WSServerHandshakeError(info, (), status=status, headers=named)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (said(200, {"ok": False, "error": "is_archived"}), "is_archived"),
        (said(200, {"ok": False}), ""),
        (said(502, "<html>"), ""),
        (said(200, {"error": "not_authed"}), "not_authed"),
        (ResponseUrlError(404, "expired_url"), "expired_url"),
        (ValueError("is_archived"), ""),
    ],
)
def test_code(error: Exception, code: str) -> None:
    """Slack's code is found in its answers, and nowhere else."""
    assert code_of(error) == code


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (said(200, {"ok": False, "error": "is_archived"}), False),
        (said(200, {"ok": False, "error": "fatal_error"}), True),
        (said(200, {}), True),
        (said(504, {}), True),
        (said(503, {}), False),
        (ResponseUrlError(404, "expired_url"), False),
        (ClientConnectorError(KEY, OSError()), False),
        (ClientPayloadError(), True),
        (ConnectionResetError(), True),
        (TimeoutError(), True),
        (ValueError(), False),
    ],
)
def test_uncertain(error: Exception, expected: bool) -> None:
    """What may have been done although no answer came is told apart from what was not."""
    assert uncertain(error) is expected


@pytest.mark.parametrize(
    ("error", "seconds"),
    [
        (said(429, {}, Retry_After="7"), 7),
        (said(429, {}, retry_after="2.5"), 2.5),
        (said(429, {}, Retry_After="soon"), 0),
        (said(429, {}, Retry_After="-3"), 0),
        (said(503, {}, Retry_After="86400"), 600),
        (said(503, {}, Retry_After="inf"), 600),
        (said(503, {}, Retry_After="nan"), 0),
        (said(429, {}), 0),
        (handshake(429, Retry_After="30"), 30),
        (handshake(409), 0),
        (TimeoutError(), 0),
    ],
)
def test_retry_after(error: Exception, seconds: float) -> None:
    """Retry-After is read from an answer and from a handshake."""
    assert retry_after(error) == seconds


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (said(200, {"ok": False, "error": "org_login_required"}), "it answers org_login_required"),
        (said(503, {}), "it answers 503"),
        (handshake(409), "it answers the handshake with 409"),
        (ClientConnectorDNSError(KEY, OSError()), "no address is known for the host slack.com"),
        (ClientConnectorError(KEY, OSError(111, "refused")), "slack.com:443 cannot be reached"),
        (ClientProxyConnectionError(KEY, OSError()), "the proxy slack.com:443 cannot be reached"),
        (ClientConnectorCertificateError(KEY, ValueError()), "TLS connection to slack.com:443"),
        (TimeoutError(), "it does not answer in time"),
        (ValueError("what somebody wrote"), "ValueError at"),
    ],
)
def test_cause(error: Exception, words: str) -> None:
    """What keeps us from Slack is said in words, with the host where one is known."""
    assert words in cause_of(error)
    assert "somebody" not in cause_of(error)


def test_description_has_kind_and_place_and_no_text() -> None:
    """The log reads what failed and where, and nothing that somebody wrote."""
    with pytest.raises(ValueError, match="wrote") as failure:
        raise ValueError("what somebody wrote")
    assert describe(failure.value).startswith("ValueError at test_errors.py:")
    assert "somebody" not in describe(failure.value)
