"""Asking in the terminal, with what may be wrong around it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .terminal import TOP, asked, wwc_bot

ENTRY_KEYS = {"id", "title", "score", "resources"}


RESOURCE_KEYS = {"id", "title", "provider", "url", "status"}


def test_ask_shows_the_criterion_its_resource_and_its_state() -> None:
    """All that is known of a criterion holds the Policy Generator and the day it was checked."""
    done = wwc_bot("ask", "--full", "OD1 2018")

    assert done.returncode == 0
    assert done.stdout.startswith("Open data policy\nOD1 of the 2018 standard")
    assert "https://opendatapolicyhub.sunlightfoundation.com/generator/" in done.stdout
    assert "Last checked 23" in done.stdout
    assert "official wording" in done.stdout
    assert "In the 2022 standard: OD1 Open Data Policy (the same sentence)." in done.stdout
    assert done.stdout.count("-m bot ask") == 2


@pytest.mark.parametrize(
    "question",
    ["do we need an open data policy?", "proof for OD3?", "28 of 43, what level?", "OD1 vs OD3"],
)
def test_the_short_answer_fits_a_screen(question: str) -> None:
    """What is said first takes at most 14 lines, beside the hint where to read more."""
    done = wwc_bot("ask", question)
    answer, hint = done.stdout.rsplit("\n\n", 1)

    assert done.returncode == 0
    assert len(answer.splitlines()) <= 14
    assert " -m bot ask --full " in hint


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
    assert "Name what you need help with" in done.stdout


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
    """Piped text is plain; only an address or a command may be longer."""
    done = wwc_bot(*arguments)

    assert "\x1b" not in done.stdout
    whole = ("http", "-m bot ask")
    long = [line for line in done.stdout.splitlines() if len(line) > 80]
    assert [line for line in long if not any(part in line for part in whole)] == []


def test_json_gives_one_object_a_line_in_order() -> None:
    """Every input line, an empty one too, gets one object with the contract's keys."""
    lines = ["do we need a law for open data?", "", "what is our leave policy", "OD2"]

    objects = asked("\n".join(lines).encode() + b"\n")

    assert [o["question"] for o in objects] == lines
    assert [o["decision"] for o in objects] == ["answer", "refuse", "refuse", "answer"]
    for found in objects:
        assert set(found) == {"question", "decision", "text", "entries", "took_ms"}
        assert found["text"] if found["question"] else True
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
    assert '-m bot ask "' in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "pasted",
    [("- do we need a law for open data?",), ("-do we need a law", "for open data?")],
)
def test_pasted_bullet_point_is_a_question(pasted: tuple[str, ...]) -> None:
    """A leading dash with words behind it is not an option."""
    done = wwc_bot("ask", *pasted)

    assert done.returncode == 0
    assert "open data policy" in done.stdout.lower()


def test_pasted_bullet_point_keeps_the_options_around_it(tmp_path: Path) -> None:
    """Options before and behind a pasted bullet point are still options."""
    done = wwc_bot("ask", "- OD1", "--json")
    missing = wwc_bot("ask", "--knowledge", str(tmp_path / "not there"), "- OD1")

    assert json.loads(done.stdout)["question"] == "- OD1"
    assert missing.returncode == 2


def test_misspelt_option_is_named() -> None:
    """A word that only looks like an option is refused, not taken for a question."""
    done = wwc_bot("ask", "--jsn", "OD1")

    assert done.returncode == 2
    assert "--jsn" in done.stderr


@pytest.mark.parametrize("typed", ["help", "“help”", "help me", "ayuda"])
def test_help_words_get_help(typed: str) -> None:
    """Who asks for help is told what this does, with questions that can be asked."""
    done = wwc_bot("ask", typed)

    assert done.returncode == 0
    assert "I answer questions about" in " ".join(done.stdout.split())


def test_suggested_commands_can_be_typed() -> None:
    """What an answer suggests to type next runs as it stands."""
    answer = wwc_bot("ask", "do we need a law for open data?").stdout
    suggested = [
        line[line.index(":") + 1 :].strip()
        for line in answer.splitlines()
        if " -m bot ask " in line
    ]

    assert suggested
    done = subprocess.run(
        ["/bin/sh", "-c", suggested[0]], capture_output=True, cwd=TOP, check=False
    )
    assert done.returncode == 0


def test_script_is_suggested_as_it_was_called(tmp_path: Path) -> None:
    """The installed command suggests itself: by its path, or by name where the shell finds it."""
    script = Path(sys.executable).with_name("wwc-bot")

    for start, path, command in (
        (str(script), os.environ["PATH"].replace(str(script.parent), ""), str(script)),
        ("wwc-bot", f"{script.parent}{os.pathsep}{os.environ['PATH']}", "wwc-bot"),
    ):
        done = subprocess.run(
            ["/bin/sh", "-c", f"{start} ask zzyzxq"],
            capture_output=True,
            text=True,
            cwd=tmp_path,
            env={**os.environ, "PATH": path},
            check=False,
        )
        assert f'"{command} criteria" lists what I know.' in " ".join(done.stdout.split())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le"])
def test_utf16_input_is_named_at_its_first_line(encoding: str) -> None:
    """Lines in UTF-16, as PowerShell writes them, are refused with what to do."""
    mark = "" if encoding == "utf-16" else "\ufeff"
    done = wwc_bot("ask", "--json", stdin=f"{mark}OD1\nSE1\n".encode(encoding))

    assert done.returncode == 2
    assert done.stdout == ""
    assert "Line 1 of the input begins as UTF-16 does" in done.stderr


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
    done = wwc_bot("ask", "--full", "SE3", PYTHONIOENCODING="latin-1")

    assert done.returncode == 0
    assert "local government?s open data policies" in " ".join(done.stdout.split())


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
