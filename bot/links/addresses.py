"""Every address in the knowledge with its recorded state, found by the models alone.

A block with the key ``url`` has an address, at any depth; ``status``, ``checked`` and
``status_note`` beside it are its recorded state, as far as its model has them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel

from bot.knowledge.validation import Located
from bot.knowledge.yaml_file import Place


@dataclass(frozen=True)
class Address:
    """An address, where it stands, and what is recorded of it.

    ``file`` is the path within the knowledge folder, ``line`` counts from 1, ``place`` leads to the
    block, ``owner`` is the id of the entry that it belongs to. ``status`` and ``note`` are empty
    where the model has no such key; ``states`` are those that its model allows.
    """

    url: str
    file: str
    line: int
    place: Place
    owner: str
    keys: frozenset[str]
    states: tuple[str, ...] = ()
    status: str = ""
    note: str = ""


def find_addresses(blocks: Iterable[Located[Any]]) -> Iterator[Address]:
    """Yield the addresses of blocks in the order of the files."""
    for located in blocks:
        yield from _within(located, located.block, located.place)


def _within(located: Located[Any], block: BaseModel, place: Place) -> Iterator[Address]:
    fields = dict(block)
    if url := fields.get("url"):
        status = type(block).model_fields.get("status")
        yield Address(
            url=url,
            file=located.file.name,
            line=located.file.line((*place, "url")),
            place=place,
            owner=located.block.id,
            keys=frozenset(fields),
            states=get_args(status.annotation) if status else (),
            status=fields.get("status") or "",
            note=fields.get("status_note") or "",
        )
    for key, value in fields.items():
        if isinstance(value, BaseModel):
            yield from _within(located, value, (*place, key))
        elif isinstance(value, tuple):
            for at, part in enumerate(value):
                if isinstance(part, BaseModel):
                    yield from _within(located, part, (*place, key, at))
