"""Asking and listing in the terminal, with what may be wrong around it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from .terminal import TOP, asked, wwc_bot

ENTRY_KEYS = {"id", "title", "score", "resources"}


RESOURCE_KEYS = {"id", "title", "provider", "url", "status"}


def test_ask_shows_the_criterion_its_resource_and_its_state() -> None:
    """The first question of the README leads to the Policy Generator, marked as archived."""
    done = wwc_bot("ask", "do we need a law for open data?")

    assert done.returncode == 0
    assert done.stdout.startswith("Open data policy\nOD1 of the 2018 standard")
    assert "https://opendatapolicyhub.sunlightfoundation.com/generator/" in done.stdout
    assert "Archived since September 2020" in done.stdout
    assert "official wording" in done.stdout
    assert "In the 2022 standard: OD1 Open Data Policy (the same sentence)." in done.stdout
    assert done.stdout.count("-m bot ask") == 2


def test_ask_names_the_performance_lab() -> None:
    """Vendor contracts lead to the Government Performance Lab."""
    done = wwc_bot("ask", "who helps with vendor contracts")

    assert done.returncode == 0
    assert "Government Performance Lab" in done.stdout


def test_refusal_says_how_to_ask_better() -> None:
    """What is not understood exits with 3 and teaches."""
    done = wwc_bot("ask", "what is our leave policy")

    assert done.returncode == 3
    assert done.stdout.startswith("I don't know.")
    assert "To ask better" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask", "SE3"),
        ("ask", "who helps with what"),
        ("criteria",),
        ("criteria", "rdc"),
        ("--help",),
    ],
)
def test_output_fits_80_columns_and_has_no_colour(arguments: tuple[str, ...]) -> None:
    """Piped text is plain; only an address may be longer than a line."""
    done = wwc_bot(*arguments)

    assert "\x1b" not in done.stdout
    long = [line for line in done.stdout.splitlines() if len(line) > 80 and "http" not in line]
    assert long == []


def test_json_gives_one_object_a_line_in_order() -> None:
    """Every input line, an empty one too, gets one object with the contract's keys."""
    lines = ["do we need a law for open data?", "", "what is our leave policy", "OD2"]

    objects = asked("\n".join(lines).encode() + b"\n")

    assert [o["question"] for o in objects] == lines
    assert [o["decision"] for o in objects] == ["answer", "refuse", "refuse", "answer"]
    for found in objects:
        assert set(found) == {"question", "decision", "entries", "took_ms"}
        entries = found["entries"]
        assert isinstance(entries, list)
        assert len(entries) <= 5
        for entry in entries:
            assert set(entry) == ENTRY_KEYS
            assert all(set(resource) == RESOURCE_KEYS for resource in entry["resources"])


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"open data " * 10_000,
        b"a\x00b",
        b"\x1b[31mred\x07",
        "\u202eatad nepo".encode(),
        b"\xff\xfe\xfa open data",
        b'{"question": "x"}',
        "🎉".encode() * 1000,
    ],
    ids=["empty", "long", "NUL", "control", "right to left", "not UTF-8", "json", "emoji"],
)
def test_bad_input_is_one_object_and_no_traceback(line: bytes) -> None:
    """Whatever a line holds, it gets exactly one object, and the next line is answered."""
    objects = asked(line + b"\nOD1\n")

    assert len(objects) == 2
    assert objects[1]["decision"] == "answer"


def test_input_without_final_newline_is_answered() -> None:
    """The last line counts with or without its newline."""
    assert len(asked(b"OD1\nSE1")) == 2


def test_no_input_gives_no_output() -> None:
    """An empty input has no lines."""
    assert asked(b"") == []


@pytest.mark.parametrize(
    ("command", "typed"),
    [("ask", "who helps with vendor contracts"), ("criteria", "stakeholdr engagment")],
)
def test_quotes_may_be_left_out(command: str, typed: str) -> None:
    """Who forgets the quotes gets the same answer."""
    assert wwc_bot(command, *typed.split()).stdout == wwc_bot(command, typed).stdout != ""


