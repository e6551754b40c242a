"""``wwc-bot diff``: two standards beside each other in the terminal."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import main
from bot.knowledge import Catalog
from tests.conftest import SMALL


def diff(*years: str, folder: Path = SMALL) -> tuple[int, str]:
    """Return the exit code and the output."""
    done = CliRunner().invoke(main, ["diff", *years, "--knowledge", str(folder)])
    return done.exit_code, done.output


def test_two_standards_beside_each_other() -> None:
    """The newer one comes first, with what each criterion follows; what is not known is not new."""
    code, said = diff("2031", "2035")

    assert code == 0
    assert said.splitlines() == [
        "Lending and Sharing, 2035",
        "  nearly the same   LE1 Loans Without Fees",
        "                    as LE1 of 2031, Free loans (our inference)",
        "  not known in 2031 LE2 Long Opening Hours",
        "",
        'Known of 2031: 1 of its 2 criteria. What is "not known in 2031" may be new or',
        "may follow one of the others.",
    ]
    assert diff("2035", "2031") == (0, said)


def test_new_and_gone(small: Path) -> None:
    """Where all of the older standard is known, what follows nothing is new; what has no place is gone."""
    standards, lending = small / "standards.yaml", small / "2031" / "lending.yaml"
    standards.write_text(standards.read_text().replace("criteria_total: 2", "criteria_total: 1", 1))
    before, mark, rest = lending.read_text().rpartition("match: near")
    lending.write_text(f"{before}match: none{rest}" if mark else "")

    code, said = diff("2031", "2035", folder=small)

    assert code == 0
    assert "  new               LE1 Loans Without Fees\n  new               LE2" in said
    assert said.endswith(
        "Lending, 2031\n"
        "  gone              LE1 Free loans\n"
        "                    nearest: LE1 (our inference)\n"
        "\n"
    )


def test_every_criterion_of_ours_is_there_in_80_columns(catalog: Catalog) -> None:
    """Each known criterion of both standards stands once, and no line is too long."""
    code, said = diff("2018", "2022", folder=catalog.folder)

    assert code == 0
    assert max(map(len, said.splitlines())) < 80
    flat = " ".join(said.split())
    assert [c.id for c in catalog.criteria.values() if c.title not in flat] == []


@pytest.mark.parametrize(
    ("years", "said"),
    [
        (("2031", "2027"), "There is no standard '2027'. Write 2031 and 2035."),
        (("2031", "2031"), "Name two different standards."),
        (("2031",), "Missing argument"),
    ],
)
def test_years_that_cannot_be_compared(years: tuple[str, ...], said: str) -> None:
    """Wrong use is a sentence and exit code 2."""
    code, output = diff(*years)

    assert code == 2
    assert said in output
