"""Ids: that each names one thing, stands where it belongs, and exists where it is named."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from bot.fuzzy import closest
from bot.knowledge.ids import EntryId
from bot.knowledge.located import Located, Parts
from bot.knowledge.models import Criterion, OffTopic, Practice, Topic
from bot.knowledge.problems import Problem
from bot.knowledge.standard_models import Standard
from bot.knowledge.yaml_file import Place, YamlFile

Use = tuple[YamlFile, Place]
"""Where an id is named."""

_ASKABLE = (Criterion, Practice, Topic, OffTopic)
_LISTS_OF_IDS = ("resources", "partners", "ids", "criteria")
_SINGLE_IDS = ("provider", "standard", "city", "entry")
_CORRECT = "correct the id or add what it names"


def ids_are_unique(parts: Parts) -> Iterator[Problem]:
    """Yield ids that were given before; one for each two files, since a copy repeats them all."""
    owner: dict[str, Located[Any]] = {}
    said = set()
    for located in parts.blocks:
        first = owner.setdefault(located.block.id, located)
        files = (first.file.name, located.file.name)
        if first is located or files in said:
            continue
        what = f"the id '{located.block.id}' is already used in {files[0]}:{first.line('id')}"
        instead = "give one of the two another id"
        if files[0] != files[1]:
            said.add(files)
            instead += ", or take out what was copied"
        yield located.problem(("id",), what, instead)


def ids_fit_their_place(parts: Parts) -> Iterator[Problem]:
    """Yield ids in the folder of another standard, and codes that do not fit the practice."""
    standards = {located.block.id for located in parts.of(Standard)}
    practice_of = {located.file.name: located for located in parts.of(Practice)}
    owner: dict[tuple[str, str], str] = {}
    for located in parts.of_standards():
        block, folder = located.block, located.file.folder
        if block.standard != folder:
            what = f"'{block.id}' is in the folder of {folder}"
            instead = f"begin the id with '{folder}:' or move the file"
            yield located.problem(("id",), what, instead)
        if isinstance(block, Practice):
            if folder not in standards:
                what = f"there is no standard '{folder}'"
                yield located.problem((), what, "add it to standards.yaml")
            other = owner.setdefault((block.standard, block.abbreviation), block.id)
            if other != block.id:
                what = f"'{block.abbreviation}' is already the abbreviation of '{other}'"
                yield located.problem(("abbreviation",), what, "choose another one")
            elif (letters := _all_letters(parts, located.file)) not in ("", block.abbreviation):
                what = f"the criteria of this practice begin with '{letters}'"
                yield located.problem(("abbreviation",), what, f"write '{letters}' here, too")
        else:
            practice = practice_of[located.file.name].block
            if _letters(block) not in (practice.abbreviation, _all_letters(parts, located.file)):
                what = f"'{block.id}' does not begin with '{practice.abbreviation}'"
                yield located.problem(("id",), what, f"write it so, as '{practice.id}' has it")


def _all_letters(parts: Parts, file: YamlFile) -> str:
    """Return the letters that most codes of a file begin with; "" where no letters do."""
    found = [_letters(located.block) for located in parts.of(Criterion) if located.file is file]
    return next((letters for letters in found if found.count(letters) > max(1, len(found) / 2)), "")


def _letters(criterion: Criterion) -> str:
    return criterion.code.rstrip("0123456789")


def references_exist(parts: Parts) -> Iterator[Problem]:
    """Yield ids that name nothing, with the one that was probably meant.

    Where several places name an id that is missing, and an id like it is named by none, the latter
    was mistyped or changed; it is said there, and not at all the places that name it.
    """
    known = {located.block.id: located for located in parts.blocks}
    askable = {located.block.id for located in parts.of(*_ASKABLE)}
    missing: dict[str, list[Use]] = defaultdict(list)
    named = set()
    for entry_id, use in _uses(parts):
        in_phrasings = use[1][-1] == "key"
        named.add(entry_id)
        if entry_id not in (askable if in_phrasings else known):
            missing[entry_id].append(use)
    for entry_id, uses in missing.items():
        alike = [other for other in known if _kind(other) == _kind(entry_id)]
        changed = closest(entry_id, (other for other in alike if other not in named))
        if changed and len(uses) > 1:
            what = f"nothing names '{changed}', but {len(uses)} places name '{entry_id}'"
            yield known[changed].problem(("id",), what, "write it like one of the two everywhere")
            continue
        for file, place in uses:
            what = f"there is no '{entry_id}'"
            if place[-1] == "key":
                what = f"there is no entry '{entry_id}' to ask for"
            yield file.problem(place, what, _meant(entry_id, alike))


def _uses(parts: Parts) -> Iterator[tuple[str, Use]]:
    """Yield every id that is named, with where."""
    for located in (*parts.blocks, *parts.labels):
        for place, text in located.texts():
            key = place[-1] if isinstance(place[-1], str) else place[-2]
            if key in (_SINGLE_IDS if isinstance(place[-1], str) else _LISTS_OF_IDS):
                yield text, (located.file, (*located.place, *place))
    for file, by_entry in parts.phrase_files:
        for entry_id in by_entry:
            yield entry_id, (file, (entry_id, "key"))


def _kind(entry_id: str) -> tuple[str, str]:
    """Return what an id shares with those that could be meant: its kind, and a code's letters."""
    try:
        read = EntryId.parse(entry_id)
    except ValueError:  # a key of phrasings, which may be anything, or a standard
        return "", ""
    return read.kind, f"{read.standard}:{read.code.rstrip('0123456789')}" if read.code else ""


def _meant(entry_id: str, alike: Iterable[str]) -> str:
    """Return what to write in place of an id that names nothing."""
    if _kind(entry_id)[1] and (codes := list(alike)):
        return f"correct the id ({codes[0]} to {codes[-1]} are known) or add what it names"
    near = closest(entry_id, alike)
    return f"did you mean '{near}'?" if near else _CORRECT


def counterparts_are_newer(parts: Parts) -> Iterator[Problem]:
    """Yield counterparts of another kind or an older standard, too many, or claimed twice."""
    leading = {located.block.id for located in parts.of_standards() if located.block.leads}
    claimed: dict[str, str] = {}
    for located in parts.of_standards():
        block, place = located.block, ("counterpart", "ids")
        for at, other in enumerate(block.differs):
            if other.entry == block.id:
                what = f"'{block.id}' is said to differ from itself"
                yield located.problem(("differs", at, "entry"), what, "name the other one")
        if (counterpart := block.counterpart) is None:
            continue
        targets = [EntryId.parse(entry_id) for entry_id in counterpart.ids]
        if any(t.kind != block.kind or t.standard <= block.standard for t in targets):
            what = f"not every one of these is a {block.kind} of a newer standard"
            yield located.problem(place, what, "give ids of such")
            continue
        if counterpart.match == "none":
            continue
        if len(targets) != 1:
            what = f"match '{counterpart.match}' needs exactly one id"
            yield located.problem(place, what, "give one, or write 'match: none'")
            continue
        twin = counterpart.ids[0]
        if other_id := claimed.get(twin):
            what = f"'{twin}' is already the counterpart of '{other_id}'"
            yield located.problem(place, what, "write 'match: none' for one of the two")
        if {twin, block.id} <= leading:
            what = f"'{block.id}' and its counterpart '{twin}' both lead"
            yield located.problem(("leads",), what, "write 'leads: true' under one of the two")
        claimed[twin] = block.id
