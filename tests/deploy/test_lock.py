"""The lock of the container holds what pyproject.toml asks for, each with its hashes."""

import re
import tomllib
from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement

TOP = Path(__file__).parents[2]
LOCK = (TOP / "deploy" / "requirements.lock").read_text(encoding="utf-8")
LOCKED = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", LOCK, re.MULTILINE))


def test_lock_satisfies_every_dependency() -> None:
    """Each dependency is locked to a version that its bounds allow."""
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [Requirement(text) for text in project["dependencies"]]

    assert wanted
    assert [str(one) for one in wanted if LOCKED.get(one.name, "") not in one.specifier] == []


def test_lock_is_closed() -> None:
    """Whatever a locked package needs on the container's machine is locked, too."""
    needed = {
        requirement.name.lower().replace("_", "-")
        for name in LOCKED
        for requirement in map(Requirement, requires(name) or [])
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""})
    }

    assert needed <= LOCKED.keys()


def test_every_package_has_hashes_and_no_address() -> None:
    """Nothing is installed without a hash, and the lock names no index."""
    blocks = re.split(r"^(?=[a-z])", LOCK.partition("\n\n")[0], flags=re.MULTILINE)[1:]

    assert len(blocks) == len(LOCKED)
    assert all("--hash=sha256:" in block for block in blocks)
    assert "://" not in LOCK
