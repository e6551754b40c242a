"""What was read, with where it stands: what the checks across files look at."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from bot.knowledge.fields import Block, Named
from bot.knowledge.models import Criterion, Practice
from bot.knowledge.phrase_files import PhraseFiles
from bot.knowledge.problems import Problem
from bot.knowledge.yaml_file import Place, YamlFile

T = TypeVar("T", bound=Block, covariant=True)
N = TypeVar("N", bound=Named)


@dataclass(frozen=True)
class Located(Generic[T]):
    """A block with the file it stands in, and where it stands there."""

    block: T
    file: YamlFile
    place: Place

    def line(self, key: str) -> int:
        """Return the line of one of the block's keys."""
        return self.file.line((*self.place, key))

    def problem(self, within: Place, what: str, instead: str) -> Problem:
        """Return a problem at the line of a value of the block."""
        return self.file.problem((*self.place, *within), what, instead)

    def texts(self) -> Iterator[tuple[Place, str]]:
        """Yield every text in the block, with its place there."""
        yield from _texts(self.block, ())


@dataclass(frozen=True)
class Parts:
    """All that was read from a folder: the blocks of YAML and the phrasings."""

    blocks: tuple[Located[Any], ...]
    phrase_files: PhraseFiles

    def of(self, *models: type[N]) -> list[Located[N]]:
        """Return the blocks of some kinds, in the order of the files."""
        return [located for located in self.blocks if isinstance(located.block, models)]

    def of_standards(self) -> list[Located[Practice | Criterion]]:
        """Return the practices and criteria, in the order of the files."""
        return [p for p in self.blocks if isinstance(p.block, Practice | Criterion)]


def _texts(value: Any, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, Block):
        for key, inner in value:
            yield from _texts(inner, (*place, key))
    elif isinstance(value, tuple):
        for at, inner in enumerate(value):
            yield from _texts(inner, (*place, at))
