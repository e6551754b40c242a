"""What whoever runs the bot reads on standard error and in the log."""

import errno
import socket

import pytest

from bot.ops import texts


@pytest.mark.parametrize(
    ("error", "named"),
    [
        (socket.gaierror(socket.EAI_NONAME, "Name or service not known"), "the host example"),
        (OSError(errno.EADDRNOTAVAIL, "Cannot assign requested address"), "the host example"),
        (OSError(errno.EADDRINUSE, "Address already in use"), "port 3000"),
        (PermissionError(errno.EACCES, "Permission denied"), "port 3000"),
    ],
)
def test_the_host_or_the_port_is_at_fault(error: OSError, named: str) -> None:
    """A host that is not ours is named as such, and not the port."""
    assert named in texts.cannot_listen("example", 3000, error)


@pytest.mark.parametrize(
    ("host", "address"),
    [("::1", "http://[::1]:3000"), ("127.0.0.1", "http://127.0.0.1:3000")],
)
def test_an_address_can_be_pasted_into_a_browser(host: str, address: str) -> None:
    """An IPv6 host stands in brackets."""
    assert texts.address(host, 3000) == address
