"""Checks that need more than one file: ids that must be unique, and ids that must exist."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.knowledge.entries import Criterion, Practice, PracticeFile
from bot.knowledge.lines import Phrasing
from bot.knowledge.source import Place, Source

_NOT_WORD = re.compile(r"\W+")

Found = tuple[str, Source, Place]
"""An id, and where it stands."""


def check_references(
    sources: Mapping[str, Source],
    lists: Mapping[str, tuple[Any, ...]],
    practice_files: Mapping[str, PracticeFile],
    phrasings: Mapping[str, Mapping[str, tuple[Phrasing, ...]]],
) -> None:
    """Note duplicate ids, dangling references and phrasings that stand under two entries."""
    known: dict[str, tuple[Source, int]] = {}
    for found_id, source, place in _defined(sources):
        if found_id in known:
            first, line = known[found_id]
            source.add_problem(
                place,
                f"the id '{found_id}' is already used in {first.name}:{line}",
                "give one of the two another id",
            )
        else:
            known[found_id] = (source, source.line(place))
    unread = frozenset[str]().union(*(source.unread_ids for source in sources.values()))
    for reference, source, place in _referenced(sources):
        if reference not in known and reference not in unread:
            source.add_problem(
                place, f"there is no '{reference}'", "correct the id or add what it names"
            )
    for name, by_entry in phrasings.items():
        for entry_id in by_entry:
            if entry_id in unread:
                continue
            if entry_id not in known or entry_id.startswith(("resource:", "partner:")):
                sources[name].add_problem(
                    (entry_id, "key"),
                    f"there is no entry '{entry_id}' to ask for",
                    "correct the id or add the entry",
                )
    _check_standards(sources, lists, practice_files)
    _check_counterparts(sources, practice_files)
    _check_doubled_phrasings(sources, phrasings)


def _defined(sources: Mapping[str, Source]) -> Iterator[Found]:
    """Yield every id that a file gives to something, also where the rest of the block is wrong."""
    for source in sources.values():
        data = source.data
        if not isinstance(data, dict) or source.name.startswith("phrasings/"):
            continue
        practice = data.get("practice")
        if isinstance(practice, dict) and isinstance(practice.get("id"), str):
            yield practice["id"], source, ("practice", "id")
        for key in ("criteria", "standards", "resources", "partners", "topics", "off-topic"):
            items = data.get(key)
            for at, item in enumerate(items if isinstance(items, tuple) else ()):
                if isinstance(item, dict) and isinstance(item.get("id"), str):
                    yield item["id"], source, (key, at, "id")


def _referenced(sources: Mapping[str, Source]) -> Iterator[Found]:
    """Yield every id that something refers to."""
    for source in sources.values():
        if source.name.startswith("phrasings/") or source.name == "vocabulary.yaml":
            continue
        for key, value, place in _walk(source.data, ()):
            if key in ("resources", "partners", "ids") and isinstance(value, tuple):
                for at, item in enumerate(value):
                    if isinstance(item, str):
                        yield item, source, (*place, at)
            elif key in ("provider", "standard") and isinstance(value, str):
                yield value, source, place


def _walk(data: Any, place: Place) -> Iterator[tuple[str, Any, Place]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield key, value, (*place, key)
            yield from _walk(value, (*place, key))
    elif isinstance(data, tuple):
        for at, item in enumerate(data):
            yield from _walk(item, (*place, at))


def _check_standards(
    sources: Mapping[str, Source],
    lists: Mapping[str, tuple[Any, ...]],
    practice_files: Mapping[str, PracticeFile],
) -> None:
    standards = lists.get("standards", ())
    if standards and sum(standard.current for standard in standards) != 1:
        sources["standards.yaml"].add_problem(
            (), "not exactly one standard is current", "write 'current: true' under one of them"
        )
    ids = {standard.id for standard in standards}
    _check_abbreviations(sources, practice_files)
    for name, file in practice_files.items():
        folder = name.split("/")[0]
        if ids and folder not in ids:
            sources[name].add_problem(
                (), f"there is no standard '{folder}'", "add it to standards.yaml"
            )
        blocks: Iterable[tuple[str, Place]] = (
            (file.practice.id, ("practice", "id")),
            *((c.id, ("criteria", at, "id")) for at, c in enumerate(file.criteria)),
        )
        for block_id, place in blocks:
            if not block_id.startswith(f"{folder}:"):
                sources[name].add_problem(
                    place,
                    f"'{block_id}' is in the folder of {folder}",
                    f"begin the id with '{folder}:' or move the file",
                )


def _check_abbreviations(
    sources: Mapping[str, Source], practice_files: Mapping[str, PracticeFile]
) -> None:
    """Note abbreviations that two practices of a standard share: codes would name both."""
    owner: dict[tuple[str, str], str] = {}
    for name, file in practice_files.items():
        key = (file.practice.standard, file.practice.abbreviation)
        other = owner.setdefault(key, file.practice.id)
        if other != file.practice.id:
            sources[name].add_problem(
                ("practice", "abbreviation"),
                f"'{file.practice.abbreviation}' is already the abbreviation of '{other}'",
                "choose another one",
            )


def _check_counterparts(
    sources: Mapping[str, Source], practice_files: Mapping[str, PracticeFile]
) -> None:
    """Note counterparts of another kind, of the same standard, missing, or claimed twice."""
    claimed: dict[str, str] = {}
    for name, file in practice_files.items():
        blocks: list[tuple[Place, Practice | Criterion]] = [(("practice",), file.practice)]
        blocks += [(("criteria", at), criterion) for at, criterion in enumerate(file.criteria)]
        for block_place, block in blocks:
            if (counterpart := block.counterpart) is None:
                continue
            place = (*block_place, "counterpart", "ids")
            is_practice = isinstance(block, Practice)
            for entry_id in counterpart.ids:
                standard, _, rest = entry_id.partition(":")
                if standard in ("topic", block.standard) or is_practice != rest[0].islower():
                    kind = "practice" if is_practice else "criterion"
                    what = f"'{entry_id}' is no {kind} of another standard"
                    sources[name].add_problem(place, what, "give the id of one")
            if counterpart.match == "none":
                continue
            if len(counterpart.ids) != 1:
                what = f"match '{counterpart.match}' needs exactly one id"
                sources[name].add_problem(place, what, "give one, or write 'match: none'")
                continue
            if other := claimed.get(counterpart.ids[0]):
                what = f"'{counterpart.ids[0]}' is already the counterpart of '{other}'"
                sources[name].add_problem(place, what, "write 'match: none' for one of the two")
            claimed[counterpart.ids[0]] = block.id


def _check_doubled_phrasings(
    sources: Mapping[str, Source], phrasings: Mapping[str, Mapping[str, tuple[Phrasing, ...]]]
) -> None:
    seen: dict[str, tuple[str, str, int]] = {}
    for name, by_entry in phrasings.items():
        for entry_id, lines in by_entry.items():
            for phrasing in lines:
                key = _NOT_WORD.sub("", phrasing.text.casefold())
                if key in seen:
                    other, file, line = seen[key]
                    where = "twice" if other == entry_id else f"also under '{other}'"
                    place: Place = (entry_id, phrasing.line)
                    sources[name].lines[place] = phrasing.line
                    sources[name].add_problem(
                        place,
                        f"the phrasing '{phrasing.text}' stands {where} ({file}:{line})",
                        "keep it in one place",
                    )
                else:
                    seen[key] = (entry_id, name, phrasing.line)
