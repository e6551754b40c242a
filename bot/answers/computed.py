"""What is answered by the kind of asking and the names in a question, not by one entry alone."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.answers.arithmetic import eligibility_part, level_part, named_level_part
from bot.answers.cities import city_part, unknown_city_part
from bot.answers.lists import all_practices_part, practice_list_part
from bot.answers.models import Part, Turn
from bot.answers.wants import partner_part, resource_part
from bot.asking import Number, Wanted
from bot.asking.cues import read
from bot.knowledge import Catalog, EntryId, Practice, Standard
from bot.matching import Decision, Match, find_practices
from bot.matching.stems import stem

LEAST_POPULATION = 500
"""Residents from which a number may be that of a city."""

MOST_NAME = 5
"""Words of the name of a practice, with some beside it."""

MOST_BESIDE = 2
"""Words that a question for a resource, partner, city or place may have beside its name."""

YEARS = range(1900, 2100)


class Computed(NamedTuple):
    """A part, the entry that stands behind it, the kind of asking, and what can be picked of it."""

    part: Part
    entry_id: str
    kind: str
    offered: tuple[str, ...] = ()
    city: str | None = None


def computed(
    catalog: Catalog, wanted: Wanted, text: str, match: Match, turn: Turn | None
) -> Computed | None:
    """Return the answer of the first reading that fits; None where the matcher's entry answers."""
    return (
        _city(catalog, wanted, text, match, turn)
        or _level(catalog, wanted, match, turn)
        or _eligibility(catalog, wanted, match)
        or _list(catalog, wanted, match, turn)
        or _resource(catalog, wanted, match)
    )


def _city(
    catalog: Catalog, wanted: Wanted, text: str, match: Match, turn: Turn | None
) -> Computed | None:
    topic_id = catalog.topic_of_role.get("cities")
    if topic_id is None or match.by_code:
        return None
    own = wanted.kinds - {"instead", "reference"}
    asks = wanted.is_about("certified", "level") or not (wanted.rest or own)
    city = wanted.cities[0] if wanted.cities else None
    if city is None and turn and turn.city and not (wanted.rest or wanted.levels):
        city, asks = turn.city, True
    elsewhere = match.decision is Decision.ANSWER and match.candidates[0].entry_id != topic_id
    if city and asks and not (wanted.rest and (elsewhere or len(wanted.rest) > MOST_BESIDE)):
        return Computed(city_part(catalog, city), topic_id, "certified", city=city)
    if elsewhere or not wanted.is_about("certified", "level"):
        return None
    if named := unknown_name(text.replace(catalog.program.title, ""), wanted):
        return Computed(unknown_city_part(catalog, named), topic_id, "certified")
    return None


def unknown_name(text: str, wanted: Wanted) -> str | None:
    """Return a name in a question such as "is Miami Beach certified?"; None where there is none.

    A name is written with capitals, and stands neither at the start nor among the words known.
    """
    found: list[str] = []
    for place, word in enumerate(text.replace("?", " ").replace(",", " ").split()):
        bare = word.strip(".!'’\"()")
        folded = bare.lower()
        if place and bare[:1].isupper() and not bare.isupper() and folded in wanted.rest:
            found.append(bare)
        elif found:
            break
    return " ".join(found) if len(found) == len(wanted.rest) else None


def _level(catalog: Catalog, wanted: Wanted, match: Match, turn: Turn | None) -> Computed | None:
    topic_id = catalog.topic_of_role.get("levels")
    if topic_id is None or match.by_code:
        return None
    on_levels = bool(turn and turn.kind == "level")
    standard = _standard(catalog, wanted)
    totals = [one.criteria_total for one in catalog.standards.values()]
    for number in wanted.numbers:
        if number.value in totals and number.total is None:
            continue
        of = next((s for s in catalog.standards.values() if s.criteria_total == number.total), None)
        if of or (
            _may_be_met(number)
            and (on_levels or _speaks_of_level(catalog, wanted, match, topic_id))
        ):
            part = level_part(catalog, of or standard, number)
            return Computed(part, topic_id, "level")
    if len(wanted.levels) == 1 and (on_levels or wanted.is_about("level", "count")):
        about = match.candidates[0].entry_id if match.candidates else topic_id
        if not wanted.rest or about == topic_id:
            asked = [standard]
            if wanted.is_about("compare") or len(wanted.standards) > 1:
                asked = sorted(catalog.standards.values(), key=lambda one: one.id, reverse=True)
            part = named_level_part(catalog, asked, wanted.levels[0])
            return Computed(part, topic_id, "level")
    return None


def _may_be_met(number: Number) -> bool:
    """Tell whether a number may be that of criteria met, or their share."""
    return number.exact and (number.percent or number.value < 100) and number.total is None


def _speaks_of_level(catalog: Catalog, wanted: Wanted, match: Match, topic_id: str) -> bool:
    first = match.candidates[0].entry_id if match.candidates else ""
    if wanted.levels:
        return wanted.is_about("level", "count", "certified") and first in catalog.topics
    return wanted.is_about("level") and first == topic_id


