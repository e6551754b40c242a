"""What is said in more than one place, and has to be the same, or to be said once."""

import re
from collections import defaultdict
from collections.abc import Iterator
from math import ceil

from bot.fuzzy import closest
from bot.knowledge.fields import Named
from bot.knowledge.located import Located, Parts
from bot.knowledge.models import City, Criterion, Partner, Practice, Resource, Topic
from bot.knowledge.problems import Problem
from bot.knowledge.standard_models import Standard

_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
_COUNT = re.compile(rf"\b(\d+|{'|'.join(_NUMBERS)}) criteri(?:a|on)\b", re.IGNORECASE)
_TOTAL = re.compile(r"\bha[sd] (\d+) criteria\b")
_NOT_WORD = re.compile(r"\W+")


def current_is_one(parts: Parts) -> Iterator[Problem]:
    """Yield standards that cannot all be the one in force, and a topic for contact too many."""
    standards = parts.of(Standard)
    current = [located for located in standards if located.block.current]
    if not current:
        what = "not exactly one standard is current, but none"
        newest = max(standards, key=lambda located: located.block.id)
        yield newest.problem(("current",), what, "write 'current: true' under one of them")
    for located in sorted(current, key=lambda located: located.block.id)[:-1]:
        what = f"not exactly one standard is current, but '{located.block.id}' and a newer one"
        yield located.problem(("current",), what, "write 'current: false' under one of them")
    for topic in [topic for topic in parts.of(Topic) if topic.block.contact][1:]:
        what = f"'{topic.block.id}' is not the only topic that says whom to ask"
        yield topic.problem(("contact",), what, "write 'contact: true' under one of them")


def wording_was_seen(parts: Parts) -> Iterator[Problem]:
    """Yield official sentences that nobody is said to have read."""
    for located in parts.of(Criterion):
        if located.block.official and located.block.confidence != "verbatim-seen":
            what = "'wording' is for sentences that were read word for word"
            instead = "put ours into 'summary', or write 'confidence: verbatim-seen' if it was"
            yield located.problem(("wording",), what, instead)


def counts_agree(parts: Parts) -> Iterator[Problem]:
    """Yield numbers of criteria that are not those of the lists, the nearest to a list first."""
    listed = {
        practice.block.id: sum(criterion.file is practice.file for criterion in parts.of(Criterion))
        for practice in parts.of(Practice)
    }
    complete = [practice for practice in parts.of(Practice) if not practice.block.gap]
    wrong = [problem for practice in complete for problem in _summary_agrees(practice, listed)]
    yield from wrong or _totals_agree(parts, listed)


def _summary_agrees(practice: Located[Practice], listed: dict[str, int]) -> Iterator[Problem]:
    """Yield a number of criteria in a summary that is not the number in its file."""
    for said in _COUNT.findall(practice.block.summary):
        number = int(said) if said.isdigit() else _NUMBERS.index(said.lower()) + 1
        if number != (there := listed[practice.block.id]):
            what = f"'summary' says '{said} criteria', and the file has {there}"
            yield practice.problem(("summary",), what, "correct the one that is wrong")


def _totals_agree(parts: Parts, listed: dict[str, int]) -> Iterator[Problem]:
    """Yield totals of standards, and numbers in statements, that the folders do not have."""
    totals = {}
    for located in parts.of(Standard):
        year, total = located.block.id, located.block.criteria_total
        totals[year] = total
        practices = [p.block for p in parts.of(Practice) if p.block.standard == year]
        known = sum(listed[practice.id] for practice in practices)
        has_gap = any(practice.gap for practice in practices)
        if known > total or (known < total and not has_gap):
            what = f"'criteria_total' is {total}, and the folder '{year}' has {known} criteria"
            instead = "correct the one that is wrong, or say in a practice's 'gap' what is missing"
            yield located.problem(("criteria_total",), what, instead)
    for topic in parts.of(Topic):
        for at, statement in enumerate(topic.block.statements):
            said = _TOTAL.search(statement.text) if statement.standard else None
            if said and int(said[1]) != (total := totals[statement.standard or ""]):
                what = f"the text says {said[1]} criteria, and standards.yaml {total}"
                yield topic.problem(("statements", at, "text"), what, "correct one of the two")


