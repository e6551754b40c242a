"""What became of a standard in a newer one."""

from pathlib import Path

import pytest

from bot.knowledge import Catalog, load_catalog
from bot.knowledge.comparing import Fate, fates

from .editing import replace

LENDING = "2031/lending.yaml"
THIRD = """
  - id: "2039"
    title: 2039 checklist
    years: since 2039
    criteria_total: 2
    current: false
    source: [the last leaflet]
    confidence: verbatim-seen
"""


@pytest.fixture
def third(small: Path) -> Path:
    """The small knowledge with a third standard, whose first criterion follows the second's."""
    with (small / "standards.yaml").open("a", encoding="utf-8") as standards:
        standards.write(THIRD)
    second, newest = small / "2035" / "lending.yaml", small / "2039" / "lending.yaml"
    newest.parent.mkdir()
    text = second.read_text(encoding="utf-8")
    newest.write_text(text.replace("2035", "2039"), encoding="utf-8")
    follows(small, "2035/lending.yaml", "2035:LE1", "same", "2039:LE1")
    follows(small, "2035/lending.yaml", "2035:LE2", "none", "2039:LE1, 2039:LE2")
    return small


def follows(folder: Path, name: str, old: str, match: str, new: str) -> None:
    """Record the counterpart of a criterion that has none yet."""
    counterpart = f"{{match: {match}, ids: [{new}], confidence: transcription-seen}}"
    replace(folder, name, f"id: {old}\n", f"id: {old}\n    counterpart: {counterpart}\n")


def test_from_one_standard_to_the_next(small_catalog: Catalog) -> None:
    """A criterion with a counterpart leads to it; whether that is inferred is kept."""
    expected = Fate("near", small_catalog.criteria["2035:LE1"], inferred=True)

    assert fates(small_catalog, "2031", "2035") == {"2031:LE1": expected}


def test_over_a_standard_in_between(third: Path) -> None:
    """Nearly the same, and then the same, is nearly the same; an inference stays one."""
    catalog = load_catalog(third)

    assert fates(catalog, "2031", "2039") == {
        "2031:LE1": Fate("near", catalog.criteria["2039:LE1"], inferred=True)
    }
    assert fates(catalog, "2035", "2039") == {
        "2035:LE1": Fate("same", catalog.criteria["2039:LE1"]),
        "2035:LE2": Fate(
            "none", None, (catalog.criteria["2039:LE1"], catalog.criteria["2039:LE2"])
        ),
    }


def test_what_is_not_recorded_is_not_gone(third: Path) -> None:
    """Without a counterpart nothing is said; so, too, where it lies beyond the standard asked for."""
    replace(third, "2035/lending.yaml", "match: same, ids: [2039:LE1]", "match: none, ids: []")
    replace(
        third,
        LENDING,
        "      match: near\n      ids: [2035:LE1]",
        "      match: same\n      ids: [2039:LE1]",
    )
    replace(
        third,
        "2035/lending.yaml",
        "    counterpart: {match: none, ids: [2039:LE1, 2039:LE2], confidence: transcription-seen}\n",
        "",
    )

    catalog = load_catalog(third)

    assert fates(catalog, "2031", "2035") == {"2031:LE1": Fate("")}
    assert fates(catalog, "2035", "2039") == {"2035:LE1": Fate("none"), "2035:LE2": Fate("")}
