"""One YAML file as plain data that remembers on which line each value stands.

PyYAML's C parser builds the node tree, so a file is read once and every value keeps its line.
"""

import codecs
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bot.knowledge.problems import Problem
from bot.knowledge.yaml_form import misfit
from bot.knowledge.yaml_slips import (
    Misfit,
    number_slip,
    slips_of_text,
    slips_of_value,
    syntax_slip,
)

Place = tuple[str | int, ...]
"""Keys and list positions from the top of a file down to a value, as pydantic names them."""

MAX_BYTES = 5_000_000
"""Far above any real file (the largest of ours has 100 kB); keeps a stray upload from stalling."""


@dataclass
class YamlFile:
    """A parsed file: its data, the line of each value, and the problems found in it.

    ``data`` is None where the file could not be read; its problems then say why. ``blocks``: the
    places of values that keep their lines ("key: |").
    """

    name: str
    data: Any = None
    lines: dict[Place, int] = field(default_factory=dict)
    blocks: set[Place] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    @property
    def folder(self) -> str:
        """The folder that the file is in; "" at the top."""
        return self.name.rpartition("/")[0]

    def line(self, place: Place) -> int:
        """Return the line of a value, or of the nearest value around it that has one."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def problem(self, where: Place | int, what: str, instead: str) -> Problem:
        """Return a problem at a value or a line; line 0 stands for the file as a whole."""
        line = where if isinstance(where, int) else self.line(where)
        return Problem(self.name, line, what, instead)

    def add_problem(self, where: Place | int, what: str, instead: str) -> None:
        """Note a problem of the file in itself."""
        self.problems.append(self.problem(where, what, instead))


def read_yaml(path: Path, name: str, misfit: Misfit = misfit) -> YamlFile:
    """Read one YAML file. Never raises: what is wrong becomes a problem of the file.

    ``misfit`` finds the line to look at where the parser gives up.
    """
    file = YamlFile(name)
    if (text := _read_text(path, file)) is None:
        return file
    for slip in slips_of_text(text):
        file.add_problem(*slip)
    if file.problems:
        return file
    loader = yaml.CSafeLoader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            file.add_problem(0, "the file is empty", "fill it or remove it")
        else:
            data = _Builder(loader, file, text).plain(node, ())
            file.data = None if file.problems else data
    except yaml.YAMLError as error:
        file.add_problem(*syntax_slip(text, error, misfit))
    except RecursionError:
        file.add_problem(1, "values are nested too deeply", "keep to the form of the other files")
    finally:
        loader.dispose()
    return file


def _read_text(path: Path, file: YamlFile) -> str | None:
    """Return the text of a file; None with a problem noted where there is no such text."""
    try:
        if path.exists() and not path.is_file():
            reason = "it is a folder" if path.is_dir() else "it is not an ordinary file"
            file.add_problem(
                0, f"the file cannot be read ({reason})", "put a YAML file in its place"
            )
            return None
        if path.stat().st_size > MAX_BYTES:
            file.add_problem(
                0, "the file is larger than 5 MB", "split it, or remove what is not text"
            )
            return None
        raw = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "unknown reason"
        file.add_problem(0, f"the file cannot be read ({reason})", "check its permissions")
        return None
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        what = "a character is not UTF-8"
        if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            what = "the file is UTF-16, not UTF-8"
        file.add_problem(line, what, "save the file with UTF-8 encoding")
        return None


class _Builder:
    """Turns nodes into plain data, noting lines, keys that occur twice, and aliases."""

    def __init__(self, loader: yaml.CSafeLoader, file: YamlFile, text: str) -> None:
        self._loader = loader
        self._file = file
        self._written = text.split("\n")
        self._built: set[int] = set()

    def plain(self, node: yaml.Node, place: Place) -> Any:
        """Return the data of a node. A node that is met again was reached through an alias."""
        line: int = node.start_mark.line + 1
        if id(node) in self._built:
            self._file.add_problem(line, "an alias (* or &) is used", "write the value out")
            return None
        self._built.add(id(node))
        # The text of a block scalar ("key: |") begins on the line below its mark.
        style = node.style if isinstance(node, yaml.ScalarNode) else None
        self._file.lines.setdefault(place, line + 1 if style in ("|", ">") else line)
        if style == "|":
            self._file.blocks.add(place)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            return tuple(self.plain(item, (*place, at)) for at, item in enumerate(node.value))
        try:
            value = self._loader.construct_object(node)
        except (ValueError, KeyError, AttributeError, yaml.YAMLError):
            # Something like 2026-02-31 looks like a date to YAML and is none: keep it as written.
            value = node.value
        if not style:
            self._check_plain(node, value)
        return value

    def _check_plain(self, node: yaml.Node, value: Any) -> None:
        """Note text without quotes of which YAML makes something else than it says."""
        begin, end = node.start_mark, node.end_mark
        written = self._written[begin.line : end.line + 1]
        rest = written[-1][end.column :]
        written[-1] = written[-1][: end.column]
        written[0] = written[0][begin.column :]
        for line, what, instead in slips_of_value(written, rest):
            self._file.add_problem(begin.line + line, what, instead)
        if type(value) is int and (slip := number_slip(node.value, value)):
            self._file.add_problem(begin.line + 1, *slip)

    def _mapping(self, node: yaml.MappingNode, place: Place) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        doubled = False
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                self._file.add_problem(line, "a key is not a plain word", "write 'key: value'")
                continue
            if not key_node.style:
                self._check_plain(key_node, None)
            key = str(key_node.value)
            if key in mapping:
                if not doubled:  # the keys that follow may be those of a second block, too
                    earlier = self._file.lines[(*place, key, "key")]
                    what = f"the key '{key}' was already used on line {earlier}"
                    begins = key == next(iter(mapping))
                    instead = "begin the next block with '- '" if begins else "keep one of the two"
                    self._file.add_problem(line, what, instead)
                doubled = True
                continue
            self._file.lines[(*place, key, "key")] = line
            mapping[key] = self.plain(value_node, (*place, key))
        return mapping