def levels_agree(parts: Parts) -> Iterator[Problem]:
    """Yield levels that do not rise, are not what their share comes to, or are mistyped."""
    names = set()
    for located in parts.of(Standard):
        before = 0
        for at, level in enumerate(located.block.levels):
            names |= {name.casefold() for name in (level.title, *level.also_called)}
            least = ceil(level.percent * located.block.criteria_total / 100)
            if not before < level.percent <= 100:
                what = (
                    f"'{level.title}' takes {level.percent}%, which is not above the level before"
                )
                if level.percent > 100:
                    what = f"'{level.title}' takes more than all"
                instead = "list the levels from the lowest to the highest"
                yield located.problem(("levels", at, "percent"), what, instead)
            elif level.criteria != least:
                what = f"{level.percent}% of {located.block.criteria_total} criteria are {least}"
                instead = f"write {least}, not {level.criteria}, or correct the percent"
                yield located.problem(("levels", at, "criteria"), what, instead)
            before = level.percent
    for city in parts.of(City):
        for at, reached in enumerate(city.block.levels):
            name = (reached.level or "").casefold()
            if name and name not in names and (near := closest(name, names)):
                what = f"no standard has a level '{reached.level}'"
                yield city.problem(("levels", at, "level"), what, f"did you mean '{near}'?")


def names_are_unique(parts: Parts) -> Iterator[Problem]:
    """Yield names that two things of a kind share, so that no question could tell them apart."""
    owner: dict[tuple[str, str, str], Located[Named]] = {}
    for located in parts.of(Named):
        block = located.block
        kind = type(block).__name__
        among = getattr(block, "standard", "") or getattr(block, "city", "")
        for place, name in (("title",), block.title), *_with_places(block.also_called):
            first = owner.setdefault((kind, among, name.casefold()), located)
            if first is not located:
                where = f"{first.file.name}:{first.line('title')}"
                what = f"'{name}' is already a name of '{first.block.id}' ({where})"
                yield located.problem(place, what, "give one of the two another name")
    addresses: dict[str, Located[Resource]] = {}
    for resource in parts.of(Resource):
        other = addresses.setdefault(resource.block.url, resource)
        if other is not resource:
            what = f"the address is already that of '{other.block.id}'"
            yield resource.problem(("url",), what, "keep one of the two resources")


def _with_places(names: tuple[str, ...]) -> Iterator[tuple[tuple[str, int], str]]:
    return ((("also_called", at), name) for at, name in enumerate(names))


def lists_hold_once(parts: Parts) -> Iterator[Problem]:
    """Yield what stands in a list twice; among the many cues of an asking this does no harm."""
    for located in parts.blocks:
        seen = set()
        for place, text in located.texts():
            if isinstance(place[-1], int) and place[-2] != "cues":
                item = (place[:-1], text.casefold())
                if item in seen:
                    what = f"'{text}' stands in '{place[-2]}' twice"
                    yield located.problem(place, what, "keep it once")
                seen.add(item)


def phrasings_stand_once(parts: Parts) -> Iterator[Problem]:
    """Yield phrasings that stand in two places; one for two files, as a copy repeats them all."""
    seen: dict[str, tuple[str, str, int]] = {}
    copied = set()
    for file, by_entry in parts.phrase_files:
        for entry_id, phrasings in by_entry.items():
            for text, line in phrasings:
                key = _NOT_WORD.sub("", text.casefold())
                other, name, first = seen.setdefault(key, (entry_id, file.name, line))
                if (name, first) == (file.name, line) or (name, file.name) in copied:
                    continue
                if name != file.name:
                    copied.add((name, file.name))
                where = "twice" if other == entry_id else f"also under '{other}'"
                what = f"the phrasing '{text}' stands {where} ({name}:{first})"
                yield file.problem(line, what, "keep it in one place")


def program_names_a_criterion(parts: Parts) -> Iterator[Problem]:
    """Yield the code that is shown as an example, where no criterion has it."""
    code = parts.program.block.code
    if code not in {located.block.code for located in parts.of(Criterion)}:
        what = f"no criterion has the code '{code}'"
        yield parts.program.problem(("code",), what, "write one that people can ask for")


def nothing_is_unused(parts: Parts) -> Iterator[Problem]:
    """Yield resources and partners that nothing names, so that no answer would show them."""
    uses: dict[str, int] = defaultdict(int)
    for located in parts.blocks:
        for place, text in located.texts():
            uses[text] += place != ("id",)
    for located in (*parts.of(Resource), *parts.of(Partner)):
        if not uses[located.block.id]:
            what = f"'{located.block.id}' is named nowhere, so that no answer shows it"
            key = "resources" if isinstance(located.block, Resource) else "partners"
            instead = f"list it under '{key}' of what it helps with, or take it out"
            yield located.problem(("id",), what, instead)
