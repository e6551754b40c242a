"""The questions of ``wwc-bot new``, made from the model of what is written."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import click

from bot.cli import layout, texts
from bot.knowledge import Catalog
from bot.knowledge.fields import Block
from bot.knowledge.stanzas import Part, is_id, parts_of
from bot.knowledge.validation import slip_of


class Prompts:
    """Takes answers from options, asks for those that are needed, and again where one is wrong."""

    def __init__(self, catalog: Catalog, said: Mapping[str, str], given: Mapping[str, Any]) -> None:
        """Ask about this catalog. ``said`` explains keys, ``given`` are the options by name."""
        self._said, self._given = said, given
        self._suggested: dict[str, str] = {}
        self._ids = {*catalog.entries, *catalog.resources, *catalog.partners}

    def entry(self, model: type[Block], suggest: Callable[[str], str]) -> dict[str, Any]:
        """Return the values of a new entry by key, its id first.

        ``suggest`` makes an id from the title. Where an option gave the title, ids and days are
        taken as suggested; otherwise people may write others.

        Raises:
            click.UsageError: when the value of an option is not right.
            click.Abort: when somebody ended the questions.

        """
        parts = {part.name: part for part in parts_of(model)}
        title = self._value(model, parts["title"], "title")
        self._suggested = {"id": suggest(title), "checked": date.today().isoformat()}
        values = {"id": self._value(model, parts["id"], "id"), "title": title}
        for name, part in parts.items():
            if name not in values:
                values[name] = self._value(model, part, name)
        return {name: value for name, value in values.items() if value not in (None, ())}

    def _value(self, model: type[Block], part: Part, name: str) -> Any:
        """Return the value of a key; None where it is neither given nor needed."""
        if part.model:
            return self._inner(part.model, part, name) if part.needed else None
        suggested = self._suggested.get(name)
        given = self._given.get(name) or (suggested if self._given.get("title") else None)
        if not given and not part.needed:
            return None
        if not given and part.name in self._said:
            click.echo("\n".join(layout.wrap(self._said[part.name], "  ")))
        while True:
            value = _read(part, given or _prompt(part, name, suggested))
            slip = slip_of(model, part.name, value) or self._unknown(part.name, value)
            if not slip:
                return value
            if given:
                raise click.UsageError(f"--{name.replace('_', '-')}: {slip}")
            click.echo(f"{slip}.", err=True)

    def _inner(self, model: type[Block], part: Part, name: str) -> Any:
        """Return the one block that is asked for under a key, in a list where the key has one."""
        found = {
            inner.name: value
            for inner in parts_of(model)
            if (value := self._value(model, inner, f"{name}_{inner.name}")) not in (None, ())
        }
        return (found,) if part.many else found

    def _unknown(self, name: str, value: Any) -> str:
        """Say which id is not there, or is there already; "" where all is well."""
        for one in value if isinstance(value, tuple) else (value,):
            if name == "id" and one in self._ids:
                return texts.NEW_TAKEN.format(id=one)
            if name != "id" and isinstance(one, str) and is_id(one) and one not in self._ids:
                return texts.NEW_UNKNOWN.format(reference=one)
        return ""


def _read(part: Part, typed: Any) -> Any:
    """Turn what an option or a prompt gave into the value of a key."""
    return tuple(map(part.read, typed)) if part.many else part.read(typed)


def _prompt(part: Part, name: str, default: str | None) -> Any:
    label = name.replace("_", " ")
    if not part.many:
        kind = click.Choice(part.choices) if part.choices else None
        return click.prompt(label, type=kind, default=default)
    label, lines = texts.NEW_SEVERAL.format(name=label), []
    while line := click.prompt(label, default="", show_default=False).strip():
        lines.append(line)
    return lines
