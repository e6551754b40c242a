"""What is answered by the kind of asking and the names in a question, not by one entry alone."""

from typing import NamedTuple

from bot.answers.arithmetic import eligibility_part, level_part, named_level_part
from bot.answers.cities import city_part, unknown_city_part
from bot.answers.lists import all_practices_part, practice_list_part
from bot.answers.models import Part, Turn
from bot.answers.wants import partner_part, resource_part
from bot.asking import Number, Wanted
from bot.knowledge import Catalog, EntryId, Standard
from bot.matching import Decision, Match, find_practices

LEAST_POPULATION = 500
"""Residents from which a number may be that of a city."""

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
    asks = wanted.is_about("certified") or not (wanted.rest or wanted.kinds - {"instead"})
    city = wanted.cities[0] if wanted.cities else None
    if city is None and turn and turn.city and "reference" in wanted.kinds and not wanted.rest:
        city = turn.city
    if city and asks:
        return Computed(city_part(catalog, city), topic_id, "certified", city=city)
    if wanted.is_about("certified") and (named := unknown_name(text, wanted)):
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
    asked = found and len(wanted.rest) <= len(found) + 2
    return " ".join(found) if asked else None


def _level(catalog: Catalog, wanted: Wanted, match: Match, turn: Turn | None) -> Computed | None:
    topic_id = catalog.topic_of_role.get("levels")
    if topic_id is None or match.by_code:
        return None
    on_levels = bool(turn and turn.kind == "level")
    standard = _standard(catalog, wanted)
    for number in wanted.numbers:
        of = next((s for s in catalog.standards.values() if s.criteria_total == number.total), None)
        if of or (_may_be_met(number) and (on_levels or _speaks_of_level(wanted, match, topic_id))):
            part = level_part(catalog, of or standard, number)
            return Computed(part, topic_id, "level")
    named = [one for one in standard.levels if one.title in wanted.levels]
    if len(named) == 1 and (on_levels or wanted.is_about("level", "count")) and not wanted.rest:
        return Computed(named_level_part(catalog, standard, named[0].title), topic_id, "level")
    return None


def _may_be_met(number: Number) -> bool:
    """Tell whether a number may be that of criteria met, or their share."""
    return number.exact and (number.percent or number.value < 100) and number.total is None


def _speaks_of_level(wanted: Wanted, match: Match, topic_id: str) -> bool:
    first = match.candidates[0].entry_id if match.candidates else ""
    return wanted.is_about("level") and (first == topic_id or bool(wanted.levels))


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
    whole = not wanted.rest and wanted.is_about("practices", "list")
    if whole and (wanted.is_about("practices") or not wanted.is_about("count")):
        offered = tuple(one.id for one in catalog.practices_of(standard))
        part = all_practices_part(catalog, standard)
        return Computed(part, offered[0], "practices", offered)
    return None


def _named_practice(catalog: Catalog, wanted: Wanted, match: Match) -> str | None:
    """Return the practice that a list is asked of: by its name, or the one that was matched."""
    years = " ".join(wanted.standards)
    found = find_practices(catalog, f"{' '.join(wanted.rest)} {years}").found
    if found:
        return max(found, key=lambda one: one.standard).id
    first = match.candidates[0].entry_id if match.candidates else ""
    sure = match.decision is Decision.ANSWER and first in catalog.practices
    return first if sure else None


def _practice_of(catalog: Catalog, turn: Turn) -> str | None:
    """Return the practice that a conversation spoke of last, or that of its criterion."""
    for entry_id in turn.entries:
        if entry_id in catalog.practices and turn.kind != "practices":
            return entry_id
        if EntryId.parse(entry_id).kind == "criterion":
            return catalog.practice_of[entry_id].id
    return None


def _resource(catalog: Catalog, wanted: Wanted, match: Match) -> Computed | None:
    sure = match.decision is Decision.ANSWER
    about = match.candidates[0].entry_id if sure else ""
    on_topic = about in catalog.topics
    asked = wanted.is_about("link", "state", "license")
    if wanted.resources and not match.by_code and (asked or not sure or not wanted.rest):
        resource_id = wanted.resources[0]
        entry_id = next((e.id for e in catalog.entries.values() if resource_id in e.resources), "")
        if entry_id:
            licensed = wanted.is_about("license")
            part = resource_part(catalog, resource_id, entry_id, licensed=licensed)
            return Computed(part, entry_id, "link")
    if wanted.partners and (not sure or on_topic or wanted.is_about("state")) and not match.by_code:
        partner_id = wanted.partners[0]
        entry_id = next(
            (e.id for e in catalog.entries.values() if partner_id in getattr(e, "partners", ())), ""
        )
        if entry_id and not (on_topic and len(wanted.rest) > 2):
            return Computed(partner_part(catalog, partner_id, entry_id), entry_id, "helper")
    return None


def _standard(catalog: Catalog, wanted: Wanted) -> Standard:
    named = wanted.standards[0] if len(wanted.standards) == 1 else catalog.current_standard.id
    return catalog.standards[named]
