"""Slips of the pen in a YAML file, said in plain words at the line where the slip is.

Some are seen in the text before it is parsed, some in values of which YAML makes something else
than was written. Where the parser gives up, yaml_form.py looks for the line.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

import yaml

from bot.knowledge.yaml_form import Found

Misfit = Callable[[Sequence[str]], Found | None]
"""Finds the first of a file's lines that does not have the form of such files."""

CURLY_QUOTES = tuple("“”‘’„‟«»")

_CONFLICT = re.compile(r"([<>|])\1{6}( |$)|={7}$")
_FOREIGN = re.compile(r"[\u0370-\u1dff\uff00-\uffef\U0001d400-\U0001d7ff]")
_EMOJI = re.compile(r"[\u2600-\u27bf\U0001f000-\U0001faff]")


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
        elif not line.isascii():
            yield from ((number, *slip) for slip in _slips_of_letters(line))


def _slips_of_letters(line: str) -> Iterator[tuple[str, str]]:
    """Yield words with a letter that only looks like a Latin one, and emoji."""
    if _FOREIGN.search(line):
        for word in re.findall(r"\w+", line):
            strange = _FOREIGN.search(word)
            if strange and re.search("[a-zA-Z]", word):
                name = unicodedata.name(strange[0], "unknown").lower()
                yield f"the word '{word}' holds '{strange[0]}' ({name})", "type the word anew"
    if emoji := _EMOJI.search(line):
        name = unicodedata.name(emoji[0], "unknown").lower()
        yield f"an emoji ({name}) is in the line", "take it out"


def _is_hidden(character: str) -> bool:
    """Tell whether a character looks like a space or like nothing, but is not a space."""
    return character > "\x7f" and unicodedata.category(character) in ("Zs", "Zl", "Zp", "Cf", "Cc")


def syntax_slip(text: str, error: yaml.YAMLError, misfit: Misfit) -> Found:
    """Say what is wrong with a text that is not YAML, at the line that ``misfit`` finds."""
    if (position := getattr(error, "position", None)) is not None:
        line = text[:position].count("\n") + 1
        return line, "a control character is in the text", "delete it"
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    noticed = mark.line + 1 if mark else 1
    found = misfit(text.split("\n"))
    if found and found[0] <= noticed:
        return found
    what = "the YAML cannot be read here"
    return noticed, what, "compare indents and quotes with the block above"


def slips_of_value(written: Sequence[str], rest: str) -> Iterator[Found]:
    """Yield where YAML makes something else of a value without quotes than it says.

    ``written`` are its lines, the slips counted from 1; ``rest`` is what follows it on the last.
    """
    first, last = written[0], written[-1].rstrip()
    if first.startswith(("&", "!")):
        what = f"'{first[0]}' begins a value, a character that YAML keeps for itself"
        yield 1, what, "put the value in quotes"
    elif first.startswith(CURLY_QUOTES):
        what = f"a curly quote ({first[0]}) begins the text, and YAML takes it for a letter"
        yield 1, what, "use straight quotes or none"
    elif re.match(r"-[^\W\d]", first):
        yield 1, "a space is missing after '-'", "begin the line with '- '"
    below = (number for number, line in enumerate(written[1:], 2) if re.match(r"\s*-\s", line))
    if number := next(below, None):
        what = "an item of a list stands below a value"
        yield number, what, "begin it like the items above, or write its key above it"
    elif last.endswith('"') and "".join(written).count('"') % 2:
        yield len(written), "a quote closes that was not opened", "take it away, or open it"
    if re.match(r"\s+#", rest):
        what = "YAML leaves out what follows the '#'"
        yield len(written), what, "put the value in quotes, or the note on a line of its own"


def number_slip(written: str, taken: int) -> tuple[str, str] | None:
    """Say what is wrong with a number that YAML reads as another: 045 is 37 to it, 1:15 is 75."""
    if written == str(taken):
        return None
    return f"YAML takes '{written}' for the number {taken}", f"write {taken}, or put it in quotes"
