"""Short labels of questions (``labels.yaml``), and whether what they stand for exists."""

from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Annotated

from pydantic import Field

from bot.knowledge.fields import Block, Text
from bot.knowledge.ids import ResourceId
from bot.knowledge.located import Parts
from bot.knowledge.models import Criterion, Practice, Topic
from bot.knowledge.problems import Problem


class Label(Block):
    """What a label stands for: entry ids, "*" in them for any text, and resources named for it."""

    entries: Annotated[tuple[Text, ...], Field(min_length=1)]
    resources: tuple[ResourceId, ...] = ()


def labels_fit(parts: Parts) -> Iterator[Problem]:
    """Yield entries of labels that do not exist."""
    entries = [located.block.id for located in parts.of(Criterion, Practice, Topic)]
    for label in parts.labels:
        for at, pattern in enumerate(label.block.entries):
            if not any(fnmatchcase(entry_id, pattern) for entry_id in entries):
                what = f"there is no entry '{pattern}'"
                yield label.problem(("entries", at), what, "correct the id or delete it")
