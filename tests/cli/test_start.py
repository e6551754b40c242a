"""``wwc-bot`` as people start it: a process with streams, an encoding and a name of its own."""

import json
import os
import sys
from pathlib import Path

import pytest

from .terminal import process, shell


def test_ask_shows_the_criterion_its_resource_and_its_state() -> None:
    """All that is known of a criterion holds the Policy Generator and the day it was checked."""
    done = process("ask", "--full", "OD1 2018")

    assert done.returncode == 0
    assert done.stdout.startswith("Open data policy\nOD1 of the 2018 standard")
    assert "https://opendatapolicyhub.sunlightfoundation.com/generator/" in done.stdout
    assert "Last checked 25" in done.stdout
    assert "official wording" in done.stdout
    assert "In the 2022 standard: OD1 Open Data Policy (the same sentence)." in done.stdout
    assert done.stdout.count("-m bot ask") >= 2


def test_ask_names_the_performance_lab() -> None:
    """Vendor contracts, asked about without quotes, lead to the Government Performance Lab."""
    done = process("ask", *"who helps with vendor contracts".split())

    assert done.returncode == 0
    assert "Government Performance Lab" in done.stdout


def test_check_is_quiet_about_sound_knowledge() -> None:
    """The shipped knowledge is sound and learned."""
    done = process("check")

    assert done.returncode == 0
    assert done.stdout.startswith("The knowledge is sound: 57 criteria, 16 practices, ")
    assert len(done.stdout.splitlines()) == 2
    assert done.stdout.endswith("knowledge\n")


def test_terminal_without_unicode() -> None:
    """A terminal that lacks a character shows a question mark, not a traceback."""
    done = process("ask", "--full", "SE3", PYTHONIOENCODING="latin-1")

    assert done.returncode == 0
    assert "local government?s open data policies" in " ".join(done.stdout.split())


def test_suggested_commands_can_be_typed(learned: Path) -> None:
    """What an answer suggests to type next runs as it stands."""
    answer = process("ask", "LE1", WWC_BOT_KNOWLEDGE=str(learned)).stdout
    suggested = [
        line[line.index(":") + 1 :].strip()
        for line in answer.splitlines()
        if " -m bot ask " in line
    ]

    assert suggested
    assert shell(suggested[0], learned).returncode == 0


def test_script_is_suggested_as_it_was_called(learned: Path, tmp_path: Path) -> None:
    """The installed command suggests itself: by its path, or by name where the shell finds it."""
    script = Path(sys.executable).with_name("wwc-bot")

    for start, path, command in (
        (str(script), os.environ["PATH"].replace(str(script.parent), ""), str(script)),
        ("wwc-bot", f"{script.parent}{os.pathsep}{os.environ['PATH']}", "wwc-bot"),
    ):
        done = shell(f"{start} ask zzyzxq", learned, tmp_path, PATH=path)
        assert f'"{command} criteria" lists what I know.' in " ".join(done.stdout.split())


def test_question_that_is_not_utf8_on_the_command_line(learned: Path) -> None:
    """A question with bytes that are no text is answered or refused like any other."""
    done = process("ask", "--json", b"open \xff data", WWC_BOT_KNOWLEDGE=str(learned))

    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 1
    assert json.loads(done.stdout)


@pytest.mark.parametrize(
    "redirected",
    ["ask --json <&-", "ask --json LE1 >&-", "criteria >/dev/full", "ask LE1 >/dev/full"],
)
def test_closed_or_full_streams_end_without_traceback(learned: Path, redirected: str) -> None:
    """Whatever the shell did to our streams, no traceback comes out."""
    done = shell(f"exec {sys.executable} -m bot {redirected}", learned)

    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) <= 1