def _eligibility(catalog: Catalog, wanted: Wanted, match: Match) -> Computed | None:
    topic_id, standard = catalog.topic_of_role.get("eligibility"), catalog.current_standard
    if topic_id is None or standard.eligibility is None or match.by_code:
        return None
    about = match.candidates[0].entry_id if match.candidates else ""
    if match.decision is Decision.ANSWER and about != topic_id:
        return None
    asks = wanted.is_about("eligible") or about == topic_id
    residents = next((one.value for one in wanted.numbers if _may_be_residents(one)), None)
    case = standard.eligibility.cases[wanted.cases[0]] if wanted.cases else None
    if not asks or (residents is None and case is None):
        return None
    if about != topic_id and len(wanted.rest) > MOST_BESIDE:
        return None
    return Computed(eligibility_part(catalog, residents, case), topic_id, "eligible")


def _may_be_residents(number: Number) -> bool:
    year = number.value in YEARS
    return number.value >= LEAST_POPULATION and not number.percent and not year


def _list(catalog: Catalog, wanted: Wanted, match: Match, turn: Turn | None) -> Computed | None:
    if match.by_code or wanted.levels or not wanted.is_about("list", "count"):
        return None
    standard = _standard(catalog, wanted).id
    practice = None
    if wanted.rest:
        practice = _named_practice(catalog, wanted, match)
    elif turn and "practices" not in wanted.kinds:
        practice = _practice_of(catalog, turn)
        if practice is None and turn.kind != "practices":
            return None
    if practice:
        offered = tuple(criterion.id for criterion in catalog.criteria_of[practice])
        return Computed(practice_list_part(catalog, practice), practice, "list", offered)
    first = match.candidates[0].entry_id if match.candidates else ""
    on_entry = match.decision is Decision.ANSWER and first not in catalog.topics
    on_topic = match.decision is Decision.ANSWER and first in catalog.topics
    whole = wanted.is_about("practices", "list") and not (wanted.rest and on_entry)
    if whole and (not wanted.rest or wanted.is_about("count")):
        offered = tuple(one.id for one in catalog.practices_of(standard))
        part = all_practices_part(catalog, standard)
        return Computed(part, first if on_topic else offered[0], "practices", offered)
    return None


def _named_practice(catalog: Catalog, wanted: Wanted, match: Match) -> str | None:
    """Return the practice that a list is asked of: by its name, or the one that was matched."""
    years = " ".join(wanted.standards)
    short = len(wanted.rest) <= MOST_NAME
    found = find_practices(catalog, f"{' '.join(wanted.rest)} {years}").found
    if found and short:
        newest = max(found, key=lambda one: one.standard)
        return newest.id if wanted.standards else _in_force(catalog, newest, wanted.rest)
    first = match.candidates[0].entry_id if match.candidates else ""
    sure = match.decision is Decision.ANSWER and first in catalog.practices
    if not sure:
        return None
    return first if wanted.standards else _in_force(catalog, catalog.practices[first], wanted.rest)


def _in_force(catalog: Catalog, practice: Practice, said: Sequence[str]) -> str:
    """Return the practice of today for one whose name is as good as its own: "evaluations"."""
    twin = catalog.twin(practice.id)
    if twin is None or practice.standard == catalog.current_standard.id:
        return practice.id
    own = {stem(word) for word in read(catalog.entries[twin].title)}
    return twin if own & {stem(word) for word in said} else practice.id


def _practice_of(catalog: Catalog, turn: Turn) -> str | None:
    """Return the practice that a conversation spoke of last, or that of its criterion."""
    for entry_id in turn.entries:
        if entry_id in catalog.practices and turn.kind != "practices":
            return entry_id
        if EntryId.parse(entry_id).kind == "criterion":
            return catalog.practice_of[entry_id].id
    return None


def _resource(catalog: Catalog, wanted: Wanted, match: Match) -> Computed | None:
    """Answer who asks for a resource or a partner by name; what is clearly matched stays."""
    if match.by_code:
        return None
    about = match.candidates[0].entry_id if match.decision is Decision.ANSWER else ""
    short = len(wanted.rest) <= MOST_BESIDE
    if wanted.resources and (short or match.decision is not Decision.REFUSE):
        resource_id = wanted.resources[0]
        asked = wanted.is_about("link", "state", "license", "count") or not (about or wanted.rest)
        entry_id = _holder(catalog, about, resource_id)
        if asked and entry_id:
            licensed = wanted.is_about("license")
            part = resource_part(catalog, resource_id, entry_id, licensed=licensed)
            return Computed(part, entry_id, "link")
    if wanted.partners and short and (not about or about in catalog.topics):
        partner_id = wanted.partners[0]
        entry_id = about or _holder(catalog, "", partner_id)
        if entry_id and len(wanted.partners) == 1:
            return Computed(partner_part(catalog, partner_id, entry_id), entry_id, "helper")
    return None


def _holder(catalog: Catalog, about: str, id_: str) -> str:
    """Return the entry that stands behind a resource or partner; "" where none does.

    That is the one that was matched, if it is a topic or names it, else the newest that names it.
    """
    naming = [
        entry.id
        for entry in catalog.entries.values()
        if id_ in (*entry.resources, *getattr(entry, "partners", ()))
    ]
    if about:
        return about if about in naming or about in catalog.topics else ""
    return max(naming, key=lambda one: (one[:4].isdigit() and one[:4]) or "", default="")


def _standard(catalog: Catalog, wanted: Wanted) -> Standard:
    if len(wanted.standards) == 1:
        return catalog.standards[wanted.standards[0]]
    told = {number.total or number.value for number in wanted.numbers}
    by_size = [one for one in catalog.standards.values() if one.criteria_total in told]
    return by_size[0] if len(by_size) == 1 else catalog.current_standard
