"""Short answers to kinds of asking: proof, examples, who helps, comparison, change, resources."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bot.answers import words
from bot.answers.cities import level_seen
from bot.answers.compose import choice, resource_link, resource_links_of
from bot.answers.models import Part, Words
from bot.answers.short import (
    entry_part,
    lead_of,
    one_line,
    resource_words,
    same_sentence,
    source_words,
    standing,
    start_here,
)
from bot.answers.texts import name
from bot.answers.words import say
from bot.knowledge import Catalog, Criterion, Example, Practice, Topic

MOST_EXAMPLES = 3
MOST_COMPARED = 3


def proof_part(catalog: Catalog, entry_id: str) -> Part:
    """Say what a city has to show for an entry, or that this is not known and where to ask."""
    entry, named = catalog.entries[entry_id], name(choice(catalog, entry_id))
    if isinstance(entry, Topic):
        return entry_part(catalog, entry_id)
    own = entry.proof if isinstance(entry, Criterion) else None
    proof = own or catalog.standards[entry.standard].proof
    if proof is None:
        return entry_part(catalog, entry_id, sentence=say(words.NO_PROOF, name=named))
    wanted = [one_line(lead_of(catalog, entry_id))] if own is None else []
    part = entry_part(catalog, entry_id, wanted, f"{say(words.PROOF, name=named)} {proof.text}")
    stands = Words(f"{entry.code} · {standing(catalog, entry.standard)} · ".removeprefix(" · "))
    return replace(part, links=(), small=(stands, *source_words(proof.source)))


def example_part(catalog: Catalog, entry_id: str) -> Part:
    """Name cities that did what an entry asks, and who says that it fits."""
    found, named = examples_of(catalog, entry_id), name(choice(catalog, entry_id))
    if not found:
        return entry_part(catalog, entry_id, sentence=say(words.NO_EXAMPLE, name=named))
    lines = []
    for one in found[:MOST_EXAMPLES]:
        city = catalog.cities[one.city]
        known = f"{city.title} ({level_seen(city.levels[-1])}): "
        state = f" – {say(words.STATE[one.status])}; {say(words.NAMED_BY[one.named_by])}"
        lines.append((Words(known), Words(one.title, one.url), Words(state)))
    part = entry_part(catalog, entry_id, lines, say(words.EXAMPLES, name=named))
    return replace(part, links=())


def examples_of(catalog: Catalog, entry_id: str) -> list[Example]:
    """Return the examples that fit an entry, its twin or the criteria of a practice, best first.

    What the city or the program itself names comes before what only we think fits.
    """
    family = {entry_id, catalog.twin(entry_id)}
    if isinstance(catalog.entries[entry_id], Practice):
        family |= {criterion.id for criterion in catalog.criteria_of[entry_id]}
    found = [one for one in catalog.examples.values() if family & set(one.criteria)]
    return sorted(found, key=lambda one: (one.named_by == "nobody", one.status != "live"))


def helper_part(catalog: Catalog, entry_id: str) -> Part:
    """Say who helps with an entry, and in what state that help is."""
    entry, named = catalog.entries[entry_id], name(choice(catalog, entry_id))
    practice = catalog.practice_of.get(entry_id)
    holder = entry if isinstance(entry, Practice | Topic) else practice
    helpers = [catalog.partners[one] for one in (holder.partners if holder else ())]
    lines = [
        one_line(f"{one.title} ({say(words.HELPED[one.state])}): {one.supports}")
        for one in helpers[:MOST_EXAMPLES]
    ]
    resources = resource_links_of(catalog, entry_id)
    sentence = words.HELPERS if lines or resources else words.NO_HELPER
    if isinstance(entry, Topic):
        return entry_part(catalog, entry_id, lines)
    return entry_part(catalog, entry_id, lines, say(sentence, name=named))


def compare_part(catalog: Catalog, entry_ids: Sequence[str]) -> Part:
    """Say what sets entries apart: in the editor's words where there are such, else by each."""
    first, *others = entry_ids[:MOST_COMPARED]
    names = [name(choice(catalog, one)) for one in (first, *others)]
    if not others:
        return entry_part(catalog, first)
    if others[0] == catalog.twin(first):
        return changed_part(catalog, first)
    said = [
        difference.text
        for one in (first, *others)
        for difference in getattr(catalog.entries[one], "differs", ())
        if difference.entry in entry_ids
    ]
    leads = [
        one_line(f"{named}: {lead_of(catalog, one)}")
        for one, named in zip((first, *others), names, strict=True)
    ]
    apart = say(words.DIFFERENT, names=" / ".join(names))
    part = entry_part(catalog, first, leads, " ".join(said) or apart)
    return replace(part, links=())


