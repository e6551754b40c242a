"""One YAML file as plain data that remembers on which line each value stands.

PyYAML's C parser builds the node tree, so a file is read once and every value keeps its line.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bot.knowledge.errors import Problem
from bot.knowledge.syntax import cut_off, syntax_problem

Place = tuple[str | int, ...]
"""Keys and list positions from the top of a file down to a value, as pydantic names them."""

MAX_BYTES = 5_000_000
"""Far above any real file (the largest of ours has 100 kB); keeps a stray upload from stalling."""


MOST_BRACKETS = 5_000
"""Our largest file has about a hundred; nested this deep the C parser is known to survive."""

_ID = re.compile(r"^[ -]*id: *['\"]?([\w:-]+)", re.MULTILINE)


@dataclass
class Source:
    """A parsed file: its data, the line of each value, and the problems met while reading.

    ``blocks``: where the values are that keep their lines ("key: |"). ``unread_ids``: ids seen in
    a file that is no YAML, so that what refers to them is not called wrong, too.
    """

    name: str
    data: Any = None
    lines: dict[Place, int] = field(default_factory=dict)
    blocks: set[Place] = field(default_factory=set)
    unread_ids: frozenset[str] = frozenset()
    problems: list[Problem] = field(default_factory=list)

    def line(self, place: Place) -> int:
        """Return the line of a value, or of the nearest value around it that has one."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def add_problem(self, place: Place, what: str, instead: str) -> None:
        """Note a problem at the line of a value."""
        self.problems.append(Problem(self.name, self.line(place), what, instead))


def read_source(path: Path, name: str) -> Source:
    """Read one YAML file. Never raises: whatever is wrong becomes a problem of the source."""
    source = Source(name)
    try:
        if path.exists() and not path.is_file():
            raise OSError(0, "it is no ordinary file")
        raw = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "unknown reason"
        source.problems.append(
            Problem(name, 0, f"the file cannot be read ({reason})", "check its permissions")
        )
        return source
    if len(raw) > MAX_BYTES:
        source.problems.append(
            Problem(name, 0, "the file is larger than 5 MB", "split it or remove what is not text")
        )
        return source
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        source.problems.append(
            Problem(name, line, "a character is not UTF-8", "save the file with UTF-8 encoding")
        )
        return source
    if max(text.count("["), text.count("{")) > MOST_BRACKETS:
        # The C parser recurses for each and would bring the whole process down.
        source.problems.append(
            Problem(name, 1, "there are thousands of brackets", "keep to the form of other files")
        )
        return source
    loader = yaml.CSafeLoader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            source.problems.append(Problem(name, 1, "the file is empty", "fill it or remove it"))
        else:
            source.data = _Builder(loader, source, text).plain(node, ())
    except yaml.YAMLError as error:
        source.problems.append(syntax_problem(name, text, error))
        source.unread_ids = frozenset(_ID.findall(text))
    except RecursionError:
        source.problems.append(
            Problem(name, 1, "values are nested too deeply", "keep to the form of the other files")
        )
    finally:
        loader.dispose()
    return source


class _Builder:
    """Turns nodes into plain data, noting lines, keys that occur twice, and aliases."""

    def __init__(self, loader: yaml.CSafeLoader, source: Source, text: str) -> None:
        self._loader = loader
        self._source = source
        self._written = text.split("\n") if " #" in text else []
        self._built: set[int] = set()

    def plain(self, node: yaml.Node, place: Place) -> Any:
        """Return the data of a node. A node that is met again was reached through an alias."""
        line: int = node.start_mark.line + 1
        if id(node) in self._built:
            self._problem(line, "an alias (* or &) is used", "write the value out")
            return None
        self._built.add(id(node))
        # The text of a block scalar ("key: |") begins on the line below its mark.
        style = node.style if isinstance(node, yaml.ScalarNode) else None
        self._source.lines.setdefault(place, line + 1 if style in ("|", ">") else line)
        if style == "|":
            self._source.blocks.add(place)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            return tuple(self.plain(item, (*place, at)) for at, item in enumerate(node.value))
        if isinstance(node, yaml.ScalarNode) and not style:
            self._check_plain(node)
        try:
            return self._loader.construct_object(node)
        except (ValueError, KeyError, AttributeError, yaml.YAMLError):
            # Something like 2026-02-31 looks like a date to YAML and is none: keep it as written.
            return node.value

    def _check_plain(self, node: yaml.ScalarNode) -> None:
        """Note text without quotes of which YAML makes something else than it says."""
        end = node.end_mark
        if end.line < len(self._written) and cut_off(self._written[end.line], end.column):
            what = "YAML leaves out what follows the '#'"
            self._problem(end.line + 1, what, "put the whole value in quotes")
        if node.value[:1] in ("“", "”", "‘", "„", "«"):
            what = "the value begins with a curly quote, which YAML takes for text"
            self._problem(node.start_mark.line + 1, what, "use straight quotes or none")

    def _mapping(self, node: yaml.MappingNode, place: Place) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                self._problem(line, "a key is not a plain word", "write 'key: value'")
                continue
            key = str(key_node.value)
            if key in mapping:
                earlier = self._source.lines[(*place, key, "key")]
                what = f"the key '{key}' was already used on line {earlier}"
                self._problem(line, what, "keep one of the two")
                continue
            self._source.lines[(*place, key, "key")] = line
            mapping[key] = self.plain(value_node, (*place, key))
        return mapping

    def _problem(self, line: int, what: str, instead: str) -> None:
        self._source.problems.append(Problem(self._source.name, line, what, instead))
