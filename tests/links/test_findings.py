"""What was seen beside what is recorded."""

from datetime import date

import pytest

from bot.knowledge.editing import Value
from bot.links.addresses import Address
from bot.links.findings import AGAIN, ANOTHER, BACK, PLACE, changes_by_file, compare
from bot.links.visits import Seen, Visit

URL = "https://readers.example/handbook"
TODAY = date(2035, 2, 1)
DAY: dict[str, Value] = {"checked": TODAY}
LOST: dict[str, Value] = {
    "status": "unknown",
    "status_note": "Was in use. There is no host of this name.",
    **DAY,
}
WHY = {Seen.ANSWERS: "", Seen.GONE: "There is no host of this name."}


def address(status: str, *keys: str) -> Address:
    """Return an address that is recorded so, with these keys in its block."""
    states = ("live", "archived", "unknown") if status else ()
    return Address(
        URL, "resources.yaml", 5, ("resources", 0), "resource:handbook",
        frozenset(keys), states, status, "Was in use.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("recorded", "seen", "do", "write"),
    [
        ("live", Seen.ANSWERS, "", DAY),
        ("live", Seen.NO_PLACE, PLACE, DAY),
        ("live", Seen.GONE, ANOTHER, LOST),
        ("live", Seen.UNSURE, AGAIN, {}),
        ("archived", Seen.ANSWERS, "", DAY),
        ("archived", Seen.GONE, ANOTHER, LOST),
        ("unknown", Seen.ANSWERS, BACK, {}),
        ("unknown", Seen.NO_PLACE, f"{PLACE} {BACK}", {}),
        ("unknown", Seen.GONE, "", DAY),
        ("unknown", Seen.UNSURE, "", {}),
        ("", Seen.ANSWERS, "", {}),
        ("", Seen.GONE, ANOTHER, {}),
        ("", Seen.UNSURE, AGAIN, {}),
    ],
)
def test_what_is_seen_and_what_is_recorded(
    recorded: str, seen: Seen, do: str, write: dict[str, Value]
) -> None:
    """What a machine can know is written; what it cannot is left to a person, who is told."""
    keys = ("status", "status_note", "checked") if recorded else ()

    finding = compare(address(recorded, *keys), Visit(URL, seen, WHY.get(seen, "?")), TODAY)

    assert finding.do == do
    assert finding.write == write


def test_a_page_that_moved_is_named() -> None:
    """The new address is for a person to write; the day is recorded."""
    visit = Visit(URL, Seen.ANSWERS, moved_to="https://readers.example/new")

    finding = compare(address("live", "status", "checked"), visit, TODAY)

    assert "write its new address: https://readers.example/new" in finding.do
    assert finding.write == DAY


def test_keys_that_a_model_does_not_have_are_not_written() -> None:
    """A block without a note gets none."""
    finding = compare(address("live", "status"), Visit(URL, Seen.GONE, "?"), TODAY)

    assert finding.write == {"status": "unknown"}


def test_changes_are_gathered_by_file() -> None:
    """Each key is written at its place in its file; what needs no change makes none."""
    findings = [
        compare(address("live", "checked"), Visit(URL, Seen.ANSWERS), TODAY),
        compare(address("live", "checked"), Visit(URL, Seen.UNSURE, "?"), TODAY),
    ]

    assert changes_by_file(findings) == {"resources.yaml": {("resources", 0, "checked"): TODAY}}
