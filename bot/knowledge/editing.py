"""Changes of a YAML file that leave everything else as it was: comments, order, quotes, line ends.

A value is replaced in the text at the place where the parser found it. Afterwards both texts are
parsed: if they differ in anything but the change, nothing comes back.
"""

import os
import textwrap
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bot.knowledge.yaml_file import Place

Value = str | date

WIDTH = 100
"""Columns that a line of knowledge may have."""


class EditError(Exception):
    """A change that cannot be made without changing something else; the file is as it was."""


def set_values(text: str, changes: Mapping[Place, Value]) -> str:
    """Return a YAML text with other values at some places.

    A key that a block does not have yet is added at its end.

    Raises:
        EditError: when the text cannot be changed so.

    """
    root, data = yaml.compose(text, Loader=yaml.SafeLoader), yaml.safe_load(text)
    splices = []
    for place, value in changes.items():
        *path, key = place
        block = _node(root, tuple(path))
        if not isinstance(block, yaml.MappingNode) or not block.value:
            raise EditError(f"there is no block at {place[:-1]}")
        column = _column(block)
        new = scalar(str(key), value, column, flow=bool(block.flow_style))
        new = new.replace("\n", f"\n{' ' * column}")
        old = next((pair for pair in block.value if pair[0].value == key), None)
        if old:
            end = _end(old[1], text)
            if _holds_comment(old[0], old[1], text):
                raise EditError(f"a comment stands between '{key}' and its value")
            splices.append((old[0].start_mark.index, end, new))
        elif block.flow_style:
            end = _end(block.value[-1][1], text)
            splices.append((end, end, f", {new}"))
        else:
            end = _line_end(_end(block, text), text)
            splices.append((end, end, f"\n{' ' * column}{new}"))
        _descend(data, tuple(path))[key] = value
    return _checked(_spliced(text, splices), data)


def append_item(text: str, key: str, item: Sequence[str]) -> str:
    """Return a YAML text with one more item at the end of the list under a key of the top.

    ``item`` holds the lines of the item; the first begins with "- ".

    Raises:
        EditError: when the text has no such list, or cannot be changed so.

    """
    root, data = yaml.compose(text, Loader=yaml.SafeLoader), yaml.safe_load(text)
    items = _node(root, (key,))
    if not isinstance(items, yaml.SequenceNode):
        raise EditError(f"there is no list '{key}'")
    data[key] = [*data[key], *yaml.safe_load("\n".join(item))]
    if items.value and not items.flow_style:
        indent = items.start_mark.column
        start = _comments_end(_line_end(_end(items, text), text), indent, text)
        gap, end = "\n\n", start
    elif not items.value:
        start = len(text[: items.start_mark.index].rstrip(" "))
        indent, end, gap = 2, _line_end(items.end_mark.index, text), "\n"
    else:
        raise EditError(f"the list '{key}' is written in brackets")
    lines = "\n".join(" " * indent + line if line else line for line in item)
    after = "" if text[end:] else "\n"
    return _checked(_spliced(text, [(start, end, gap + lines + after)]), data)


def read_text(path: Path) -> str:
    """Return the text of a file with its line ends as they are."""
    return path.read_bytes().decode("utf-8")


def write_text(path: Path, text: str) -> None:
    """Replace a file, so that it holds either the old text or the new one, never a part.

    Raises:
        OSError: when it cannot be written.

    """
    path = path.resolve()  # of a link the file behind it is written
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_bytes(text.encode("utf-8"))
    os.chmod(fresh, path.stat().st_mode)
    fresh.replace(path)


def _node(node: yaml.Node | None, place: Place) -> yaml.Node | None:
    """Return the node at a place, None where there is none."""
    for part in place:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == part), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int):
            node = node.value[part] if part < len(node.value) else None
        else:
            return None
    return node


def _descend(data: Any, place: Place) -> Any:
    for part in place:
        data = data[part]
    return data


def _column(block: yaml.MappingNode) -> int:
    column: int = block.value[0][0].start_mark.column
    return column


def _end(node: yaml.Node, text: str) -> int:
    """Return where the text of a value ends: before the comments and empty lines below it."""
    while isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    start: int = node.start_mark.index
    return start + len(text[start : node.end_mark.index].rstrip())


def _line_end(index: int, text: str) -> int:
    """Return where the line ends that a position is on, without its line break."""
    end = text.find("\n", index)
    end = len(text) if end < 0 else end
    return end - 1 if text[index:end].endswith("\r") else end


def _holds_comment(key: yaml.Node, value: yaml.Node, text: str) -> bool:
    """Tell whether a comment would be lost: before the value, or behind the sign of a block."""
    start: int = value.start_mark.index
    block = isinstance(value, yaml.ScalarNode) and value.style in ("|", ">")
    head = _line_end(start, text) if block else start
    return "#" in text[key.end_mark.index : head]


def _comments_end(end: int, indent: int, text: str) -> int:
    """Return where the comment lines end that belong to the item which ends on a line."""
    while end < len(text):
        after = _line_end(text.index("\n", end) + 1, text)
        line = text[end:after].strip("\r\n")
        if not line.lstrip().startswith("#") or len(line) - len(line.lstrip()) <= indent:
            break
        end = after
    return end


def scalar(key: str, value: Value, column: int, *, flow: bool = False) -> str:
    """Write "key: value" so that YAML reads it as this value, in several lines where it is long.

    ``column`` is where the key will stand, which leaves less room; lines after the first are
    indented by two, to which the caller adds. ``flow``: it will stand in brackets, on one line.
    """
    if not isinstance(value, str):
        return f"{key}: {value.isoformat()}"
    quoted = yaml.safe_dump(value, default_style='"', allow_unicode=True, width=10**6).strip()
    plain = f"{key}: {value}"
    line = plain if _reads_as(plain, {key: value}) and not flow else f"{key}: {quoted}"
    if flow or column + len(line) <= WIDTH:
        return line
    room = WIDTH - column - 2
    wrapped = textwrap.wrap(value, room, break_long_words=False, break_on_hyphens=False)
    return "\n  ".join([f"{key}: >-", *wrapped])


def _reads_as(text: str, data: Any) -> bool:
    try:
        return bool(yaml.safe_load(text) == data)
    except yaml.YAMLError:
        return False


def _spliced(text: str, splices: list[tuple[int, int, str]]) -> str:
    """Replace parts of a text, each given by where it starts and ends; its line ends are kept."""
    windows = "\r\n" in text
    for start, end, new in sorted(splices, reverse=True):
        text = text[:start] + (new.replace("\n", "\r\n") if windows else new) + text[end:]
    return text


def _checked(text: str, data: Any) -> str:
    """Return a text that holds this data.

    Raises:
        EditError: when it holds anything else.

    """
    if not _reads_as(text, data):
        raise EditError("the change would change more than it should")
    return text