@pytest.mark.parametrize("arguments", [("ask",), ("ask", ""), ("ask", "  ")])
def test_empty_question_says_how_to_write_one(arguments: tuple[str, ...]) -> None:
    """Forgetting the question is wrong use: exit 2 and an example."""
    done = wwc_bot(*arguments)

    assert done.returncode == 2
    assert 'wwc-bot ask "' in done.stderr
    assert "Traceback" not in done.stderr


def test_question_that_is_not_utf8_on_the_command_line() -> None:
    """A question with bytes that are no text is answered or refused like any other."""
    done = subprocess.run(
        [sys.executable.encode(), b"-m", b"bot", b"ask", b"--json", b"open \xff data"],
        capture_output=True,
        cwd=TOP,
        check=False,
    )

    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 1
    assert json.loads(done.stdout)


@pytest.mark.parametrize(
    "command", [("ask", "OD1"), ("criteria",), ("eval", "x.jsonl"), ("learn",)]
)
def test_missing_knowledge_is_one_line_and_exit_2(command: tuple[str, ...], tmp_path: Path) -> None:
    """A knowledge folder that is not there is said in one line on stderr."""
    done = wwc_bot(*command, WWC_BOT_KNOWLEDGE=str(tmp_path / "none"))

    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "there is no such folder" in done.stderr


def test_broken_knowledge_still_gives_one_object_a_line(tmp_path: Path) -> None:
    """With --json every line gets an object, a refusal, and the exit code says why."""
    done = wwc_bot("ask", "--json", stdin=b"OD1\nSE1\n", WWC_BOT_KNOWLEDGE=str(tmp_path))

    assert done.returncode == 2
    assert [json.loads(line)["decision"] for line in done.stdout.splitlines()] == ["refuse"] * 2
    assert len(done.stderr.splitlines()) == 1
    assert "holds no YAML file" in done.stderr


def test_terminal_without_unicode() -> None:
    """A terminal that lacks a character shows a question mark, not a traceback."""
    done = wwc_bot("ask", "SE3", PYTHONIOENCODING="latin-1")

    assert done.returncode == 0
    assert "local government?s open data policies" in " ".join(done.stdout.split())


def test_criteria_lists_categories_with_counts() -> None:
    """Without a category, all practices of both standards are listed."""
    done = wwc_bot("criteria")

    assert "Results-Driven Contracting" in done.stdout
    assert "8 criteria known" in done.stdout
    assert done.stdout.index("2022 standard") < done.stdout.index("2018 standard")


def test_criteria_of_a_misspelt_category() -> None:
    """A slip in the name finds the category all the same."""
    done = wwc_bot("criteria", "stakeholdr engagment")

    assert done.returncode == 0
    assert "SE4" in done.stdout


def test_criteria_of_an_unknown_category() -> None:
    """An unknown category names the nearest ones and exits with 3."""
    done = wwc_bot("criteria", "zebra")

    assert done.returncode == 3
    assert "The nearest names:" in done.stderr


def test_criteria_json_of_one_standard() -> None:
    """All 43 criteria of 2022 come as JSON lines."""
    done = wwc_bot("criteria", "--standard", "2022", "--json")

    assert len([json.loads(line) for line in done.stdout.splitlines()]) == 43


def test_unknown_standard_names_the_known_ones() -> None:
    """A standard that does not exist is wrong use."""
    done = wwc_bot("criteria", "--standard", "1999")

    assert done.returncode == 2
    assert "2018 or 2022" in done.stderr


def test_help_teaches_by_example() -> None:
    """The first help shows commands that can be typed as they stand."""
    done = wwc_bot("--help")

    assert 'wwc-bot ask "do we need a law for open data?"' in done.stdout


@pytest.mark.parametrize(
    "redirected",
    ["ask --json <&-", "ask --json OD1 >&-", "criteria >/dev/full", "ask OD1 >/dev/full"],
)
def test_closed_or_full_streams_end_without_traceback(redirected: str) -> None:
    """Whatever the shell did to our streams, no traceback comes out."""
    done = subprocess.run(
        ["/bin/sh", "-c", f"exec {sys.executable} -m bot {redirected}"],
        capture_output=True,
        text=True,
        cwd=TOP,
        check=False,
    )

    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) <= 1
