"""Fixtures shared by all tests: the shipped knowledge and a matcher on it, built once."""

import shutil
from pathlib import Path

import pytest

from bot.knowledge import Catalog, load_catalog, shipped_knowledge
from bot.matching import Matcher

SMALL = Path(__file__).parent / "knowledge" / "small"


OPEN_SOCKETS = {"LocalSlack", "patient_slack", "running", "serving", "started"}
START_PROCESSES = {"process", "subprocess"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what the quick loop leaves out, by what the test's module imports.

    Asking hundreds of questions is not counted for coverage either: that would take three times as
    long and find no line that is not covered elsewhere.
    """
    for item in items:
        assert isinstance(item, pytest.Function)
        imported = vars(item.module).keys()
        if imported & OPEN_SOCKETS or "bot" in item.fixturenames:
            item.add_marker("sockets")
        if imported & START_PROCESSES:
            item.add_marker("processes")
        if item.get_closest_marker("hundreds"):
            item.add_marker("no_cover")


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
