"""What codes lead to in a catalog."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.knowledge import Catalog
from bot.matching.codes import Reference
from bot.matching.named import MOST_NAMED, Named, resolve
from bot.matching.standards import Standards

PRACTICES = ("2031:lending", "2035:lending")
LE1 = Reference("LE1", ("2031:LE1", "2035:LE1"), PRACTICES)
LE2 = Reference("LE2", ("2035:LE2",), PRACTICES)
LE9 = Reference("LE9", (), PRACTICES)
LE = Reference("LE", PRACTICES, PRACTICES)


def found(
    catalog: Catalog,
    *references: Reference,
    standard: str | None = None,
    year: str | None = None,
    likeliest: Sequence[str] = (),
) -> Named:
    """Return what references lead to."""
    return resolve(catalog, Standards(catalog), references, standard, year, likeliest)


@pytest.fixture(scope="module")
def parted(small_catalog: Catalog) -> Catalog:
    """The small knowledge, in which the first criteria ask for different things."""
    alone = small_catalog.criteria["2031:LE1"].model_copy(update={"counterpart": None})
    return replace(small_catalog, criteria={**small_catalog.criteria, alone.id: alone})


@pytest.mark.parametrize(
    ("references", "standard", "entries"),
    [
        ([LE1], None, {"2031:LE1": "LE1"}),  # twins: the one that leads
        ([LE1], "2031", {"2031:LE1": "LE1"}),
        ([LE1], "2035", {"2035:LE1": "LE1"}),
        ([LE2], None, {"2035:LE2": "LE2"}),
        ([LE1, LE2], None, {"2035:LE1": "LE1", "2035:LE2": "LE2"}),  # LE2 says which standard
        ([LE2, LE1], None, {"2035:LE2": "LE2", "2035:LE1": "LE1"}),  # in the order asked
        ([LE], None, {"2035:lending": "LE"}),
        ([LE], "2031", {"2031:lending": "LE"}),
    ],
)
def test_a_known_code_leads_to_its_entry(
    small_catalog: Catalog,
    references: list[Reference],
    standard: str | None,
    entries: dict[str, str],
) -> None:
    """A code leads to the member of its family that the standard, or the editors, let answer."""
    named = found(small_catalog, *references, standard=standard)

    assert list(named.entries.items()) == list(entries.items())
    assert named.known
    assert named.unknown == ()


def test_a_code_of_two_meanings_leads_to_both(parted: Catalog) -> None:
    """Where the standards mean different things by a code, both are named, the likelier first."""
    assert list(found(parted, LE1).entries) == ["2031:LE1", "2035:LE1"]
    assert list(found(parted, LE1, likeliest=["2035:LE1"]).entries) == ["2035:LE1", "2031:LE1"]
    assert list(found(parted, LE1, standard="2035").entries) == ["2035:LE1"]


@pytest.mark.parametrize(
    ("references", "standard", "year", "entries", "unknown"),
    [
        ([LE9], None, None, ["2035:lending", "2031:lending"], ("LE9",)),
        ([LE9], "2035", None, ["2035:lending", "2031:lending"], ("LE9",)),
        ([LE2], "2031", None, ["2031:lending", "2035:lending", "2035:LE2"], ("LE2",)),
        (
            [LE1],
            None,
            "2040",
            ["2031:LE1", "2035:LE1", "2035:lending", "2031:lending"],
            ("LE1 2040",),
        ),
        ([LE9], None, "2040", ["2035:lending", "2031:lending"], ("LE9",)),
    ],
)
def test_for_an_unknown_code_its_practices_are_offered(
    small_catalog: Catalog,
    references: list[Reference],
    standard: str | None,
    year: str | None,
    entries: list[str],
    unknown: tuple[str, ...],
) -> None:
    """A number or year that nobody found names nothing; what there is comes in its place."""
    named = found(small_catalog, *references, standard=standard, year=year)

    assert not named.known
    assert list(named.entries) == entries
    assert named.unknown == unknown
    assert named.around == ()


def test_known_and_unknown_codes_together(small_catalog: Catalog) -> None:
    """The known one is answered, and the other is told."""
    named = found(small_catalog, LE2, LE9)

    assert named.known
    assert list(named.entries) == ["2035:LE2"]
    assert named.unknown == ("LE9",)


def test_a_code_of_a_practice_that_the_standard_lacks_is_still_known(
    small_catalog: Catalog,
) -> None:
    """An old code asked for a standard without such a practice leads to what there was."""
    only_old = Reference("LE1", ("2031:LE1",), ("2031:lending",))

    assert list(found(small_catalog, only_old, standard="2035").entries) == ["2035:LE1"]


def test_around_a_code_is_what_else_was_said(small_catalog: Catalog) -> None:
    """Near a named criterion come the families that the words mean, or else those of its practice."""
    assert found(small_catalog, LE2).around == ("2031:LE1", "2031:lending")
    assert found(small_catalog, LE2, likeliest=["topic:cost"]).around[0] == "topic:cost"


def test_no_more_is_named_than_an_answer_may_hold(small_catalog: Catalog) -> None:
    """Of many codes the first five are answered."""
    first = small_catalog.criteria["2035:LE1"]
    more = {f"2035:LE{n}": first.model_copy(update={"id": f"2035:LE{n}"}) for n in range(3, 10)}
    catalog = replace(
        small_catalog,
        criteria={**small_catalog.criteria, **more},
        criteria_of={**small_catalog.criteria_of, "2035:lending": (first, *more.values())},
    )
    references = [Reference(f"LE{n}", (f"2035:LE{n}",), PRACTICES) for n in range(3, 10)]

    named = found(catalog, *references)

    assert list(named.entries) == [f"2035:LE{n}" for n in range(3, 3 + MOST_NAMED)]
    assert len(named.around) <= MOST_NAMED
