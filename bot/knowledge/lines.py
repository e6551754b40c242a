"""The files in which every line is a phrase: phrasings and vocabulary.

A YAML block scalar ("key: |") holds one phrase a line, so an editor needs no quotes, and a colon,
a hash or an apostrophe in a phrase cannot break the file.
"""

import re
from typing import NamedTuple

from bot.knowledge.source import Place, Source
from bot.knowledge.vocabulary import Vocabulary

MAX_PHRASING = 300
"""Characters; a longer phrasing is a story, of which the asking sentence is enough."""

_DRESSED = re.compile(r"""- |(["']).*\1,?$|“.*”$""")
"""A phrase written like an item of a list or in quotes, as other files have them."""


class Phrasing(NamedTuple):
    """A way to ask, and the line of the file it stands on (from 1)."""

    text: str
    line: int


def read_phrasings(source: Source) -> dict[str, tuple[Phrasing, ...]]:
    """Read a file of ``phrasings/``: entry id -> its phrasings in order."""
    if not isinstance(source.data, dict):
        source.add_problem((), "the file is no map of ids", "write 'ID: |', then a phrasing a line")
        return {}
    phrasings = {}
    for entry_id in source.data:
        lines = _lines(source, (entry_id,))
        phrasings[entry_id] = tuple(lines)
        for phrasing in lines:
            if len(phrasing.text) > MAX_PHRASING:
                source.lines[(entry_id, phrasing.line)] = phrasing.line
                source.add_problem(
                    (entry_id, phrasing.line),
                    f"the phrasing is longer than {MAX_PHRASING} characters",
                    "keep only the sentence that asks",
                )
    return phrasings


def read_vocabulary(source: Source) -> Vocabulary:
    """Read ``vocabulary.yaml``; what is wrong in it becomes problems of the source."""
    data = source.data if isinstance(source.data, dict) else {}
    if source.data is not None:
        for key in ("concepts", "shorthand", "ignored"):
            if key not in data:
                source.add_problem((), f"'{key}' is missing", f"add it: '{key}:'")
        for key in data.keys() - {"concepts", "shorthand", "ignored"}:
            source.add_problem(
                (key, "key"), f"unknown key '{key}'", "use concepts, shorthand or ignored"
            )
    concepts: dict[str, tuple[str, ...]] = {}
    owner: dict[str, str] = {}
    named = data.get("concepts", {})
    if not isinstance(named, dict):
        source.add_problem(
            ("concepts",), "'concepts' is no map", "write 'name: |' for each concept"
        )
        named = {}
    for name in named:
        phrases = []
        for phrase in _lines(source, ("concepts", name)):
            text = phrase.text.casefold()
            if text in owner:
                place: Place = ("concepts", name, phrase.line)
                source.lines[place] = phrase.line
                source.add_problem(
                    place,
                    f"'{phrase.text}' is already under the concept '{owner[text]}'",
                    "keep it under one of the two",
                )
                continue
            owner[text] = name
            phrases.append(text)
        concepts[name] = tuple(phrases)
    return Vocabulary(
        concepts=concepts,
        shorthand=_pairs(source, data),
        ignored=frozenset(
            phrase.text.casefold() for phrase in _lines(source, ("ignored",)) if "ignored" in data
        ),
    )


def _pairs(source: Source, data: dict[str, object]) -> dict[str, str]:
    pairs = data.get("shorthand", {})
    if not isinstance(pairs, dict):
        source.add_problem(("shorthand",), "'shorthand' is no map", "write 'short: full words'")
        return {}
    for short, full in pairs.items():
        if not isinstance(full, str):
            source.add_problem(
                ("shorthand", short), f"the meaning of '{short}' is not text", "put it in quotes"
            )
    return {short: full for short, full in pairs.items() if isinstance(full, str)}


def _lines(source: Source, place: Place) -> list[Phrasing]:
    """Return the phrases of a block scalar with their lines; note what is not one."""
    value = source.data
    for part in place:
        value = value.get(part) if isinstance(value, dict) else None
    if value is None:
        return []
    if not isinstance(value, str):
        name = place[-1]
        source.add_problem(
            place, f"'{name}' is not a block of lines", f"write '{name}: |', then one phrase a line"
        )
        return []
    if place not in source.blocks:
        source.add_problem(
            (*place, "key"), f"'|' is missing after '{place[-1]}:'", "then one phrase a line below"
        )
        return []
    first = source.line(place)
    phrases = [
        Phrasing(" ".join(line.split()), first + offset)
        for offset, line in enumerate(value.split("\n"))
        if line.strip() and not line.lstrip().startswith("# ")
    ]
    for phrase in phrases:
        if _DRESSED.match(phrase.text):
            here = (*place, phrase.line)
            source.lines[here] = phrase.line
            source.add_problem(
                here, f"'{phrase.text}' is more than the phrase", "take the dash or quotes away"
            )
    return phrases
