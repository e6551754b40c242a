"""Slips of the pen in a YAML file, said in plain words at the line where the slip is.

Some are seen in the text before it is parsed, others are what the parser trips over. The parser
names the place where it noticed, which is often below the slip, and then it knows where it began
to read the value that does not fit: that line is the one to look at.
"""

import re
import unicodedata
from collections.abc import Iterator

import yaml

Found = tuple[int, str, str]
"""The line (from 1), what is wrong, what to write instead."""

CURLY_QUOTES = tuple("“”‘’„‟«»")

_CONFLICT = re.compile(r"<{7}( |$)|>{7}( |$)")
_OPEN = ("the quote that begins here is not closed", "close it, or take both quotes away")

_SLIPS = (
    # what the parser says of it, of what it was reading; the line to look at; what it means
    ("could not find expected ':'", "", "began", "a ':' is missing", "write 'key: value'"),
    ("unexpected end of stream", "quoted scalar", "began", *_OPEN),
    (
        "mapping values are not allowed", "", "noticed",
        "a ':' stands where none may be", "put the text in quotes, or correct the indent",
    ),
    (
        "cannot start any token", "", "noticed",
        "a value begins with a character that YAML keeps for itself", "put the value in quotes",
    ),
    (
        "did not find expected '-' indicator", "", "noticed",
        "the line does not fit into the list above", "correct its indent, or begin it with '- '",
    ),
    (
        "expected ',' or", "", "began",
        "the bracket that begins here is not closed", "close it, with commas between the items",
    ),
    (
        "did not find expected key", "", "noticed",
        "the line does not fit to those above", "correct its indent, or the quotes above it",
    ),
)  # fmt: skip

_OPEN_QUOTE = re.compile(r""": (["'])(?!.*\1\s*(#.*)?$)""")
_REST = re.compile(r"\s+#[^\s#]")


def slips_of_text(text: str) -> Iterator[Found]:
    """Yield what nobody means to write in a knowledge file, whether or not it can be parsed."""
    for number, line in enumerate(text.split("\n"), start=1):
        if _CONFLICT.match(line):
            what = "a merge conflict was left here"
            yield number, what, "keep one of the two versions and delete the lines of <, = and >"
            return
        if not line.isascii() and (hidden := next(filter(_is_hidden, line), None)):
            name = unicodedata.name(hidden, f"U+{ord(hidden):04X}").lower()
            yield number, f"an invisible character ({name}) is in the line", "type the line anew"


def _is_hidden(character: str) -> bool:
    """Tell whether a character looks like a space or like nothing, but is not a space."""
    return character > "\x7f" and unicodedata.category(character) in ("Zs", "Zl", "Zp", "Cf")


def syntax_slip(text: str, error: yaml.YAMLError) -> Found:
    """Say what is wrong with a text that is not YAML."""
    if (position := getattr(error, "position", None)) is not None:
        line = text[:position].count("\n") + 1
        return line, "a control character is in the text", "delete it"
    said, reading = str(getattr(error, "problem", "")), str(getattr(error, "context", ""))
    began = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None) or began
    line = mark.line + 1 if mark else 1
    lines = text.splitlines()
    written = lines[line - 1] if line <= len(lines) else ""
    indent = written[: len(written) - len(written.lstrip())]
    if "\t" in indent or "\\t" in said or "tab" in said:
        return line, "a tab is used to indent", "use two spaces for each step"
    if "did not find expected key" in said and (quoted := _open_quote(lines[:line])):
        return quoted, *_OPEN
    for words, of, where, what, instead in _SLIPS:
        if words in said and of in reading:
            return began.line + 1 if where == "began" and began else line, what, instead
    return line, "the YAML cannot be read here", "compare indents and quotes with the block above"


def _open_quote(lines: list[str]) -> int:
    """Return the last line that begins a quoted value and does not end it, or 0."""
    open_lines = [number for number, line in enumerate(lines, 1) if _OPEN_QUOTE.search(line)]
    return open_lines[-1] if open_lines else 0


def is_cut_off(line: str, column: int) -> bool:
    """Tell whether YAML takes the rest of a line for a comment that looks like text: "Data #1"."""
    return bool(_REST.match(line, column))


def number_slip(written: str, taken: int) -> tuple[str, str] | None:
    """Say what is wrong with a number that YAML reads as another: 045 is 37 to it, 1:15 is 75."""
    if written == str(taken):
        return None
    return f"YAML takes '{written}' for the number {taken}", f"write {taken}, or put it in quotes"
