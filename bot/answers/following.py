"""Following a conversation: what a turn means that names no subject of its own."""

import re
from dataclasses import dataclass

from bot.answers.models import Part, Turn
from bot.answers.talk import courtesy_part, what_do_you_mean_part
from bot.answers.words import NO_NUMBER, say
from bot.asking import Wanted
from bot.asking.numbers import read_numbers
from bot.knowledge import Catalog
from bot.matching import Decision, Match
from bot.matching.text import fold

_ORDINALS = {
    word: number
    for number, spelled in enumerate(
        (
            "first 1st primero primera primer primeiro primeira",
            "second 2nd segundo segunda",
            "third 3rd tercero tercera tercer terceiro terceira",
            "fourth 4th cuarto cuarta quarto quarta",
            "fifth 5th quinto quinta",
        ),
        start=1,
    )
    for word in spelled.split()
}
_AROUND = re.compile(
    r"\b(?:the|la|el|las|los|a|o|number|numero|option|opcion|opcao|no|nr|one|please|ok|i mean|pick"
    r"|show me|show|take|choose|mean|i|uno|una|um|uma|por favor|yes|si|sim|go with)\b|[#.,!?()]"
)
_LAST = frozenset("last ultimo ultima".split())

KINDS = (
    "compare", "proof", "example", "helper", "changed", "link", "state", "license", "why", "more",
    "ask",
)  # fmt: skip
"""Kinds of asking that a conversation can go on with, the most telling first."""

PICKED_KINDS = ("proof", "example", "helper")
"""Kinds of asking that hold for what is picked, too."""

NEEDS_SUBJECT = frozenset(
    ("proof", "link", "state", "license", "compare", "changed", "example", "helper", "ask")
)
"""Kinds of asking that say nothing without a subject."""

MOST_LEANING = 3
"""Words of its own that a question may have which goes on with the last subject."""

MOST_PICKED = 20
"""A larger number is none of a list."""


@dataclass(frozen=True)
class Follow:
    """What a turn means: entries to answer with, in a kind of asking, or a part that is said.

    Where both are empty, the question names a subject of its own and ``kind`` goes on.
    ``remember``: what the conversation then speaks of, where that is more than the entries.
    """

    entries: tuple[str, ...] = ()
    kind: str = ""
    part: Part | None = None
    remember: tuple[str, ...] = ()


def follow(catalog: Catalog, wanted: Wanted, text: str, turn: Turn | None) -> Follow | None:
    """Resolve a turn by the last one; None where it does not lean on it."""
    if (number := picked_number(text)) is not None:
        return _pick(catalog, turn, number)
    if turn is None:
        return None
    if wanted.alone in ("yes", "no"):
        return _yes_or_no(catalog, turn, wanted.alone)
    if wanted.rest or wanted.names_something:
        return Follow(kind=turn.kind) if _goes_on(wanted, turn) else None
    if any(number.exact for number in wanted.numbers) and not wanted.standards:
        return None
    return _without_subject(catalog, wanted, turn)


def lacks_subject(wanted: Wanted, match: Match) -> bool:
    """Tell whether a question points to something that it does not name."""
    if wanted.rest or match.by_code or wanted.names_something:
        return False
    points = "reference" in wanted.kinds or ("instead" in wanted.kinds and wanted.standards)
    asks = not wanted.kinds.isdisjoint(NEEDS_SUBJECT)
    return bool(points or (asks and match.decision is not Decision.ANSWER))


def leans(wanted: Wanted, match: Match) -> bool:
    """Tell whether a question that is not clear by itself goes on with the last subject."""
    short = "reference" in wanted.kinds and len(wanted.rest) <= MOST_LEANING
    return short and match.decision is Decision.CHOICES and not match.by_code


def picked_number(text: str) -> int | None:
    """Return the number that is all a message says: "2", "the second one", "option 3", "last"."""
    said = _AROUND.sub(" ", fold(text)).split()
    if len(said) != 1:
        return 1 if fold(text).strip(" .!") in ("one", "uno", "um") else None
    word = said[0]
    if word in _LAST:
        return -1
    if word in _ORDINALS:
        return _ORDINALS[word]
    numbers = read_numbers(word)
    whole = len(numbers) == 1 and numbers[0].value < MOST_PICKED and "%" not in word
    return int(numbers[0].value) if whole and re.fullmatch(r"[a-z]+|[0-9]+", word) else None


def _pick(catalog: Catalog, turn: Turn | None, number: int) -> Follow | None:
    offered = (turn.offered or turn.entries) if turn else ()
    if not offered:
        return Follow(part=what_do_you_mean_part(catalog))
    if number > len(offered) or number == 0:
        return Follow(part=Part(say(NO_NUMBER, number=number)))
    entry_id = offered[number - 1 if number > 0 else number]
    assert turn
    return Follow((entry_id,), turn.kind if turn.kind in PICKED_KINDS else "")


def _yes_or_no(catalog: Catalog, turn: Turn, said: str) -> Follow:
    if said == "yes" and turn.offered:
        return Follow(turn.offered[:1])
    if said == "yes":
        return Follow(part=courtesy_part(catalog, "okay"))
    return Follow(part=courtesy_part(catalog, "no"))


def _goes_on(wanted: Wanted, turn: Turn) -> bool:
    """Tell whether a new subject is asked for in the same way: "and for contracting?"."""
    own = wanted.kinds - {"instead", "reference"}
    return "instead" in wanted.kinds and not own and turn.kind in KINDS


def _without_subject(catalog: Catalog, wanted: Wanted, turn: Turn) -> Follow | None:
    """Answer a turn that names nothing with what was spoken of."""
    spoken = turn.entries or turn.offered[:1]
    if not spoken:
        return None
    kind = next((one for one in KINDS if one in wanted.kinds), "")
    if wanted.is_about("list", "count", "level", "certified", "eligible") and not kind:
        return None
    if turn.city:
        return None  # what is asked of a city is answered where cities are
    if kind == "link" and turn.kind == "example":
        kind = "example"
    if len(wanted.standards) == 1 and kind not in ("compare", "changed"):
        other = _in_standard(catalog, spoken[0], wanted.standards[0])
        if other and other != spoken[0]:
            return Follow((other,), kind, remember=(other, *spoken))
        return Follow((spoken[0],), "changed")
    if kind == "compare":
        pair = spoken[:2]
        twin = catalog.twin(spoken[0])
        return Follow(pair if len(pair) > 1 or not twin else (spoken[0], twin), "compare")
    if kind or wanted.is_about("reference") or wanted.is_about("instead"):
        if not kind and not wanted.is_about("reference"):
            return None
        if "other" in wanted.kinds and (twin := catalog.twin(spoken[0])):
            return Follow((twin,), kind, remember=(twin, *spoken))
        return Follow((spoken[0],), kind, remember=spoken)
    return None


def _in_standard(catalog: Catalog, entry_id: str, standard: str) -> str | None:
    """Return what stands for an entry in a standard: itself, its twin or the nearest."""
    entry = catalog.entries[entry_id]
    if entry.standard == standard:
        return entry_id
    twin = catalog.twin(entry_id)
    if twin and catalog.entries[twin].standard == standard:
        return twin
    same_code = f"{standard}:{entry.code}"
    return same_code if entry.code and same_code in catalog.entries else None
