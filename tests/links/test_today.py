"""The visits of today outlast a run that was broken off."""

from datetime import date
from pathlib import Path

import pytest

from bot.links.today import VisitsOfToday
from bot.links.visits import Seen, Visit

TODAY = date(2035, 2, 1)
PAGE = Visit("https://a.example/", Seen.ANSWERS, moved_to="https://b.example/")
GONE = Visit("https://a.example/old", Seen.GONE, "There is no such page.")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file in a folder that is not there yet."""
    return tmp_path / "config" / "links.jsonl"


def test_visits_are_kept_for_the_day(path: Path) -> None:
    """Another run of the same day has them; one of the next day has not, nor a later one."""
    first = VisitsOfToday(path, TODAY)
    first.add(PAGE)
    first.add(GONE)

    again = VisitsOfToday(path, TODAY)

    assert [again[visit.url] for visit in (PAGE, GONE)] == [PAGE, GONE]
    assert PAGE.url not in VisitsOfToday(path, date(2035, 2, 2))
    assert PAGE.url not in VisitsOfToday(path, TODAY)


@pytest.mark.parametrize(
    "visit",
    [
        Visit("u", Seen.UNSURE, "The server reports an error."),
        Visit("u", Seen.GONE, "There is no host of this name.", answered=False),
    ],
)
def test_what_may_be_otherwise_soon_is_not_kept(path: Path, visit: Visit) -> None:
    """What a lost network or a server in trouble made of an address is tried again."""
    visits = VisitsOfToday(path, TODAY)
    visits.add(visit)

    assert visits["u"] == visit
    assert "u" not in VisitsOfToday(path, TODAY)


def test_a_damaged_file_costs_only_its_damaged_lines(path: Path) -> None:
    """Half a line, as after a power cut, is passed over."""
    VisitsOfToday(path, TODAY).add(PAGE)
    with path.open("a") as file:
        file.write('[1]\n{"url": "x"}\n{"url": "x", "seen": "?"}\n{"url": ')

    visits = VisitsOfToday(path, TODAY)

    assert PAGE.url in visits
    assert "x" not in visits


def test_a_file_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    """Where the folder is not one, visits last as long as the run."""
    (tmp_path / "file").write_text("")
    visits = VisitsOfToday(tmp_path / "file" / "links.jsonl", TODAY)

    visits.add(PAGE)

    assert PAGE.url in visits
