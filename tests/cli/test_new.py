"""``wwc-bot new``: from answers or options to a stanza that is right."""

import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from bot.cli import main

STATED = ("--source", "a leaflet", "--confidence", "inferred")
RESOURCE = (
    "resource", "--title", "Shelf guide", "--provider", "partner:readers", "--url",
    "https://readers.example/shelf", "--about", "How to shelve.", "--status", "live",
    "--status-note", "Seen.", *STATED,
)  # fmt: skip
CRITERION = (
    "criterion", "--practice", "2035:lending", "--title", "Late fees", "--title-origin", "ours",
    "--summary", "Take none.", *STATED,
)  # fmt: skip
TOPIC = (
    "topic", "--title", "How long it takes", "--statements-text", "A year: so we hear.",
    "--statements-source", "one", "--statements-source", "two", "--statements-confidence",
    "inferred", "--contact", "no", "--partners", "partner:readers",
)  # fmt: skip
PARTNER = (
    "partner",
    "--title",
    "Friends of Books",
    "--supports",
    "It all.",
    "--state",
    "active",
    *STATED,
)


def new(folder: Path, *arguments: str, typed: str | None = None) -> Result:
    """Run the command on a knowledge folder."""
    options = [*arguments, "--knowledge", str(folder)]
    return CliRunner().invoke(main, ["new", *options], input=typed)


@pytest.mark.parametrize(
    ("arguments", "name", "entry_id", "then"),
    [
        (RESOURCE, "resources.yaml", "resource:shelf-guide", "list resource:shelf-guide under"),
        (
            CRITERION,
            "2035/lending.yaml",
            "2035:LE3",
            "under '2035:LE3: |' in {folder}/phrasings/all.yaml",
        ),
        (TOPIC, "topics.yaml", "topic:how-long-it-takes", "under 'topic:how-long-it-takes: |' in"),
        (
            PARTNER,
            "partners.yaml",
            "partner:friends-of-books",
            "or as 'provider:' of its resources",
        ),
    ],
)
def test_options_alone_write_a_stanza(
    small: Path, arguments: tuple[str, ...], name: str, entry_id: str, then: str
) -> None:
    """Nothing is asked, the file stays as it was, and what is left to do is said, as by check."""
    left = {
        "resources.yaml": f"'{entry_id}' is named nowhere",
        "partners.yaml": f"'{entry_id}' is named nowhere",
        "2035/lending.yaml": "'summary' says 'Two criteria', and the file has 3",
    }.get(name)
    before = (small / name).read_text(encoding="utf-8")

    done = new(small, *arguments)

    assert done.exit_code == (1 if left else 0), done.output
    assert done.output.startswith(f"Written: {small / name}, {entry_id}\nNext: ")
    said = " ".join(done.output.split())
    assert then.format(folder=small) in said
    assert (left or "The knowledge is sound") in said
    after = (small / name).read_text(encoding="utf-8")
    assert f"id: {entry_id}\n" in after
    assert after.startswith(before.rstrip("\n"))
    assert "\n    # What else may stand here:" in after


