"""Checks that need more than one file, in the order of cause.

What a later check would find may only follow from what an earlier one found: an id that was
mistyped is also missing where others name it. So the first check that finds something is the last.
"""

from bot.knowledge.agreement import (
    counts_agree,
    current_is_one,
    levels_agree,
    lists_hold_once,
    names_are_unique,
    nothing_is_unused,
    phrasings_stand_once,
    wording_was_seen,
)
from bot.knowledge.located import Parts
from bot.knowledge.problems import Problem
from bot.knowledge.references import (
    counterparts_are_newer,
    ids_are_unique,
    ids_fit_their_place,
    references_exist,
)

_CHECKS = (
    ids_are_unique,
    ids_fit_their_place,
    lists_hold_once,
    references_exist,
    current_is_one,
    counterparts_are_newer,
    wording_was_seen,
    counts_agree,
    levels_agree,
    names_are_unique,
    phrasings_stand_once,
    nothing_is_unused,
)


def cross_check(parts: Parts) -> list[Problem]:
    """Return what does not fit together among parts that are right in themselves."""
    found = (list(check(parts)) for check in _CHECKS)
    return next(filter(None, found), [])
