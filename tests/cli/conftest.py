"""The knowledge that commands are tested on: small, and learned once."""

import shutil
from pathlib import Path

import pytest

from bot.knowledge import load_catalog
from bot.training.learning import learn
from tests.conftest import SMALL


@pytest.fixture(scope="session")
def learned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the small knowledge, learned; not to be changed."""
    folder = tmp_path_factory.mktemp("knowledge") / "small"
    shutil.copytree(SMALL, folder)
    learn(load_catalog(folder)).save(folder)
    return folder


@pytest.fixture
def small(learned: Path, tmp_path: Path) -> Path:
    """A copy of it, to be broken or added to."""
    return Path(shutil.copytree(learned, tmp_path / "small"))
