"""New blocks of YAML for any model: what has to be asked, and how the answers are written."""

import re
import textwrap
import types
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from bot.knowledge.editing import WIDTH, scalar
from bot.knowledge.fields import Block
from bot.knowledge.ids import EntryId
from bot.knowledge.models import Criterion, Practice

LONGEST_SLUG = 5
"""Words of a title that become an id."""


@dataclass(frozen=True)
class Part:
    """A key of a model, and what is written for it.

    ``many``: a list is written; ``of`` is the type of one value. ``choices``: the only values that
    are allowed. ``model``: the value is a block of this model.
    """

    name: str
    needed: bool
    many: bool
    of: type
    choices: tuple[str, ...] = ()
    model: type[Block] | None = None

    def read(self, typed: str) -> Any:
        """Turn what was typed into a value; left as it is where it cannot be one."""
        typed = " ".join(typed.split())
        if self.of is bool and typed.casefold() in ("true", "yes", "false", "no"):
            return typed.casefold() in ("true", "yes")
        if self.of is int and re.fullmatch("-?[0-9]+", typed):
            return int(typed)
        if self.of is date:
            try:
                return date.fromisoformat(typed)
            except ValueError:
                return typed
        return typed


def parts_of(model: type[Block]) -> list[Part]:
    """Return the keys of a model in the order in which they are written: the source comes last."""
    parts = []
    for name, field in model.model_fields.items():
        kind, many = _plain(field.annotation), False
        if get_origin(kind) is tuple:
            kind, many = _plain(get_args(kind)[0]), True
        choices = get_args(kind) if get_origin(kind) is Literal else ()
        one = str if choices else kind
        inner = one if isinstance(one, type) and issubclass(one, Block) else None
        parts.append(Part(name, field.is_required(), many, one, choices, inner))
    return sorted(parts, key=lambda part: part.name in ("source", "confidence"))


def _plain(annotation: Any) -> Any:
    """Take off what says how a value is checked, and that it may be left out."""
    while True:
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            annotation = inner[0]
        elif origin in (Union, types.UnionType):
            annotation = next(one for one in inner if one is not types.NoneType)
        else:
            return annotation


def stanza(values: Mapping[str, Any], comments: Iterable[str]) -> list[str]:
    """Return the lines of an item of a list: its keys in order, then lines of comment."""
    written = [line for key, value in values.items() for line in _written(key, value, 0)]
    for comment in comments:
        written += textwrap.wrap(
            comment, WIDTH - 4, initial_indent="# ", subsequent_indent="#   ",
            break_long_words=False, break_on_hyphens=False,
        )  # fmt: skip
    return _as_item(written)


def _as_item(lines: list[str]) -> list[str]:
    return [("  " if at else "- ") + line for at, line in enumerate(lines)]


def _written(key: str, value: Any, column: int) -> Iterator[str]:
    """Yield the lines of a key with its value, whatever the model asks for."""
    if isinstance(value, Mapping):
        yield f"{key}:"
        for inner, one in value.items():
            yield from (f"  {line}" for line in _written(inner, one, column + 2))
    elif isinstance(value, tuple) and all(isinstance(one, str) and is_id(one) for one in value):
        yield f"{key}: [{', '.join(value)}]"
    elif isinstance(value, tuple):
        yield f"{key}:"
        for one in value:
            if isinstance(one, Mapping):
                lines = [line for k, v in one.items() for line in _written(k, v, column + 4)]
            else:
                written = scalar("x", one, column + 8).removeprefix("x: ")
                lines = written.replace("\n  ", "\n").split("\n")
            yield from (f"  {line}" for line in _as_item(lines))
    elif isinstance(value, bool | int):
        yield f"{key}: {str(value).lower()}"
    else:
        # Four columns more than the block itself has: those of the list and of the item's dash.
        yield from scalar(key, value, column + 4).split("\n")


def is_id(text: str) -> bool:
    """Tell whether a text has the form of an id, such as "resource:policy-generator"."""
    try:
        return bool(EntryId.parse(text))
    except ValueError:
        return False


def hints(text: str, names: Container[str]) -> dict[str, str]:
    """Return what the comment at the head of a file says of these keys ("* key: what it is")."""
    head = re.match(r"(?:#.*\n)*", text)
    lines = [line.lstrip("#").strip() for line in head[0].splitlines()] if head else []
    found = {}
    for bullet in re.split(r"(?:^| )\* ", " ".join(lines)):
        # One bullet may speak of several keys, a sentence of each.
        said = re.split(r"(?:^|(?<=\. ))([a-z_]+): ", bullet.partition(" Then run ")[0])
        for name, meaning in zip(said[1::2], said[2::2], strict=True):
            if name in names:
                found[name] = meaning.strip()
    return found


def suggest_id(kind: str, title: str, taken: Container[str]) -> str:
    """Return a free id from the words of a title: "resource:policy-generator"."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    name = "-".join(re.findall("[a-z0-9]+", plain)[:LONGEST_SLUG]) or "new"
    numbered = (f"{kind}:{name}-{number}" for number in range(2, 10_000))
    first = f"{kind}:{name}"
    return first if first not in taken else next(one for one in numbered if one not in taken)


def next_code(practice: Practice, criteria: Iterable[Criterion]) -> str:
    """Return the id that follows those of a practice: "2022:OD5" after OD1 to OD4."""
    form = re.compile(f"{practice.abbreviation}([0-9]+)")
    numbers = [int(found[1]) for one in criteria if (found := form.fullmatch(one.code))]
    return f"{practice.standard}:{practice.abbreviation}{max(numbers, default=0) + 1}"
