"""Where a text leaves the form of our YAML files; asked once the parser has failed.

The parser names the place where it noticed, often far below the slip. Our files use few of YAML's
forms: "key: value", "- item", text below "key: |" or "key: >-", quotes, and lists in brackets. So a
walk over the lines finds the first one that has none of them, and why.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.knowledge.problems import SlipError

Found = tuple[int, str, str]
"""The line (from 1), what is wrong, what to write instead."""

_KEY = re.compile(r"(.+?)\s*:(?:\s+(.*))?")
_ITEM = re.compile(r"- +")
_BLOCK = re.compile(r"[|>][-+1-9]{0,2}(\s+#.*)?")
_QUOTED = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(.*)""")
_BULLETS = tuple("-–—•·*")
_RESERVED = ("@", "`", "%", "&", "*", "!", ",", "]", "}", "? ", "- ")

_FITS_NOT = ("the line does not fit to those above", "correct its indent")
_NO_DASH = (
    "the line does not fit into the list above",
    "correct its indent, or begin it with '- '",
)
_NO_COLON = ("a ':' is missing", "write 'key: value', or indent the line where text goes on")
_COLON = ("a ':' stands where none may be", "put the text in quotes, or correct the indent")
_OPEN = ("the quote that begins here is not closed", "close it, or take both quotes away")
_BRACKET = ("the bracket that begins here is not closed", "close it, with commas between the items")


class _Level(NamedTuple):
    """A column at which lines begin, and whether they are items of a list or keys."""

    column: int
    is_list: bool


def misfit(lines: Sequence[str]) -> Found | None:
    """Return the first line that does not have the form of our files; None where all have it."""
    walk = _Walk(lines)
    for number in range(len(lines)):
        try:
            walk.step(number)
        except SlipError as slip:
            return number + 1, slip.what, slip.instead
    return None


class _Walk:
    """The walk: what may follow the lines seen so far."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._levels: list[_Level] = []
        self._may_deepen = True
        # Lines deeper than the first column are text, of which the second is where it begins
        # (0 before it does); lines until this sign go on with a value.
        self._text_below: tuple[int, int] | None = None
        self._until = ""

    def step(self, number: int) -> None:
        """Take a line. Raises SlipError where it has none of our forms."""
        line = self._lines[number]
        body = line.strip()
        column = len(line) - len(line.lstrip(" "))
        if not body or body.startswith("#"):
            return
        if self._until:
            self._until = "" if self._until in body else self._until
            return
        if self._text_below and column > self._text_below[0]:
            below, begin = self._text_below
            if column < begin:
                raise SlipError(*_FITS_NOT)
            self._text_below = (below, begin or column)
            return
        self._text_below = None
        if line[column] == "\t":
            raise SlipError("a tab is used to indent", "use two spaces for each step")
        if body in ("---", "..."):
            raise SlipError(f"'{body}' begins another document", "delete the line")
        item, key = _ITEM.match(body), _KEY.fullmatch(body)
        if body != "-" and not item and body.startswith(_BULLETS):
            raise SlipError(f"'{body[0]}' begins the line, but not as '- '", "begin it with '- '")
        if self._goes_on(column, bool(item or key)):
            return
        self._fit(column, body == "-" or bool(item))
        if item:
            body, column = body[item.end() :], column + item.end()
            if key := _KEY.fullmatch(body):
                self._levels.append(_Level(column, is_list=False))
        if key and not body.startswith(("'", '"', "[", "{")):
            self._value(number, key[2] or "", column)
        elif item:
            self._value(number, body, column)
        elif body == "-":
            self._may_deepen = True
        elif re.match(r"[\w-]+:\w", body):
            raise SlipError("a space is missing after ':'", "write 'key: value'")
        elif not key:
            raise SlipError(*_NO_COLON)

    def _goes_on(self, column: int, has_form: bool) -> bool:
        """Tell whether a line goes on with the plain text above it."""
        deeper = bool(self._levels) and column > self._levels[-1].column
        return deeper and not self._may_deepen and not has_form

    def _fit(self, column: int, is_list: bool) -> None:
        """Find the level that a line belongs to, or open one."""
        if not self._levels and column:
            raise SlipError("no key stands above the line", "write it, or take the indent away")
        left = [level for level in self._levels if level.column <= column]
        returns, self._levels = len(left) < len(self._levels), left
        if not left or left[-1].column < column:
            if returns or not self._may_deepen:
                raise SlipError(*(_FITS_NOT if returns or is_list else _COLON))
            left.append(_Level(column, is_list))
        elif left[-1].is_list != is_list:
            if is_list and self._may_deepen:  # a list may begin below its key without an indent
                left.append(_Level(column, is_list))
            elif len(left) > 1 and left[-2].column == column:
                left.pop()
            else:
                raise SlipError(*(_NO_DASH if left[-1].is_list else _FITS_NOT))

    def _value(self, number: int, value: str, column: int) -> None:
        """Take what stands behind a key or a dash."""
        self._may_deepen = not value or value.startswith("#")
        if self._may_deepen:
            return
        if value.startswith(("|", ">")):
            if not _BLOCK.fullmatch(value):
                what = f"text stands behind '{value[0]}'"
                raise SlipError(what, "begin it on the next line, indented by two spaces")
            self._text_below = (column, 0)
        elif value.startswith(('"', "'")):
            quoted = _QUOTED.fullmatch(value)
            if not quoted:
                self._open(number, value[0], _OPEN)
            elif quoted[2] and not quoted[2].startswith("#"):
                what = "text follows the quote that closes"
                raise SlipError(what, "put the whole value in one pair of double quotes")
        elif value.startswith(("[", "{")):
            self._brackets(number, value)
        elif value.startswith(_RESERVED):
            what = f"'{value[0]}' begins a value, a character that YAML keeps for itself"
            raise SlipError(what, "put the value in quotes")
        elif re.search(r":(\s|$)", value.partition(" #")[0]):
            raise SlipError(*_COLON)

    def _brackets(self, number: int, value: str) -> None:
        """Take a list in brackets."""
        bare = re.sub(r""""[^"]*"|'[^']*'""", "x", value)
        if re.search(r"[\[,]\s*,", bare):
            raise SlipError("nothing stands before a comma", "take the comma out, or fill the gap")
        depth = 0
        for at, sign in enumerate(bare):
            depth += (sign in "[{") - (sign in "]}")
            if depth == 0:
                rest = bare[at + 1 :].strip()
                if rest and not rest.startswith("#"):
                    raise SlipError(
                        "text follows the bracket that closes", "put the value in quotes"
                    )
                return
        self._open(number, "]" if value[0] == "[" else "}", _BRACKET)

    def _open(self, number: int, closing: str, slip: tuple[str, str]) -> None:
        """Take a value that goes on below, unless a key or an item stands there."""
        below = next((line.strip() for line in self._lines[number + 1 :] if line.strip()), "- ")
        if re.match(r"- |[\w-]+:(\s|$)", below) or "\n".join(self._lines[number:]).count(
            closing
        ) < (2 if closing in "\"'" else 1):
            raise SlipError(*slip)
        self._until = closing
