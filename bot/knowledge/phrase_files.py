"""The files in which every line is a phrase: phrasings and vocabulary.

A YAML block scalar ("key: |") holds one phrase a line, so an editor needs no quotes, and a colon,
a hash or an apostrophe in a phrase cannot break the file.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bot.knowledge.vocabulary import Vocabulary
from bot.knowledge.yaml_file import Place, YamlFile
from bot.knowledge.yaml_form import Found, misfit

MAX_PHRASING = 600
"""Characters; three to five sentences of a story fit, and a pasted document does not."""

_PARTS = ("concepts", "shorthand", "ignored")
_DRESSED = re.compile(r"""- |(["']).*\1,?$|“.*”$""")
"""A phrase written like an item of a list or in quotes, as other files have them."""

_ID = re.compile(r"""["']?([\w-]+:[\w-]+)["']?\s*(:\s*)?(\|\s*)?""")


class Phrasing(NamedTuple):
    """A way to ask, and the line of the file it stands on (from 1)."""

    text: str
    line: int


PhraseFiles = Sequence[tuple[YamlFile, Mapping[str, tuple[Phrasing, ...]]]]
"""Files of ``phrasings/``, each with its phrasings by entry id."""


def phrase_misfit(lines: Sequence[str]) -> Found | None:
    """Return the first line of a file of ``phrasings/`` that is neither an id nor a phrasing."""
    has_id = False
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line.startswith("\t"):
            return number, "a tab is used to indent", "use two spaces"
        found = _ID.fullmatch(line.strip())
        if line.startswith(" "):
            if not has_id and found:
                return number, f"the id '{found[1]}' is indented", "begin the line with it"
            if not has_id:
                return number, "no id stands above the phrasing", "write it, with ': |' behind it"
        elif not found:
            instead = "indent a phrasing by two spaces; write an id like '2018:OD1: |'"
            return number, "the line is neither a phrasing nor an id", instead
        elif not found[2] or not found[3]:
            what = f"'{'|' if found[2] else ': |'}' is missing after '{found[1]}'"
            return number, what, "then one phrasing a line below, indented by two spaces"
        has_id = True
    return misfit(lines)


def read_phrasings(file: YamlFile) -> dict[str, tuple[Phrasing, ...]]:
    """Read a file of ``phrasings/``: entry id -> its phrasings in order."""
    if not isinstance(file.data, dict):
        if file.data is not None:
            instead = "write 'ID: |', then a phrasing a line"
            file.add_problem(0, "the file is not a map of ids", instead)
        return {}
    phrasings = {entry_id: _phrases(file, (entry_id,)) for entry_id in file.data}
    for text, line in (phrasing for lines in phrasings.values() for phrasing in lines):
        if len(text) > MAX_PHRASING:
            what = f"the phrasing is longer than {MAX_PHRASING} characters"
            file.add_problem(line, what, "shorten the story to what the question needs")
        elif (found := _ID.fullmatch(text)) and found[3]:
            file.add_problem(line, f"the id '{found[1]}' is indented", "begin the line with it")
        elif not re.search(r"\w", text):
            file.add_problem(line, f"'{text}' holds no word", "write a question or delete the line")
    return phrasings


def read_vocabulary(file: YamlFile) -> Vocabulary:
    """Read ``vocabulary.yaml``; what is wrong in it becomes problems of the file."""
    data = file.data if isinstance(file.data, dict) else {}
    for key in _PARTS:
        if key not in data and file.data is not None:
            file.add_problem(0, f"'{key}' is missing", f"add it: '{key}:'")
    for key in data.keys() - set(_PARTS):
        file.add_problem((key, "key"), f"unknown key '{key}'", "use concepts, shorthand or ignored")
    return Vocabulary(
        concepts=_concepts(file, _map(file, data, "concepts")),
        shorthand=_shorthand(file, _map(file, data, "shorthand")),
        ignored=frozenset(phrase.text.casefold() for phrase in _phrases(file, ("ignored",))),
    )


def _map(file: YamlFile, data: dict[str, object], key: str) -> dict[str, object]:
    value = data.get(key) or {}
    if not isinstance(value, dict):
        file.add_problem((key,), f"'{key}' is not a map", "write 'name: ...', a line for each")
        return {}
    return value


def _concepts(file: YamlFile, named: dict[str, object]) -> dict[str, tuple[str, ...]]:
    """Read the phrases of each concept, and note a phrase that stands under two."""
    owner: dict[str, str] = {}
    concepts = {}
    for name in named:
        phrases = _phrases(file, ("concepts", name))
        concepts[name] = tuple(phrase.text.casefold() for phrase in phrases)
        for text, line in phrases:
            other = owner.setdefault(text.casefold(), name)
            if other != name:
                what = f"'{text}' is already under the concept '{other}'"
                file.add_problem(line, what, "keep it under one of the two")
    return concepts


def _shorthand(file: YamlFile, pairs: dict[str, object]) -> dict[str, str]:
    for short, full in pairs.items():
        if not isinstance(full, str):
            what = f"the meaning of '{short}' is not text"
            file.add_problem(("shorthand", short), what, "put it in quotes")
    return {short: full for short, full in pairs.items() if isinstance(full, str)}


def _phrases(file: YamlFile, place: Place) -> tuple[Phrasing, ...]:
    """Return the phrases of a block scalar with their lines; note what is not one."""
    name = place[-1]
    value = file.data
    for part in place:
        value = value.get(part) if isinstance(value, dict) else None
    if value is None:
        return ()
    if isinstance(value, tuple):
        what = f"the phrases of '{name}' are a list with dashes"
        instead = f"take the dashes away and write '|' after '{name}:'"
        file.add_problem((*place, "key"), what, instead)
        return ()
    if place not in file.blocks:
        instead = "then one phrase a line below, indented by two spaces"
        file.add_problem((*place, "key"), f"'|' is missing after '{name}:'", instead)
        return ()
    first = file.line(place)
    phrases = tuple(
        Phrasing(" ".join(line.split()), first + offset)
        for offset, line in enumerate(value.split("\n"))
        if line.strip() and not line.lstrip().startswith("# ")
    )
    for text, line in phrases:
        if _DRESSED.match(text):
            file.add_problem(line, f"'{text}' is more than the phrase", "take dash or quotes away")
    return phrases