def test_questions_are_asked_until_the_answers_are_right(small: Path) -> None:
    """What is wrong is said as check says it, and asked again; suggestions are taken by Enter."""
    head = "# * url: the full address.\n\n"
    path = small / "resources.yaml"
    path.write_text(head + path.read_text(encoding="utf-8"), encoding="utf-8")
    answers = [
        "Handbook", "resource:handbook", "", "partner:nobody", "partner:readers", "shelf",
        "https://readers.example/shelf", "How to: shelve.", "alive", "live", "Seen.",
        "yesterday", "2035-02-01", "", "", "a leaflet", "another", "", "inferred",
    ]  # fmt: skip

    done = new(small, "resource", typed="".join(f"{answer}\n" for answer in answers))

    assert done.exit_code == 1, done.output  # no entry names it yet
    for said in (
        "the id 'resource:handbook' is already used; write another one.",
        "there is no 'partner:nobody'; write the id of what is there, or add it first.",
        "  the full address.\nurl: ",
        "'url' is not an address; begin it with https:// and a host name.",
        "'alive' is not one of",
        "'checked' is not a date; write year-month-day",
        "'checked' is 2035-02-01, which is yet to come",
        "'source' is an empty list; give at least one item.",
    ):
        assert said in done.output
    written = yaml.safe_load(path.read_text(encoding="utf-8"))["resources"][-1]
    assert isinstance(written.pop("checked"), date)
    assert written == {
        "id": "resource:handbook-2",
        "title": "Handbook",
        "provider": "partner:readers",
        "url": "https://readers.example/shelf",
        "about": "How to: shelve.",
        "status": "live",
        "status_note": "Seen.",
        "source": ["a leaflet", "another"],
        "confidence": "inferred",
    }


def test_the_practice_is_asked_for(small: Path) -> None:
    """Without an option, a practice of the current standard is chosen."""
    (option,) = (at for at, word in enumerate(CRITERION) if word == "--practice")

    done = new(small, "criterion", *CRITERION[option + 2 :], typed="2035:lending\n")

    assert f"Written: {small / '2035/lending.yaml'}, 2035:LE3\n" in done.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((*PARTNER, "--id", "partner:readers"), "--id: the id 'partner:readers' is already used"),
        (
            (*PARTNER, "--id", "readers"),
            "--id: 'id' is 'readers', which does not have the usual form",
        ),
        ((*RESOURCE, "--url", "shelf"), "--url: 'url' is not an address"),
        ((*RESOURCE, "--checked", "soon"), "--checked: 'checked' is not a date"),
        ((*TOPIC, "--partners", "partner:x"), "--partners: there is no 'partner:x'"),
        ((*TOPIC, "--contact", "perhaps"), "--contact: 'contact' should be true or false"),
        ((*CRITERION, "--practice", "2035:landing"), "did you mean '2035:lending'?"),
        ((*CRITERION, "--practice", "?"), "write an id such as YEAR:open-data"),
        (RESOURCE[:5], "Aborted!"),
    ],
)
def test_nothing_is_written_where_an_answer_is_wrong_or_missing(
    small: Path, arguments: tuple[str, ...], said: str
) -> None:
    """A wrong option is named by a sentence, and every file is as it was."""
    before = {path: path.read_bytes() for path in small.rglob("*.yaml")}

    done = new(small, *arguments)

    assert done.exit_code in (1, 2)
    assert said in " ".join(done.output.split())
    assert {path: path.read_bytes() for path in small.rglob("*.yaml")} == before


def test_what_does_not_fit_together_is_said_as_by_check(small: Path) -> None:
    """A stanza that does not fit to other files is written, and named with its line; exit 1."""
    done = new(small, *CRITERION, "--id", "2031:LE7")

    assert done.exit_code == 1
    assert re.search(r"\n2035/lending.yaml:\d+: '2031:LE7' is in the folder of 2035; ", done.output)


def test_a_list_in_brackets_is_refused(small: Path) -> None:
    """A file that cannot be added to without rewriting it stays as it is."""
    path = small / "partners.yaml"
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    path.write_text(yaml.safe_dump(data, default_flow_style=True), encoding="utf-8")

    done = new(small, *PARTNER)

    assert done.exit_code == 2
    assert "is as it was (the list 'partners' is written in brackets)" in " ".join(
        done.output.split()
    )


@pytest.mark.parametrize("kind", ["criterion", "resource", "topic", "partner"])
def test_every_kind_explains_itself(kind: str) -> None:
    """Each kind has help, and so has each of its options."""
    done = CliRunner().invoke(main, ["new", kind, "--help"])

    assert done.exit_code == 0
    assert "what no option gives is asked for" in done.output
    assert "--title TEXT" in done.output
