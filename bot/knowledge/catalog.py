"""The catalog: all knowledge in memory, checked, immutable, its cross-references resolved."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from bot.knowledge.models import (
    Asking,
    City,
    Criterion,
    Entry,
    Example,
    OffTopic,
    Partner,
    Practice,
    Program,
    Resource,
    Topic,
)
from bot.knowledge.problems import Problem
from bot.knowledge.standard_models import Standard
from bot.knowledge.vocabulary import Vocabulary


class NamedResource(NamedTuple):
    """A resource, and whether it was named for the entry itself, its counterpart or its practice.

    ``of`` is "criterion", "practice" or "topic" (the entry itself or, for a criterion, its
    practice) or "counterpart" (the same or nearly the same criterion of another standard).
    """

    resource: Resource
    of: str


@dataclass(frozen=True, eq=False)
class Catalog:
    """Everything the bot knows. All maps are keyed by id and keep the order of the files.

    ``phrasings`` holds, for entries and for off-topic kinds alike, how people ask.
    ``criteria_of`` maps a practice's id to its criteria in order. ``notices`` is
    what its keepers should look at, although nothing is wrong. A catalog equals only itself, so
    that what is made of its entries can be kept.
    """

    program: Program
    standards: Mapping[str, Standard]
    practices: Mapping[str, Practice]
    criteria: Mapping[str, Criterion]
    criteria_of: Mapping[str, tuple[Criterion, ...]]
    topics: Mapping[str, Topic]
    resources: Mapping[str, Resource]
    partners: Mapping[str, Partner]
    off_topics: Mapping[str, OffTopic]
    cities: Mapping[str, City]
    examples: Mapping[str, Example]
    askings: Mapping[str, Asking]
    phrasings: Mapping[str, tuple[str, ...]]
    vocabulary: Vocabulary
    folder: Path
    notices: tuple[Problem, ...] = ()

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """All that a question can be matched to: criteria, practices and topics."""
        return {**self.criteria, **self.practices, **self.topics}

    @cached_property
    def practice_of(self) -> Mapping[str, Practice]:
        """The practice of each criterion, by the criterion's id."""
        return {
            criterion.id: self.practices[practice_id]
            for practice_id, criteria in self.criteria_of.items()
            for criterion in criteria
        }

    @cached_property
    def current_standard(self) -> Standard:
        """The standard in force as far as we know."""
        return next(standard for standard in self.standards.values() if standard.current)

    @cached_property
    def topic_of_role(self) -> Mapping[str, str]:
        """Role -> the topic that has it, such as "levels"."""
        return {topic.role: topic.id for topic in self.topics.values() if topic.role}

    @cached_property
    def successors(self) -> Mapping[str, str]:
        """Old entry -> the one newer entry that asks the same or nearly the same."""
        return {
            entry.id: entry.counterpart.ids[0]
            for entry in (*self.criteria.values(), *self.practices.values())
            if entry.counterpart
            and entry.counterpart.match != "none"
            and len(entry.counterpart.ids) == 1
        }

    @cached_property
    def predecessors(self) -> Mapping[str, str]:
        """Newer entry -> the old entry whose successor it is."""
        return {new: old for old, new in self.successors.items()}

    def twin(self, entry_id: str) -> str | None:
        """Return the id of the entry that asks (nearly) the same in another standard, if any."""
        return self.successors.get(entry_id) or self.predecessors.get(entry_id)

    def resources_of(self, entry_id: str) -> tuple[NamedResource, ...]:
        """Return the resources that help with an entry: its own first.

        For a criterion those of its counterpart follow, and those of its practice, unless these
        are merely the resources of its several criteria. Raises KeyError for an unknown id.
        """
        entry = self.entries[entry_id]
        found: dict[str, str] = dict.fromkeys(entry.resources, entry.kind)
        if practice := self.practice_of.get(entry_id):
            if twin := self.twin(entry_id):
                for resource_id in self.entries[twin].resources:
                    found.setdefault(resource_id, "counterpart")
            criteria = self.criteria_of[practice.id]
            named = {resource_id for c in criteria for resource_id in c.resources}
            if not set(practice.resources) <= named:
                for resource_id in practice.resources:
                    found.setdefault(resource_id, "practice")
        return tuple(NamedResource(self.resources[key], of) for key, of in found.items())

    def practices_of(self, standard: str) -> tuple[Practice, ...]:
        """Return the practices of a standard in the order of their titles."""
        return tuple(
            sorted(
                (p for p in self.practices.values() if p.standard == standard),
                key=lambda practice: practice.title,
            )
        )
