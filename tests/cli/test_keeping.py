"""Keeping the knowledge in the terminal: check, learn and eval."""

import json
import shutil
from pathlib import Path

import pytest

from .terminal import wwc_bot


def test_check_lists_every_problem(small: Path) -> None:
    """Problems are lines on stdout, their number is on stderr, the exit code is 1."""
    path = small / "resources.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("    status: ", "    status: in"))

    done = wwc_bot("check", str(small))

    assert done.exit_code == 1
    lines = done.stdout.splitlines()
    assert ["unknown value 'inlive'; write" in line for line in lines] == [True, False]
    assert "unknown value 'inunknown'; write" in lines[1]
    assert done.stderr == "2 to mend.\n"


def test_learn_keeps_what_was_learned(small: Path) -> None:
    """After a new phrasing, check asks for learn, and learn settles it."""
    with (small / "phrasings" / "all.yaml").open("a", encoding="utf-8") as phrasings:
        phrasings.write("  is it going to snow\n")

    assert "have changed since" in wwc_bot("check", str(small)).stdout
    assert wwc_bot("learn", "--knowledge", str(small)).exit_code == 0
    assert "have changed since" not in wwc_bot("check", str(small)).stdout


def test_removed_phrasing_asks_for_learn_too(small: Path) -> None:
    """A phrasing that is gone stays learned until learn is run, and check says so."""
    path = small / "phrasings" / "all.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:-1]), encoding="utf-8")

    assert "have changed since" in wwc_bot("check", str(small)).stdout


def test_damaged_learned_file_is_learned_anew(small: Path) -> None:
    """A damaged file is as good as none: learn replaces it."""
    (small / "model.json").write_text('{"format": 1, "classes": 7}')

    assert "no usable model.json" in wwc_bot("check", str(small)).stdout
    assert wwc_bot("learn", "--knowledge", str(small)).exit_code == 0
    assert "model.json" not in wwc_bot("check", str(small)).stdout


def test_new_phrasing_works_before_it_is_learned(small: Path) -> None:
    """An editor's new phrasing is answered at once."""
    (small / "phrasings" / "zz.yaml").write_text("2031:LE1: |\n  where is the frobnicator\n")

    done = wwc_bot("ask", "--full", "where is the frobnicator", knowledge=small)

    assert done.exit_code == 0
    assert done.stdout.startswith("Free loans\n")


def test_eval_reports_the_measures(tmp_path: Path) -> None:
    """Eval prints overall, tables and misses, and can be a gate."""
    bank = tmp_path / "bank.jsonl"
    bank.write_text(
        '{"id": "1", "q": "LE2", "label": "2035:LE2", "kind": "code"}\n'
        '{"id": "2", "q": "LE2", "label": "NONE", "kind": "code"}\n'
    )

    done = wwc_bot("eval", str(bank))

    assert done.exit_code == 0
    assert "overall          0.500" in done.stdout
    assert "confident_wrong  0.500" in done.stdout
    assert wwc_bot("eval", str(bank), "--least", "0.6").exit_code == 1
    assert json.loads(wwc_bot("eval", str(bank), "--json").stdout)["questions"] == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "holds no question"),
        ("nonsense\n", ":1: is no JSON object"),
        ('{"id": "1", "q": "x", "label": "LE77"}\n', ":1: the label 'LE77' is unknown"),
        ('{"id": "1", "label": "2035:LE2"}\n', ":1: 'q' is missing"),
    ],
)
def test_eval_explains_a_bad_bank(tmp_path: Path, content: str, said: str) -> None:
    """A question file that is not right is explained by file and line, exit 2."""
    bank = tmp_path / "bank.jsonl"
    bank.write_text(content)

    done = wwc_bot("eval", str(bank))

    assert done.exit_code == 2
    assert said in done.stderr


def test_check_looks_where_the_environment_says(tmp_path: Path) -> None:
    """The variable that the other commands obey is obeyed by check, too."""
    done = wwc_bot("check", knowledge=tmp_path / "none")

    assert done.exit_code == 1
    assert "there is no such folder" in done.stdout


def test_learn_refuses_before_it_works(tmp_path: Path) -> None:
    """A bank that is not there is said at once, with the exit code of wrong use."""
    done = wwc_bot("learn", "--bank", str(tmp_path / "none.jsonl"))

    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1


def test_nothing_to_learn_from_is_refused(small: Path) -> None:
    """A folder without its phrasings is refused, and what was learned stays."""
    learned = (small / "model.json").read_bytes()
    shutil.rmtree(small / "phrasings")

    for command in (("learn",), ("ask", "LE1")):
        done = wwc_bot(*command, knowledge=small)

        assert done.exit_code == 2
        assert "phrasings: the folder with the phrasings is missing" in done.stderr
    assert (small / "model.json").read_bytes() == learned
