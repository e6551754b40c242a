"""What was seen at an address beside what is recorded: whether it differs, and what to do."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, NamedTuple

from bot.knowledge.editing import Value
from bot.knowledge.yaml_file import Place
from bot.links.addresses import Address
from bot.links.visits import Seen, Visit

UNSEEN: Final = "unknown"
"""The recorded state of an address at which nothing was seen."""

AGAIN: Final = "Try again another day, and open it in a browser."
ANOTHER: Final = "Find where the page went, or take the address out."
PLACE: Final = "Give the page's own address, or that of another place in it."
BACK: Final = (
    "It answers. Read it, then write its status, a status_note that is true now, and today as "
    "checked: only a person sees whether a page is kept up."
)


class Finding(NamedTuple):
    """An address, what was seen there, and what to do about it.

    ``do`` is empty where all is as recorded. ``write`` holds what can be recorded without a
    person's judgment, by the key of the address's block.
    """

    address: Address
    visit: Visit
    do: str
    write: dict[str, Value]


def compare(address: Address, visit: Visit, today: date) -> Finding:
    """Put what was seen at an address beside what is recorded of it.

    A state is written only where a machine can know it: an address at which nothing is becomes
    unknown, with why in its note. One that answers again stays unknown until somebody has read it.
    """
    back = address.status == UNSEEN
    checked = _of(address, {"checked": today})
    match visit.seen:
        case Seen.UNSURE:
            return Finding(address, visit, "" if back else AGAIN, {})
        case Seen.GONE if back:
            return Finding(address, visit, "", checked)
        case Seen.GONE:
            lost = {"status": UNSEEN, "status_note": f"{address.note} {visit.why}".strip()}
            write = _of(address, lost) | checked if UNSEEN in address.states else {}
            return Finding(address, visit, ANOTHER, write)
    do = [PLACE] if visit.seen is Seen.NO_PLACE else []
    if visit.moved_to:
        do.append(f"It moved for good; write its new address: {visit.moved_to}")
    if back:
        do.append(BACK)
    return Finding(address, visit, " ".join(do), {} if back else checked)


def _of(address: Address, values: Mapping[str, Value]) -> dict[str, Value]:
    """Leave out the keys that the address's model does not have."""
    return {key: value for key, value in values.items() if key in address.keys}


def changes_by_file(findings: Iterable[Finding]) -> dict[str, dict[Place, Value]]:
    """Return what can be written, by file and place."""
    changes: dict[str, dict[Place, Value]] = {}
    for finding in findings:
        for key, value in finding.write.items():
            place = (*finding.address.place, key)
            changes.setdefault(finding.address.file, {})[place] = value
    return changes
