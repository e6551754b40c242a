"""The short answer for one entry: a sentence, the wording, where to start, one line of source."""

import re
from collections.abc import Iterable, Iterator

from bot.answers.compose import card
from bot.answers.models import Card, Part, ResourceLink, Words
from bot.answers.words import (
    ABOUT_PROGRAM,
    CHECKED,
    CURRENT,
    FOR_PRACTICE,
    OFFICIAL,
    OURS,
    RETIRED,
    SAME_SENTENCE,
    SOURCE,
    START_HERE,
    STATE,
    say,
)
from bot.knowledge import Catalog, Criterion, Topic

MOST_LINKS = 2
"""Addresses in a short answer; the card has all."""

_FIRST_NAME = re.compile(r", | \((?=[^()]{12})")
_DETAIL = re.compile(r"\s*\([^()]*\)\s*$")
_URL = re.compile(r"https?://[^\s()]+[^\s().,;]")


def entry_part(
    catalog: Catalog, entry_id: str, lines: Iterable[tuple[Words, ...]] = (), sentence: str = ""
) -> Part:
    """Answer with an entry; ``sentence`` stands in place of its lead, ``lines`` below it.

    Raises:
        KeyError: when the catalog has no such entry.

    """
    shown = card(catalog, entry_id)
    lead = sentence or lead_of(catalog, entry_id)
    quote = "" if sentence else official_wording(catalog, entry_id) or ""
    return Part(
        sentence=lead,
        choice=shown.choice,
        quote=quote,
        lines=tuple(lines),
        links=tuple(start_here(shown.resources)),
        small=small(catalog, shown),
    )


def lead_of(catalog: Catalog, entry_id: str) -> str:
    """Return the one sentence that says what an entry is about.

    Raises:
        KeyError: when the catalog has no such entry.

    """
    entry = catalog.entries[entry_id]
    return entry.lead or (entry.statements[0].text if isinstance(entry, Topic) else entry.summary)


def official_wording(catalog: Catalog, entry_id: str) -> str | None:
    """Return the official sentence of an entry, also where only its twin's was read.

    A twin counts where the sentence of both is the same.
    """
    entry = catalog.entries[entry_id]
    if entry.official:
        return entry.official
    twin = same_sentence(catalog, entry_id)
    return catalog.entries[twin].official if twin else None


def same_sentence(catalog: Catalog, entry_id: str) -> str | None:
    """Return the entry of another standard that has the same sentence, if any."""
    twin = catalog.twin(entry_id)
    if twin is None:
        return None
    for one in (entry_id, twin):
        entry = catalog.entries[one]
        if isinstance(entry, Criterion) and entry.counterpart and entry.counterpart.match == "same":
            return twin
    return None


def start_here(resources: Iterable[ResourceLink]) -> Iterator[tuple[Words, ...]]:
    """Say where to start, what works first; a copy stands before a page that may be gone.

    What is named for the whole practice is shown only where nothing is named for the entry itself.
    """
    own = [one for one in resources if one.borrowed_from != "practice"]
    shown = own or list(resources)
    shown.sort(key=lambda one: not (one.status == "live" or one.successor_url))
    label, left = [Words(say(START_HERE if own else FOR_PRACTICE) + " ")], MOST_LINKS
    for link in shown:
        said = resource_words(link)
        left -= sum(bool(one.url) for one in said)
        if left >= 0:
            yield (*label, *said)
        label = []


def resource_words(link: ResourceLink) -> tuple[Words, ...]:
    """Name a resource with the state of its link, and a working copy first where there is one."""
    state = say(STATE[link.status])
    itself = (Words(link.title, link.url), Words(f" – {state}"))
    if link.status != "live" and link.successor_url and link.successor_title:
        return (Words(link.successor_title, link.successor_url), Words("; "), *itself)
    # A provider's name may begin with the title, as "Government Performance Lab, Harvard" does.
    provider = link.provider.removeprefix(f"{link.title}, ")
    provider = _FIRST_NAME.split(provider)[0]
    by = "" if provider == link.title else f", {provider}"
    return (itself[0], Words(f"{by} – {state}"))


def small(catalog: Catalog, shown: Card) -> tuple[Words, ...]:
    """Say where an entry stands: code, standard, whose words, source and the day of its link."""
    official = official_wording(catalog, shown.choice.entry_id) is not None
    pieces = [shown.choice.code] if shown.choice.code else []
    pieces.append(standing(catalog, shown.choice.standard))
    if shown.kind == "criterion":
        if twin := same_sentence(catalog, shown.choice.entry_id):
            pieces.append(say(SAME_SENTENCE, standard=catalog.entries[twin].standard))
        pieces.append(say(OFFICIAL if official else OURS))
    else:
        pieces.append(say(OURS))
    words = [Words(" · ".join(pieces) + " · "), *source_words(shown.source)]
    if shown.resources:
        day = max(link.checked for link in shown.resources)
        words.append(Words(" · " + say(CHECKED, day=f"{day.day} {day:%b %Y}")))
    return tuple(words)


def role_part(
    catalog: Catalog,
    role: str,
    sentence: str,
    lines: Iterable[tuple[Words, ...]],
    sources: Iterable[str],
    standard: str = "",
) -> Part:
    """Answer on the subject of the topic that has a role, with its first resource."""
    topic_id = catalog.topic_of_role.get(role)
    shown = card(catalog, topic_id) if topic_id else None
    return Part(
        sentence=sentence,
        choice=shown.choice if shown else None,
        lines=tuple(lines),
        links=tuple(start_here(shown.resources))[:1] if shown else (),
        small=(small_of_standard(catalog, standard), *source_words(sources)),
    )


def small_of_standard(catalog: Catalog, standard: str) -> Words:
    """Begin the line of source with the standard, or with the program where none is spoken of."""
    return Words(f"{standing(catalog, standard)} · ")


def standing(catalog: Catalog, standard: str) -> str:
    """Say of a standard whether it is the current one."""
    if not standard:
        return say(ABOUT_PROGRAM)
    current = catalog.standards[standard].current
    return say(CURRENT if current else RETIRED, standard=standard)


def source_words(sources: Iterable[str]) -> tuple[Words, ...]:
    """Name the first source that can be opened; the first one in words where none can."""
    listed = list(sources)
    for one in listed:
        if found := _URL.search(one):
            return (Words(say(SOURCE), found[0]),)
    return (Words(f"{say(SOURCE)}: {_DETAIL.sub('', listed[0])}"),) if listed else ()


def one_line(text: str) -> tuple[Words, ...]:
    """Return a line of plain words."""
    return (Words(text),)
