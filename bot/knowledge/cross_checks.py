"""Checks that need more than one file: ids that must be unique, and ids that must exist."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from bot.knowledge.fields import Block
from bot.knowledge.ids import EntryId
from bot.knowledge.models import Criterion, OffTopic, Practice, Standard, Topic
from bot.knowledge.phrase_files import PhraseFiles
from bot.knowledge.validation import Located
from bot.knowledge.yaml_file import Place

Blocks = Sequence[Located[Any]]

_ASKABLE = (Criterion, Practice, Topic, OffTopic)
_LISTS_OF_IDS = ("resources", "partners", "ids", "criteria")
_SINGLE_IDS = ("provider", "standard", "city", "entry")
_NOT_WORD = re.compile(r"\W+")
_CORRECT = "correct the id or add what it names"


def cross_check(blocks: Blocks, phrase_files: PhraseFiles) -> None:
    """Note what does not fit together among blocks that are right in themselves."""
    owner: dict[str, Located[Any]] = {}
    doubled = False
    for located in blocks:
        first = owner.setdefault(located.block.id, located)
        if first is not located:
            where = f"{first.file.name}:{first.line('id')}"
            what = f"the id '{located.block.id}' is already used in {where}"
            located.add_problem(("id",), what, "give one of the two another id")
            doubled = True
    if doubled:
        return  # what refers to the id that one of the two should have is not wrong
    for located in blocks:
        for place, reference in _references(located.block):
            if reference not in owner:
                located.add_problem(place, f"there is no '{reference}'", _CORRECT)
    _check_standards(blocks)
    _check_counterparts(blocks)
    askable = {b.id for b in (located.block for located in blocks) if isinstance(b, _ASKABLE)}
    _check_phrasings(phrase_files, askable)


def _references(block: Block) -> Iterator[tuple[Place, str]]:
    """Yield every id that a block refers to, with its place in the block."""
    fields = dict(block)
    for key, value in fields.items():
        if key in _LISTS_OF_IDS and isinstance(value, tuple):
            yield from (((key, at), one) for at, one in enumerate(value) if isinstance(one, str))
        elif key in _SINGLE_IDS and value:
            yield (key,), value
        parts = value if isinstance(value, tuple) else (value,)
        for at, part in enumerate(parts):
            if isinstance(part, Block):
                place: Place = (key, at) if isinstance(value, tuple) else (key,)
                for within, reference in _references(part):
                    yield (*place, *within), reference


def _check_standards(blocks: Blocks) -> None:
    """Note what is in the folder of another standard, and codes that would name two practices."""
    standards = [located for located in blocks if isinstance(located.block, Standard)]
    known = {located.block.id for located in standards}
    current = [located for located in standards if located.block.current]
    if len(current) != 1:
        what = "not exactly one standard is current"
        standards[0].file.add_problem((), what, "write 'current: true' under one of them")
    owner: dict[tuple[str, str], str] = {}
    for located in _of_standards(blocks):
        block, folder = located.block, located.file.folder
        if folder not in known and isinstance(block, Practice):
            located.add_problem((), f"there is no standard '{folder}'", "add it to standards.yaml")
        if block.standard != folder:
            what = f"'{block.id}' is in the folder of {folder}"
            instead = f"begin the id with '{folder}:' or move the file"
            located.add_problem(("id",), what, instead)
        if isinstance(block, Practice):
            other = owner.setdefault((block.standard, block.abbreviation), block.id)
            if other != block.id:
                what = f"'{block.abbreviation}' is already the abbreviation of '{other}'"
                located.add_problem(("abbreviation",), what, "choose another one")
        elif block.official and block.confidence != "verbatim-seen":
            what = "'wording' is for sentences that were read word for word"
            instead = "put ours into 'summary', or write 'confidence: verbatim-seen' if it was"
            located.add_problem(("wording",), what, instead)


def _check_counterparts(blocks: Blocks) -> None:
    """Note counterparts of another kind or an older standard, missing, or claimed twice."""
    leading = {located.block.id for located in _of_standards(blocks) if located.block.leads}
    claimed: dict[str, str] = {}
    for located in _of_standards(blocks):
        block, place = located.block, ("counterpart", "ids")
        if (counterpart := block.counterpart) is None:
            continue
        targets = [EntryId.parse(entry_id) for entry_id in counterpart.ids]
        if any(t.kind != block.kind or t.standard <= block.standard for t in targets):
            what = f"not every one of these is a {block.kind} of a newer standard"
            located.add_problem(place, what, "give ids of such")
            continue
        if counterpart.match == "none":
            continue
        if len(targets) != 1:
            what = f"match '{counterpart.match}' needs exactly one id"
            located.add_problem(place, what, "give one, or write 'match: none'")
            continue
        twin = counterpart.ids[0]
        if other := claimed.get(twin):
            what = f"'{twin}' is already the counterpart of '{other}'"
            located.add_problem(place, what, "write 'match: none' for one of the two")
        if {twin, block.id} <= leading:
            what = f"'{block.id}' and its counterpart '{twin}' both lead"
            located.add_problem(("leads",), what, "write 'leads: true' under one of the two")
        claimed[twin] = block.id


def _of_standards(blocks: Blocks) -> Iterator[Located[Any]]:
    return (located for located in blocks if isinstance(located.block, Practice | Criterion))


def _check_phrasings(phrase_files: PhraseFiles, askable: set[str]) -> None:
    """Note phrasings of entries that do not exist, and those that stand in two places."""
    seen: dict[str, tuple[str, str, int]] = {}
    for file, by_entry in phrase_files:
        for entry_id, phrasings in by_entry.items():
            if entry_id not in askable:
                what = f"there is no entry '{entry_id}' to ask for"
                file.add_problem((entry_id, "key"), what, "correct the id or add the entry")
            for text, line in phrasings:
                key = _NOT_WORD.sub("", text.casefold())
                if key in seen:
                    other, name, first = seen[key]
                    where = "twice" if other == entry_id else f"also under '{other}'"
                    what = f"the phrasing '{text}' stands {where} ({name}:{first})"
                    file.add_problem(line, what, "keep it in one place")
                else:
                    seen[key] = (entry_id, file.name, line)
