"""Fixtures and helpers for tests of what an editor is told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.knowledge import KnowledgeError, load_catalog


@pytest.fixture
def problems() -> Callable[[Path], list[str]]:
    """Return the lines that loading a folder gives."""

    def of(folder: Path) -> list[str]:
        with pytest.raises(KnowledgeError) as caught:
            load_catalog(folder)
        return [str(problem) for problem in caught.value.problems]

    return of


@pytest.fixture
def replace(small: Path) -> Callable[[str, str, str], int]:
    """Replace a text in a file of the small folder once; return the line that it stood on."""

    def in_file(name: str, old: str, new: str) -> int:
        path = small / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    return in_file
