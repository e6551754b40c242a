"""The log: one line a record, never a token, and never Slack's payloads.

The bot logs no message text on purpose. Should a secret get into a line all the same, it is taken
out before the line is written; and the libraries, which print whole payloads at DEBUG, stay at INFO
whatever the level is.
"""

import logging
import re
import sys
import traceback
from typing import Any

SECRET = re.compile(
    r"""
    \bxox[a-z](?:\.xox[a-z])?-[\w.-]+ | \bxapp-[\w-]+ | \bxwfp-[\w-]+   # tokens
    | (?<=ticket=)[^&\s'"]+                                          # the key of a socket address
    | (?<=/)(?:response|actions|commands|app|services)/[A-Z0-9]\w*/[\w/-]+  # response_url paths
    """,
    re.VERBOSE,
)
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def redact(text: str) -> str:
    """Take out everything that looks like a secret."""
    return SECRET.sub("[secret]", text)


class RedactingFormatter(logging.Formatter):
    """Formats a record as one line without secrets; of an exception it shows kind and places."""

    def formatException(self, ei: Any) -> str:  # noqa: N802 - the name is logging's
        """Format an exception without its text, which may quote what somebody wrote."""
        kind, _, trace = ei
        places = [
            f"{frame.filename.rpartition('/')[2]}:{frame.lineno}"
            for frame in traceback.extract_tb(trace)
        ]
        return f"{kind.__name__ if kind else ''} at {' > '.join(places)}"

    def format(self, record: logging.LogRecord) -> str:
        """Return the line to write. Nothing in a record can begin a line of its own."""
        record.exc_text = None  # another formatter may have kept the text of the exception here
        line = " | ".join(super().format(record).splitlines())
        return redact(CONTROL.sub(lambda found: ascii(found[0])[1:-1], line))


def set_up(level: str = "INFO") -> None:
    """Send the log to standard error, where systemd and container platforms pick it up.

    ``level`` is the bot's own.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level="INFO", handlers=[handler], force=True)
    logging.getLogger("bot").setLevel(level)
