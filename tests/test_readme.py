"""What the README says is so."""

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from bot.cli import exit_codes, main
from bot.ops.settings import Settings

TOP = Path(__file__).parents[1]
README = (TOP / "README.md").read_text(encoding="utf-8")
FIRST_SCREEN = "\n".join(README.splitlines()[:40])


def test_first_screen_shows_a_question_its_answer_and_the_two_commands() -> None:
    """What it is, a real question with its real answer, and both commands come first."""
    assert 'wwc-bot ask "do we need a law for open data?"' in FIRST_SCREEN
    assert "tests/run" in FIRST_SCREEN


def test_shown_answer_is_the_real_one() -> None:
    """The answer in the README is what the command prints, to the letter."""
    shown = re.search(r"\$ python3 -m venv[^\n]*\n(.*?)```", README, re.DOTALL)
    assert shown

    done = subprocess.run(
        [sys.executable, "-m", "bot", "ask", "do we need a law for open data?"],
        capture_output=True,
        text=True,
        cwd=TOP,
        check=True,
    )

    assert done.stdout.startswith(shown[1])


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_is_in_the_readme_and_has_help(name: str) -> None:
    """Each command has its row, says what it does and gives its exit codes."""
    command = main.commands[name]

    assert f"| `wwc-bot {name}" in README
    assert command.help
    assert "Exit code" in command.help


def test_every_exit_code_is_in_the_readme() -> None:
    """The table of exit codes has a row for each code that there is, and for no other."""
    codes = {value for name, value in vars(exit_codes).items() if name.isupper()}

    assert {int(row) for row in re.findall(r"^\| (\d) \|", README, re.MULTILINE)} == codes


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_option_explains_itself(name: str) -> None:
    """No option is without help."""
    options = [p for p in main.commands[name].params if isinstance(p, click.Option)]

    assert all(option.help for option in options)


def test_every_setting_is_in_the_readme() -> None:
    """Each environment variable that the code reads has its row, and no row is without code."""
    source = "".join(path.read_text(encoding="utf-8") for path in TOP.glob("bot/**/*.py"))
    read = set(re.findall(r'"((?:SLACK|WWC_BOT)_[A-Z_]+|PORT)"', source))
    listed = set(re.findall(r"^\| `([A-Z_]+)` \|", README, re.MULTILINE))

    assert read == listed
    assert len(Settings.model_fields) == len(listed - {"PORT"})


def test_every_path_named_in_the_readme_exists() -> None:
    """Files and folders that the README points to are there."""
    named = re.findall(r"`((?:bot|knowledge|tests|deploy)/[\w./-]*)`", README)

    assert named
    assert [path for path in named if not (TOP / path).exists()] == []


def test_what_the_readme_says_of_quality_holds() -> None:
    """More than nine in ten overall and some three in a hundred sure and wrong, says the results file."""
    results = (TOP / "tests/benchmarks/RESULTS.md").read_text(encoding="utf-8")
    (row,) = re.findall(r"^\| wwc-bot \| ([\d.]+) \| ([\d.]+) \|", results, re.MULTILINE)
    overall, confident_wrong = map(float, row)

    assert "more than nine in ten" in README
    assert overall > 0.9
    assert "three in a hundred" in " ".join(README.split())
    assert 0.02 <= confident_wrong <= 0.04


def test_results_explain_their_terms() -> None:
    """Every measure in a head of the table of matchers is explained above it."""
    results = (TOP / "tests/benchmarks/RESULTS.md").read_text(encoding="utf-8")
    terms, _, tables = results.partition("## Quality and speed")
    measures = [cell.strip() for cell in tables.splitlines()[2].split("|")[3:-1]]
    explained = " ".join(re.findall(r"\*\*([^*]+)\*\*", terms))

    assert all(measure.removesuffix(" ms") in explained for measure in measures)


def test_links_of_the_readme_lead_somewhere() -> None:
    """Files that the README links to are there."""
    linked = re.findall(r"\]\((?!http)([^)#]+)\)", README)

    assert linked
    assert [path for path in linked if not (TOP / path).exists()] == []
