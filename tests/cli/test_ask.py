"""Asking in the terminal, with what may be wrong around it."""

import json
from pathlib import Path

import pytest

from .terminal import asked, wwc_bot

ENTRY_KEYS = {"id", "title", "score", "resources"}
RESOURCE_KEYS = {"id", "title", "provider", "url", "status"}


def test_refusal_says_how_to_ask_better() -> None:
    """What is not understood exits with 3 and teaches."""
    done = wwc_bot("ask", "what is our leave policy")

    assert done.exit_code == 3
    assert done.stdout.startswith("I don't know.")
    assert "Name what you need help with" in done.stdout


def test_json_gives_one_object_a_line_in_order(learned: Path) -> None:
    """Every input line, an empty one too, gets one object with the contract's keys."""
    lines = ["may a library take money for a loan?", "", "will it rain tomorrow", "LE2"]

    objects = asked("\n".join(lines).encode() + b"\n", learned)

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
        b"opening hours " * 10_000,
        b"a\x00b",
        b"\x1b[31mred\x07",
        "\u202eatad nepo".encode(),
        b"\xff\xfe\xfa opening hours",
        b'{"question": "x"}',
        "🎉".encode() * 1000,
    ],
    ids=["empty", "long", "NUL", "control", "right to left", "not UTF-8", "json", "emoji"],
)
def test_bad_input_is_one_object_and_no_traceback(line: bytes) -> None:
    """A line of any content gets exactly one object, and the next line is answered."""
    objects = asked(line + b"\nLE1\n")

    assert len(objects) == 2
    assert objects[1]["decision"] == "answer"


def test_input_without_final_newline_is_answered() -> None:
    """The last line counts with or without its newline."""
    assert len(asked(b"LE1\nLE2")) == 2


def test_no_input_gives_no_output() -> None:
    """An empty input has no lines."""
    assert asked(b"") == []


@pytest.mark.parametrize(
    ("command", "typed"),
    [("ask", "how long should we be open"), ("criteria", "lendng and shairing")],
)
def test_quotes_may_be_left_out(command: str, typed: str) -> None:
    """Who forgets the quotes gets the same answer."""
    assert wwc_bot(command, *typed.split()).stdout == wwc_bot(command, typed).stdout != ""


@pytest.mark.parametrize("arguments", [("ask",), ("ask", ""), ("ask", "  ")])
def test_empty_question_says_how_to_write_one(arguments: tuple[str, ...]) -> None:
    """Forgetting the question is wrong use: exit 2 and an example."""
    done = wwc_bot(*arguments)

    assert done.exit_code == 2
    assert 'wwc-bot ask "' in done.stderr


@pytest.mark.parametrize(
    "pasted", [("- do we have to lend for free?",), ("-do we have to", "lend for free?")]
)
def test_pasted_bullet_point_is_a_question(learned: Path, pasted: tuple[str, ...]) -> None:
    """A leading dash with words behind it is not an option."""
    done = wwc_bot("ask", "--full", *pasted, knowledge=learned)

    assert done.exit_code == 0
    assert done.stdout.startswith("Free loans\n")


def test_pasted_bullet_point_keeps_the_options_around_it(tmp_path: Path) -> None:
    """Options before and behind a pasted bullet point are still options."""
    done = wwc_bot("ask", "- LE1", "--json")
    missing = wwc_bot("ask", "--knowledge", str(tmp_path / "not there"), "- LE1")

    assert json.loads(done.stdout)["question"] == "- LE1"
    assert missing.exit_code == 2


def test_misspelt_option_is_named() -> None:
    """A word that only looks like an option is refused, not taken for a question."""
    done = wwc_bot("ask", "--jsn", "LE1")

    assert done.exit_code == 2
    assert "--jsn" in done.stderr


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le"])
def test_utf16_input_is_named_at_its_first_line(encoding: str) -> None:
    """Lines in UTF-16, as PowerShell writes them, are refused with what to do."""
    mark = "" if encoding == "utf-16" else "\ufeff"
    done = wwc_bot("ask", "--json", stdin=f"{mark}LE1\nLE2\n".encode(encoding))

    assert done.exit_code == 2
    assert done.stdout == ""
    assert "Line 1 of the input begins as UTF-16 does" in done.stderr


@pytest.mark.parametrize(
    "command", [("ask", "LE1"), ("criteria",), ("eval", "x.jsonl"), ("learn",)]
)
def test_missing_knowledge_is_one_line_and_exit_2(command: tuple[str, ...], tmp_path: Path) -> None:
    """A knowledge folder that is not there is said in one line on stderr."""
    done = wwc_bot(*command, knowledge=tmp_path / "none")

    assert done.exit_code == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "there is no such folder" in done.stderr


def test_broken_knowledge_still_gives_one_object_a_line(tmp_path: Path) -> None:
    """With --json every line gets an object, a refusal, and the exit code says why."""
    done = wwc_bot("ask", "--json", stdin=b"LE1\nLE2\n", knowledge=tmp_path)

    assert done.exit_code == 2
    assert [json.loads(line)["decision"] for line in done.stdout.splitlines()] == ["refuse"] * 2
    assert len(done.stderr.splitlines()) == 1
    assert "holds no YAML file" in done.stderr


def test_help_teaches_by_example() -> None:
    """The first help shows commands that can be typed as they stand."""
    done = wwc_bot("--help")

    assert 'wwc-bot ask "do we need a law for open data?"' in done.stdout
