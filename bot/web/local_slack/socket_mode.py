"""Socket Mode: tickets, hello, envelopes, acknowledgments and every way a connection can end.

https://docs.slack.dev/apis/events-api/using-socket-mode
"""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal
from uuid import uuid4

from aiohttp import WSMessage, WSMsgType, web

from .delivery import PATIENCE, Ack, Delivery, Door
from .schema import Json
from .validate import Problem
from .workspace import APP

if TYPE_CHECKING:
    from .server import LocalSlack

MAX_CONNECTIONS = 10
Reason = Literal["warning", "refresh_requested", "link_disabled", "too_many_websockets"]


@dataclass(eq=False)
class Connection:
    """One WebSocket of the app."""

    socket: web.WebSocketResponse
    request: web.Request
    silent: bool = False
    pings: int = 0
    pongs: int = 0
    waiting: dict[str, asyncio.Future[Any]] = field(default_factory=dict)


class SocketMode(Delivery):
    """The Slack end of Socket Mode; payloads go to the open connections in turn."""

    mode = "socket"

    def __init__(self, slack: LocalSlack) -> None:
        """Start without a connection."""
        super().__init__(slack)
        self.connections: list[Connection] = []
        self.opened = 0
        self.turning_away: Reason | Literal["closed"] | None = None
        self._tickets: set[str] = set()
        self._sent = 0
        self._done: set[str] = set()

    def ticket_url(self) -> str:
        """Give the address that apps.connections.open answers with; the ticket works once."""
        ticket = uuid4().hex
        self._tickets.add(ticket)
        return f"ws{self._slack.url.removeprefix('http')}/link/?ticket={ticket}&app_id={APP}"

    async def ready(self, timeout: float = PATIENCE) -> None:
        """Wait until the app is connected."""
        await self._slack.wait_for(lambda: self.connections, timeout)

    # The app's side of the connection

    async def link(self, request: web.Request) -> web.StreamResponse:
        """Serve one WebSocket until it ends."""
        fault = self._slack.faults.take("link")
        if fault and fault.kind == "hang":
            await asyncio.sleep(fault.seconds)
        elif fault and fault.kind == "drop" and request.transport:
            request.transport.abort()
            return web.Response()
        elif fault:
            wait = {"Retry-After": str(int(fault.seconds))} if fault.seconds > 0 else {}
            status = fault.status if fault.kind == "server_error" else 429
            return web.Response(status=status, headers=wait)
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets:
            return web.Response(status=403)
        self._tickets.discard(ticket)
        socket = web.WebSocketResponse(autoping=False)
        await socket.prepare(request)
        connection = Connection(socket, request)
        if len(self.connections) >= MAX_CONNECTIONS:
            await self._say_goodbye(connection, "too_many_websockets")
            await socket.close()
            return socket
        self.connections.append(connection)
        self.opened += 1
        await socket.send_json(self._hello())
        if self.turning_away:
            if self.turning_away != "closed":
                await self._say_goodbye(connection, self.turning_away)
            await socket.close()
        await self._slack.notify()
        try:
            async for message in socket:
                await self._hear(connection, message)
        finally:
            self._forget(connection)
            await self._slack.notify()
        return socket

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self.connections),
            "debug_info": {
                "host": "applink-local",
                "build_number": 54,
                "approximate_connection_time": 18060,
            },
            "connection_info": {"app_id": APP},
        }

    async def _hear(self, connection: Connection, message: WSMessage) -> None:
        """Answer pings and take acknowledgments, unless the connection went silent."""
        if connection.silent:
            return
        if message.type is WSMsgType.PING:
            connection.pings += 1
            await connection.socket.pong(message.data)
        elif message.type is WSMsgType.PONG:
            connection.pongs += 1
        elif message.type is WSMsgType.TEXT:
            self._acknowledged(connection, message.data)
        await self._slack.notify()

    def _acknowledged(self, connection: Connection, text: str) -> None:
        try:
            said = json.loads(text)
            envelope_id = said["envelope_id"]
        except (ValueError, KeyError, TypeError):
            self._slack.blame("socket", Problem("not_an_acknowledgment"))
            return
        future = connection.waiting.pop(envelope_id, None)
        if future and not future.done():
            future.set_result(said.get("payload"))
        elif envelope_id in self._done:
            self._slack.blame("socket", Problem("acknowledged_late_or_twice"))
        else:
            self._slack.blame("socket", Problem("unknown_envelope"))
        self._done.add(envelope_id)

    def _forget(self, connection: Connection) -> None:
        if connection in self.connections:
            self.connections.remove(connection)
        for future in connection.waiting.values():
            if not future.done():
                future.set_exception(ConnectionResetError())

    # Slack's side of the connection

    async def _send(self, door: Door, payload: Json, retry: int, reason: str) -> Ack:
        assert self.connections, "the app has no Socket Mode connection"
        connection = self.connections[self._sent % len(self.connections)]
        self._sent += 1
        envelope_id = str(uuid4())
        envelope: Json = {
            "envelope_id": envelope_id,
            "payload": payload,
            "type": door,
            "accepts_response_payload": door != "events_api",
        }
        if door == "events_api":
            envelope |= {"retry_attempt": retry, "retry_reason": reason}
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        connection.waiting[envelope_id] = future
        started = time.monotonic()
        try:
            async with asyncio.timeout(self._slack.ack_limit):
                if not connection.silent:
                    await connection.socket.send_json(envelope)
                body = await future
        except TimeoutError:
            connection.waiting.pop(envelope_id, None)
            self._done.add(envelope_id)
            return Ack(None, None, time.monotonic() - started, "ack_timeout")
        except ConnectionResetError:
            connection.waiting.pop(envelope_id, None)
            self._forget(connection)  # or the next payload would go to the dead connection again
            return Ack(None, None, time.monotonic() - started, "connection_lost")
        return Ack(200, body, time.monotonic() - started)

    async def ping(self) -> None:
        """Ping every connection and wait for the pongs."""
        asked = [(connection, connection.pongs) for connection in self.connections]
        for connection, _ in asked:
            await connection.socket.ping(b"Ping from applink-local")
        await self._slack.wait_for(lambda: all(each.pongs > before for each, before in asked))

    async def disconnect(self, reason: Reason = "refresh_requested") -> None:
        """Ask the app to connect anew; after any reason but "warning" the connections close."""
        for connection in list(self.connections):
            await self._say_goodbye(connection, reason)
            if reason != "warning":
                await connection.socket.close()

    async def _say_goodbye(self, connection: Connection, reason: Reason) -> None:
        goodbye = {"type": "disconnect", "reason": reason, "debug_info": {"host": "applink-local"}}
        await connection.socket.send_json(goodbye)

    def drop(self) -> None:
        """Cut every connection without a word, as a broken network does."""
        for connection in list(self.connections):
            if connection.request.transport:
                connection.request.transport.abort()

    def go_silent(self) -> None:
        """Keep the connections open, and neither send nor hear anything on them."""
        for connection in self.connections:
            connection.silent = True

    async def close(self) -> None:
        """Close every connection when the server ends."""
        self.drop()
        await asyncio.sleep(0)
