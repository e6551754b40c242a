"""A standard, with its levels and with who may take part: the blocks of standards.yaml."""

from typing import Annotated, Literal

from pydantic import Field

from bot.knowledge.fields import Block, Confidence, Named, Sources, Statement, Text
from bot.knowledge.ids import StandardId


class Level(Block):
    """A level of a standard and the least that reaches it, in percent and in criteria met."""

    title: Text
    also_called: tuple[Text, ...] = ()
    percent: int
    criteria: int


class EligibilityCase(Block):
    """A kind of place that asks whether it may take part, by the names that people use for it."""

    names: Annotated[tuple[Text, ...], Field(min_length=1)]
    eligible: Literal["yes", "no", "unknown"]
    answer: Statement


class Eligibility(Block):
    """Who may take part: the least population, and what is known of kinds of places."""

    population: int
    rule: Statement
    cases: tuple[EligibilityCase, ...] = ()


class Standard(Named):
    """An edition of the certification standard.

    ``proof`` is what is known of the proof for a criterion that has none of its own. ``levels``
    are ordered from the lowest to the highest; ``levels_source`` is where they were read.
    """

    id: StandardId
    years: Text
    criteria_total: int
    current: bool
    proof: Statement | None = None
    levels: tuple[Level, ...] = ()
    levels_source: Statement | None = None
    eligibility: Eligibility | None = None
    source: Sources
    confidence: Confidence
