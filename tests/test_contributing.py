"""What contributors are told, and what machines do for them, fits the repository."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

TOP = Path(__file__).parents[1]
GITHUB = TOP / ".github"


def read_yaml(path: Path) -> Any:
    """Read a YAML file."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "SECURITY.md", "pull_request_template.md"])
def test_every_path_that_contributors_are_told_exists(name: str) -> None:
    """Files and folders named in the pages of .github are there."""
    text = (GITHUB / name).read_text(encoding="utf-8")
    named = re.findall(r"`((?:bot|knowledge|tests|deploy)/[\w./-]*)", text)
    linked = re.findall(r"\]\((?!http)([^)#]+)\)", text)

    assert [path for path in named if not (TOP / path).exists()] == []
    assert [path for path in linked if not (GITHUB / path).exists()] == []


def test_workflow_runs_the_command_on_every_supported_python() -> None:
    """Each Python from the oldest supported on is tested with tests/run, and nothing can be written."""
    workflow = read_yaml(GITHUB / "workflows" / "ci.yml")
    tests = workflow["jobs"]["tests"]
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pythons = tests["strategy"]["matrix"]["python"]

    assert project["requires-python"] == f">={pythons[0]}"
    assert pythons == [f"3.{minor}" for minor in range(11, 15)]
    assert tests["steps"][-1]["run"] == "tests/run"
    assert workflow["permissions"] == {"contents": "read"}


def test_hooks_use_the_tools_of_the_virtual_environment() -> None:
    """No hook downloads a version of its own, and format, lint, types and knowledge are checked."""
    (local,) = read_yaml(TOP / ".pre-commit-config.yaml")["repos"]
    hooks = {hook["id"]: hook for hook in local["hooks"]}

    assert local["repo"] == "local"
    assert {"ruff-format", "ruff", "mypy", "knowledge", "smart-quotes", "large-files"} == set(hooks)


def test_the_package_says_that_it_is_typed() -> None:
    """The marker by which type checkers of other projects use our types is there."""
    assert (TOP / "bot" / "py.typed").exists()
