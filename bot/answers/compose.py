"""From the matcher's decision to an Answer, with the facts of the catalog."""

from functools import lru_cache

from bot.answers.models import (
    Answer,
    Card,
    Choice,
    Crosswalk,
    Reason,
    ResourceLink,
)
from bot.knowledge import Catalog, Criterion, EntryId, Partner, Practice, Topic
from bot.matching import Decision, Match

ALTERNATIVES = 2
"""Near entries offered below an answer; more would bury it."""

CHOICES = 3
"""Entries to pick from when we are unsure (the contract says two or three)."""

GUESSES = 3
"""Closest guesses named with a refusal."""

KEPT = 1_000
"""Cards kept for the next question; the shipped knowledge has some ninety entries."""


def compose(catalog: Catalog, match: Match, key: str) -> Answer:
    """Turn a decision into what to say; ``key`` is the one that the answer is remembered by."""
    ranked = [candidate.entry_id for candidate in match.candidates]
    asks = match.asks if match.decision is Decision.ANSWER else 0
    shown = {Decision.ANSWER: ALTERNATIVES, Decision.CHOICES: CHOICES, Decision.REFUSE: GUESSES}
    off_topic = catalog.off_topics.get(match.off_topic or "")
    # What is about something else has no near entry; naming one would mislead.
    rest = [] if off_topic else ranked[asks : asks + shown[match.decision]]
    return Answer(
        question=match.question,
        decision=match.decision,
        cards=tuple(card(catalog, entry_id) for entry_id in ranked[:asks]),
        choices=tuple(choice(catalog, entry_id) for entry_id in rest),
        reasons=tuple(
            Reason(choice(catalog, candidate.entry_id), candidate.score, candidate.words)
            for candidate in match.candidates
        ),
        margin=match.margin,
        off_topic=off_topic.title if off_topic and off_topic.named else None,
        by_code=match.by_code,
        unknown=match.unknown,
        key=key,
    )


@lru_cache(KEPT)
def choice(catalog: Catalog, entry_id: str) -> Choice:
    """Return the short form of an entry.

    Raises:
        KeyError: when the catalog has no such entry.

    """
    named = EntryId.parse(entry_id)
    return Choice(entry_id, catalog.entries[entry_id].title, named.code, named.standard)


def resource_links_of(catalog: Catalog, entry_id: str) -> tuple[ResourceLink, ...]:
    """Return the resources that help with an entry, with provider and state of their links.

    Raises:
        KeyError: when the catalog has no such entry.

    """
    kind = EntryId.parse(entry_id).kind
    return tuple(
        resource_link(catalog, resource.id, "" if of == kind else of)
        for resource, of in catalog.resources_of(entry_id)
    )


def resource_link(catalog: Catalog, resource_id: str, borrowed_from: str = "") -> ResourceLink:
    """Return a resource with its provider and the state of its link.

    Raises:
        KeyError: when the catalog has no such resource.

    """
    resource = catalog.resources[resource_id]
    return ResourceLink(
        id=resource.id,
        title=resource.title,
        provider=catalog.partners[resource.provider].title,
        url=resource.url,
        about=resource.about,
        status=resource.status,
        status_note=resource.status_note,
        checked=resource.checked,
        borrowed_from=borrowed_from,
        part_of=resource.part_of,
        successor_title=resource.successor.title if resource.successor else None,
        successor_url=resource.successor.url if resource.successor else None,
    )


def partners(catalog: Catalog, entry: Practice | Topic) -> tuple[Partner, ...]:
    """Return the partners of an entry."""
    return tuple(catalog.partners[partner_id] for partner_id in entry.partners)


@lru_cache(KEPT)
def card(catalog: Catalog, entry_id: str) -> Card:
    """Return all that is shown of an entry.

    Raises:
        KeyError: when the catalog has no such entry.

    """
    entry = catalog.entries[entry_id]
    if isinstance(entry, Topic):
        return _topic_card(catalog, entry)
    if isinstance(entry, Practice):
        return _practice_card(catalog, entry)
    return _criterion_card(catalog, entry)


def _criterion_card(catalog: Catalog, criterion: Criterion) -> Card:
    practice, shown = catalog.practice_of[criterion.id], choice(catalog, criterion.id)
    return Card(
        choice=shown,
        kind="criterion",
        practice=practice.title,
        standard_title=catalog.standards[shown.standard].title,
        wording=criterion.wording or criterion.summary,
        official=criterion.wording is not None,
        title_ours=criterion.title_origin == "ours",
        proof=criterion.proof or catalog.standards[shown.standard].proof,
        resources=resource_links_of(catalog, criterion.id),
        resources_note=criterion.resources_note,
        crosswalk=_crosswalk(catalog, criterion),
        note=criterion.note,
        source=criterion.source,
        confidence=criterion.confidence,
    )


def _practice_card(catalog: Catalog, practice: Practice) -> Card:
    shown = choice(catalog, practice.id)
    return Card(
        choice=shown,
        kind="practice",
        practice=practice.title,
        standard_title=catalog.standards[shown.standard].title,
        wording=practice.summary,
        official=False,
        gap=practice.gap,
        resources=resource_links_of(catalog, practice.id),
        resources_note=practice.resources_note,
        crosswalk=_crosswalk(catalog, practice),
        criteria=tuple(choice(catalog, c.id) for c in catalog.criteria_of[practice.id]),
        partners=partners(catalog, practice),
        source=practice.source,
        confidence=practice.confidence,
    )


def _topic_card(catalog: Catalog, topic: Topic) -> Card:
    lead = topic.statements[0]
    return Card(
        choice=choice(catalog, topic.id),
        kind="topic",
        practice="",
        standard_title="",
        wording=lead.text,
        official=False,
        facts=topic.statements,
        gap=topic.gap,
        partners=partners(catalog, topic),
        resources=resource_links_of(catalog, topic.id),
        source=lead.source,
        confidence=lead.confidence,
    )


def _crosswalk(catalog: Catalog, entry: Criterion | Practice) -> Crosswalk | None:
    """Say where a 2018 entry went, or where a 2022 entry came from."""
    if counterpart := entry.counterpart:
        choices = tuple(choice(catalog, entry_id) for entry_id in counterpart.ids)
        other = choices[0].standard if choices else catalog.current_standard.id
        return Crosswalk(
            counterpart.match, other, choices, counterpart.confidence, counterpart.note
        )
    if old := catalog.predecessors.get(entry.id):
        before = catalog.entries[old]
        assert not isinstance(before, Topic)
        assert before.counterpart
        return Crosswalk(
            before.counterpart.match,
            before.standard,
            (choice(catalog, old),),
            before.counterpart.confidence,
        )
    return None
