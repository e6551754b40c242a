"""A local, strict Slack on real sockets for tests; start at `LocalSlack` in server.py."""

from .delivery import PATIENCE, Ack, Delivery
from .http_mode import HttpMode
from .server import Call, LocalSlack, Violation
from .socket_mode import SocketMode
from .workspace import ALICE, APP, BOB, BOT, BOT_USER, DM, GENERAL, TEAM

__all__ = [
    "ALICE",
    "APP",
    "BOB",
    "BOT",
    "BOT_USER",
    "DM",
    "GENERAL",
    "PATIENCE",
    "TEAM",
    "Ack",
    "Call",
    "Delivery",
    "HttpMode",
    "LocalSlack",
    "SocketMode",
    "Violation",
]
