"""A web site on this machine with every kind of failure, under any host name of ``.example``."""

import asyncio
import socket
import ssl
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aiohttp import TCPConnector, web
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.links.visiting import visit
from bot.links.visits import Visit

PAGE = """<!doctype html><title>Data policy</title><h1>Our data policy</h1>
<p>A page not found elsewhere.</p><h2 id="scope">Scope</h2><a name="why">Why</a>"""

SELF_SIGNED = Path(__file__).with_name("self-signed.pem")

GOES = {
    "/old": (301, "/page"),
    "/older": (308, "/old"),
    "/away": (302, "/page"),
    "/slash": (301, "/slash/"),
    "/secure": (301, "/page#scope"),
    "/lost": (302, "/"),
    "/circle": (302, "/circle"),
    "/mail": (302, "mailto:somebody@one.example"),
}
ERRORS = {"/missing": 404, "/removed": 410, "/private": 403, "/busy": 429, "/broken": 503}
PAGES = {
    "/": PAGE,
    "/page": PAGE,
    "/slash/": PAGE,
    "/soft": "<title>Acme | Page Not Found</title><h1>Oops</h1>",
    "/odd": PAGE,
}


class Site:
    """What the site was asked for: ``asked`` in order, and the most requests at one time.

    ``hold``: requests wait until this many are there at the same time. ``silence``: something was
    asked that is not answered.
    """

    def __init__(self, port: int = 0) -> None:
        """Begin with nothing asked."""
        self.port = port
        self.asked: list[web.Request] = []
        self.now: Counter[str] = Counter()
        self.most: Counter[str] = Counter()
        self.hold = 1
        self.silence = asyncio.Event()
        self.stopped = asyncio.Event()
        self._together = asyncio.Event()

    def url(self, path: str, host: str = "one.example", scheme: str = "http") -> str:
        """Return an address of the site."""
        return f"{scheme}://{host}:{self.port}{path}"

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer as the path says."""
        self.asked.append(request)
        for key in (request.host, "all"):
            self.now[key] += 1
            self.most[key] = max(self.most[key], self.now[key])
        try:
            return await self._answer(request)
        finally:
            self.now.subtract([request.host, "all"])

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        path = request.path
        if self.now["all"] >= self.hold:
            self._together.set()
        await self._together.wait()
        if path == "/silent":
            self.silence.set()
            await self.stopped.wait()
        if path == "/torn" and request.transport:
            request.transport.close()
        if path == "/guide.pdf":
            return web.Response(body=b"%PDF-1.7", content_type="application/pdf")
        if path in GOES:
            status, to = GOES[path]
            return web.Response(status=status, headers={"Location": to})
        if path in ERRORS:
            return web.Response(status=ERRORS[path])
        charset = "no-such-encoding" if path == "/odd" else "utf-8"
        headers = {"Content-Type": f"text/html; charset={charset}"}
        return web.Response(body=PAGES[path].encode(), headers=headers)


class Names(AbstractResolver):
    """Knows hosts of ``.example`` as this machine; ``gone.example`` does not exist."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Look up a host."""
        if host == "gone.example":
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        if host == "unsure.example":
            raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
        return [
            ResolveResult(
                hostname=host, host="127.0.0.1", port=port, family=family, proto=0, flags=0
            )
        ]

    async def close(self) -> None:
        """Close nothing."""


@asynccontextmanager
async def serving(tls: bool = False) -> AsyncIterator[Site]:
    """Serve the site while the context lasts."""
    site = Site()
    app = web.Application()
    app.router.add_get("/{path:.*}", site.answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0)
    await runner.setup()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH) if tls else None
    if context:
        context.load_cert_chain(SELF_SIGNED)
    await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context).start()
    site.port = runner.addresses[0][1]
    try:
        yield site
    finally:
        site.stopped.set()
        await runner.cleanup()


async def visited(*urls: str, **more: Any) -> list[Visit]:
    """Go to addresses without pauses and return the visits in the order in which they ended."""
    visits: list[Visit] = []
    await visit(
        urls, visits.append, connector=TCPConnector(resolver=Names()), **{"pause": 0, **more}
    )
    return visits
