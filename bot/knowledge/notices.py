"""What makes no knowledge wrong, but is for its keepers to know."""

from datetime import date, timedelta

from bot.knowledge.located import Parts
from bot.knowledge.models import Example, Resource
from bot.knowledge.problems import Problem

STALE = timedelta(days=365)
"""How long after somebody looked at a link its state is said to need another look."""


def not_looked_at(parts: Parts, today: date) -> tuple[Problem, ...]:
    """Return the resources and examples that nobody has looked at for a year."""
    linked = [p for p in parts.blocks if isinstance(p.block, Resource | Example)]
    return tuple(
        located.problem(
            ("checked",),
            f"nobody has looked at '{located.block.id}' since {located.block.checked}",
            "open the link, then correct 'status' and 'checked'",
        )
        for located in linked
        if today - located.block.checked > STALE
    )