def changed_part(catalog: Catalog, entry_id: str) -> Part:
    """Say where an entry stands in the other standard: the same sentence, near, or gone."""
    entry, shown = catalog.entries[entry_id], choice(catalog, entry_id)
    if isinstance(entry, Topic):
        return entry_part(catalog, entry_id)
    twin = catalog.twin(entry_id)
    lines = []
    if twin:
        pair = sorted((entry_id, twin))  # the older one first
        older, newer = (name(choice(catalog, one)) for one in pair)
        same = same_sentence(catalog, entry_id)
        near = words.NEAR_PRACTICE if isinstance(entry, Practice) else words.NEAR
        sentence = say(words.SAME if same else near, one=older, other=newer)
        counterpart = getattr(catalog.entries[pair[0]], "counterpart", None)
        lines += [one_line(counterpart.note)] if counterpart and counterpart.note else []
    elif entry.counterpart:
        newest = catalog.current_standard.id
        sentence = say(words.NO_TWIN, one=name(shown), standard=newest)
        nearest = "; ".join(name(choice(catalog, one)) for one in entry.counterpart.ids)
        lines += [one_line(say(words.NEAREST, names=nearest))] if nearest else []
        lines += [one_line(entry.counterpart.note)] if entry.counterpart.note else []
    else:
        older_years = [one for one in catalog.standards if one < entry.standard]
        sentence = say(words.NO_ORIGIN, one=name(shown), standard=", ".join(older_years))
    lines.append(one_line(lead_of(catalog, entry_id)))
    return replace(entry_part(catalog, entry_id, lines, sentence), links=())


def resource_part(
    catalog: Catalog, resource_id: str, entry_id: str | None, *, licensed: bool
) -> Part:
    """Say where a resource is, in what state, where another copy is, and its license if wanted."""
    resource, link = catalog.resources[resource_id], resource_link(catalog, resource_id)
    known = (
        say(words.LICENSE, license=resource.license) if resource.license else say(words.NO_LICENSE)
    )
    lines = [one_line(known)] if licensed else []
    lines.append(one_line(link.status_note))
    return Part(
        sentence=f"{link.title} ({link.provider}): {link.about}",
        choice=choice(catalog, entry_id) if entry_id else None,
        lines=tuple(lines),
        links=((Words(say(words.START_HERE) + " "), *resource_words(link)),),
        small=(
            *source_words(resource.source),
            Words(" · " + say(words.CHECKED, day=f"{link.checked.day} {link.checked:%b %Y}")),
        ),
    )


def partner_part(catalog: Catalog, partner_id: str, entry_id: str | None) -> Part:
    """Say who a partner is, what it helps or helped with, and whether it is active."""
    partner = catalog.partners[partner_id]
    offered = [r for r in catalog.resources.values() if r.provider == partner_id]
    offered.sort(key=lambda one: one.status != "live")
    links = tuple(start_here(resource_link(catalog, one.id) for one in offered))
    notes = [note for note in (partner.note, partner.not_to_confuse_with) if note]
    return Part(
        sentence=f"{partner.title} ({say(words.HELPED[partner.state])}): {partner.supports}",
        choice=choice(catalog, entry_id) if entry_id else None,
        lines=tuple(map(one_line, notes)),
        links=links[:1],
        small=source_words(partner.source),
    )


PART_OF_KIND: Mapping[str, Callable[[Catalog, str], Part]] = {
    "proof": proof_part,
    "example": example_part,
    "helper": helper_part,
    "changed": changed_part,
}
"""Kind of asking -> what makes the short answer of an entry."""
