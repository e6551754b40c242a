"""Going to addresses: several hosts at once, one request at a time for each, with pauses.

A proxy is taken from the environment, as are the hosts that are reached without it.
"""

import asyncio
import socket
from collections.abc import Callable, Iterable
from http import HTTPStatus
from importlib.metadata import version
from typing import Final
from urllib.parse import urldefrag, urlsplit

from aiohttp import (
    ClientConnectorCertificateError,
    ClientConnectorDNSError,
    ClientConnectorError,
    ClientError,
    ClientHttpProxyError,
    ClientPayloadError,
    ClientProxyConnectionError,
    ClientResponse,
    ClientSession,
    ClientSSLError,
    ClientTimeout,
    ServerConnectionError,
    TCPConnector,
    TooManyRedirects,
)

from bot.links.pages import Page
from bot.links.visits import Seen, Visit

TIMEOUT: Final = 20.0
"""Seconds for one address, redirects included."""

PAUSE: Final = 0.5
"""Seconds between two requests to one host."""

AT_ONCE: Final = 8
"""Requests that are under way at the same time, all to different hosts."""

LONGEST: Final = 5_000_000
"""Bytes that are read of a page."""

HEADERS: Final = {
    "User-Agent": f"wwc-bot/{version('wwc-bot')} (checks whether links still work)",
    "Accept": "text/html,*/*;q=0.8",
}

HTML: Final = ("text/html", "application/xhtml+xml")
PERMANENT: Final = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)
HOME: Final = ("", "/", "/index.html", "/index.php")
MISSING: Final = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
NO_SUCH_HOST: Final = (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME))


async def visit(
    urls: Iterable[str],
    note: Callable[[Visit], None],
    *,
    timeout: float = TIMEOUT,
    pause: float = PAUSE,
    at_once: int = AT_ONCE,
    connector: TCPConnector | None = None,
) -> None:
    """Go to every address once and hand over each visit as soon as it is made.

    Args:
        urls: the addresses.
        note: takes the visits, in the order in which they end.
        timeout: seconds for one address.
        pause: seconds between two requests to one host.
        at_once: requests under way at the same time.
        connector: opens the connections; aiohttp's own by default.

    """
    by_host: dict[str, list[str]] = {}
    for url in dict.fromkeys(urls):
        by_host.setdefault(urlsplit(url).netloc, []).append(url)
    limit = asyncio.Semaphore(at_once)

    async def visit_host(session: ClientSession, urls: list[str]) -> None:
        for at, url in enumerate(urls):
            if at:
                await asyncio.sleep(pause)
            async with limit:
                note(await _visit(session, url, timeout))

    session = ClientSession(
        connector=connector,
        headers=HEADERS,
        timeout=ClientTimeout(total=timeout),
        trust_env=True,
    )
    async with session, asyncio.TaskGroup() as tasks:
        for urls_of_host in by_host.values():
            tasks.create_task(visit_host(session, urls_of_host))


async def _visit(session: ClientSession, url: str, timeout: float) -> Visit:
    try:
        async with session.get(url) as response:
            return await _look(url, response)
    except ClientConnectorDNSError as error:
        unknown = isinstance(error.os_error, socket.gaierror)
        if unknown and error.os_error.errno in NO_SUCH_HOST:
            return Visit(url, Seen.GONE, "There is no host of this name.", answered=False)
        return _unsure(url, "The name of the host could not be looked up.")
    except ClientConnectorCertificateError as error:
        reason = getattr(error.certificate_error, "verify_message", "") or "not valid"
        return _unsure(url, f"The certificate of the host cannot be trusted ({reason}).")
    except ClientSSLError:
        return _unsure(url, "No encrypted connection came about.")
    except ClientProxyConnectionError:
        return _unsure(url, "The proxy could not be reached.")
    except ClientHttpProxyError as error:
        return _unsure(url, f"The proxy refused the address ({error.status}).")
    except TooManyRedirects:
        return _unsure(url, "It leads in circles.", answered=True)
    except TimeoutError:
        return _unsure(url, f"It did not answer within {timeout:g} seconds.")
    except ClientConnectorError as error:
        reason = error.os_error.strerror or "no reason given"
        return _unsure(url, f"No connection came about ({reason}).")
    except (ServerConnectionError, ClientPayloadError):
        return _unsure(url, "The connection broke off.")
    except (ClientError, OSError, ValueError):
        return _unsure(url, "What came back was not a page.")


def _unsure(url: str, why: str, *, answered: bool = False) -> Visit:
    return Visit(url, Seen.UNSURE, why, answered=answered)


async def _look(url: str, response: ClientResponse) -> Visit:
    """Tell from an answer what is at an address."""
    status, reached = response.status, response.url
    if status in MISSING:
        return Visit(url, Seen.GONE, f"The server says that there is no such page ({status}).")
    if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        return _unsure(url, f"The server refuses programs ({status}).", answered=True)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return _unsure(url, f"The server asks for fewer requests ({status}).", answered=True)
    if status >= HTTPStatus.BAD_REQUEST:
        return _unsure(url, f"The server reports an error ({status}).", answered=True)
    if response.history and _is_home(str(reached)) and not _is_home(url):
        return Visit(url, Seen.GONE, f"It leads to the home page instead ({reached}).")
    page = Page(await _text(response)) if response.content_type in HTML else None
    if page and (heading := page.says_missing()):
        return Visit(url, Seen.GONE, f'The page says of itself: "{heading[:100]}".')
    plain, fragment = urldefrag(url)
    forever = response.history and all(one.status in PERMANENT for one in response.history)
    moved = forever and str(reached).rstrip("/") != plain.rstrip("/")
    moved_to = str(reached.with_fragment(fragment or None)) if moved else ""
    if page and not page.has_place(fragment):
        return Visit(url, Seen.NO_PLACE, f"The page has no place '#{fragment}'.", moved_to)
    return Visit(url, Seen.ANSWERS, moved_to=moved_to)


def _is_home(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path in HOME and not parts.query


async def _text(response: ClientResponse) -> str:
    """Return the text of a page, or its beginning where it is very long."""
    body = bytearray()
    async for part in response.content.iter_chunked(65_536):
        body += part
        if len(body) > LONGEST:
            break
    try:
        return body.decode(response.charset or "utf-8", "replace")
    except LookupError:  # an encoding that nobody knows
        return body.decode("utf-8", "replace")
