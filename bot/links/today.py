"""The visits of today, kept in a file, so that a run that was broken off can be gone on with.

The first line names the day; each further line is a visit, written as soon as it is made. Where no
server answered, or it could not be told what is there, nothing is kept: the next run tries again.
"""

import json
from contextlib import suppress
from datetime import date
from pathlib import Path

from bot.links.visits import Seen, Visit


class VisitsOfToday:
    """Visits by address. Where the file cannot be read or written, they last as long as the run."""

    def __init__(self, path: Path, today: date) -> None:
        """Take up the visits of a file, if it is of this day; begin it anew otherwise."""
        self._path = path
        self._visits: dict[str, Visit] = {}
        lines: list[str] = []
        with suppress(OSError, ValueError):
            lines = path.read_text(encoding="utf-8").splitlines()
        head = json.dumps({"day": today.isoformat()})
        if lines[:1] == [head]:
            for line in lines[1:]:
                with suppress(ValueError, TypeError):
                    visit = Visit(**json.loads(line))
                    self._visits[visit.url] = visit._replace(seen=Seen(visit.seen))
        else:
            with suppress(OSError):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(f"{head}\n", encoding="utf-8")

    def __contains__(self, url: str) -> bool:
        """Tell whether an address was visited today."""
        return url in self._visits

    def __getitem__(self, url: str) -> Visit:
        """Return the visit to an address."""
        return self._visits[url]

    def add(self, visit: Visit) -> None:
        """Keep a visit."""
        self._visits[visit.url] = visit
        if visit.answered and visit.seen is not Seen.UNSURE:
            with suppress(OSError), self._path.open("a", encoding="utf-8") as file:
                file.write(f"{json.dumps(visit._asdict())}\n")
