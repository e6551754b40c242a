"""What an editor does to a knowledge folder, and what the editor is told."""

import re
from pathlib import Path

import pytest

from bot.knowledge import KnowledgeError, load_catalog


def problems(folder: Path) -> list[str]:
    """Return the lines that loading a folder gives."""
    with pytest.raises(KnowledgeError) as caught:
        load_catalog(folder)
    return [str(problem) for problem in caught.value.problems]


def replace(folder: Path, name: str, old: str, new: str) -> int:
    """Replace a text in a file of a folder once; return the line that it stood on."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def assert_problem(folder: Path, name: str, old: str, new: str, said: str, within: int = 0) -> None:
    """Replace a text in a file: that is one problem, which says so near the line of the text."""
    line = replace(folder, name, old, new)
    (found,) = problems(folder)
    place = re.match(rf"{re.escape(name)}:(\d+): ", found)
    assert place, found
    assert abs(int(place[1]) - line) <= within, found
    assert said in found
