"""Fixtures shared by all tests: the shipped knowledge and a matcher on it, built once."""

import shutil
from pathlib import Path

import pytest

from bot.knowledge import Catalog, load_catalog, shipped_knowledge
from bot.matching import Matcher

SMALL = Path(__file__).parent / "knowledge" / "small"


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The shipped knowledge."""
    return load_catalog()


@pytest.fixture(scope="session")
def matcher(catalog: Catalog) -> Matcher:
    """A matcher on the shipped knowledge."""
    return Matcher(catalog)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped knowledge, to be broken or added to."""
    return Path(shutil.copytree(shipped_knowledge(), tmp_path / "knowledge"))


@pytest.fixture(scope="session")
def small_catalog() -> Catalog:
    """An invented checklist with two standards, a practice in each, three criteria and a topic."""
    return load_catalog(SMALL)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of the small knowledge folder, to be broken or added to."""
    return Path(shutil.copytree(SMALL, tmp_path / "small"))
