"""What the catalog tells of entries and how they belong together."""

import shutil
from pathlib import Path

from bot.knowledge import Catalog, load_catalog


def named(catalog: Catalog, entry_id: str) -> list[tuple[str, str]]:
    """Return (resource id, of) for an entry."""
    return [(resource.id, of) for resource, of in catalog.resources_of(entry_id)]


def test_resources_say_for_what_they_were_named(small_catalog: Catalog) -> None:
    """A criterion's own come first, then its counterpart's, then its practice's."""
    handbook, helpline = "resource:handbook", "resource:helpline"

    assert named(small_catalog, "2031:LE1") == [(handbook, "criterion"), (helpline, "practice")]
    assert named(small_catalog, "2035:LE1") == [(handbook, "counterpart"), (helpline, "practice")]
    assert named(small_catalog, "2035:LE2") == [(helpline, "practice")]
    assert named(small_catalog, "2035:lending") == [(helpline, "practice")]
    assert named(small_catalog, "topic:cost") == [(helpline, "topic")]


def test_what_is_named_for_one_criterion_is_not_offered_for_another(catalog: Catalog) -> None:
    """The resources of a practice that are only those of its criteria are not shown for each."""
    portal = [resource_id for resource_id, _ in named(catalog, "2022:OD3")]

    assert portal[0] == "resource:portal-requirements"
    assert not {"resource:policy-generator", "resource:discovery"} & set(portal)
    assert named(catalog, "2018:OD1")[0] == ("resource:policy-generator", "criterion")
    assert "resource:policy-guidelines" not in dict(named(catalog, "2018:OD1"))


def test_twins_know_each_other(small_catalog: Catalog) -> None:
    """An entry and its counterpart lead to each other; an entry without one leads nowhere."""
    assert small_catalog.twin("2031:LE1") == "2035:LE1"
    assert small_catalog.twin("2035:LE1") == "2031:LE1"
    assert small_catalog.twin("2035:LE2") is None
    assert small_catalog.current_standard.id == "2035"


def test_a_third_standard_loads(small: Path) -> None:
    """A standard that follows the current one takes over, and the others stay as they are."""
    shutil.copytree(small / "2035", small / "2040")
    newest, path = small / "2040" / "lending.yaml", small / "2035" / "lending.yaml"
    newest.write_text(newest.read_text().replace("2035:", "2040:"))
    went = "counterpart: {match: same, ids: [2040:%s], confidence: inferred}"
    text = path.read_text()
    text = text.replace("  abbreviation: LE", f"  abbreviation: LE\n  {went % 'lending'}")
    text = text.replace("    title: Loans", f"    {went % 'LE1'}\n    title: Loans")
    path.write_text(text)
    standards = (small / "standards.yaml").read_text()
    newest_block = '\n  - id: "2040"' + standards.partition('  - id: "2035"')[2]
    newest_block = newest_block.replace("2035 checklist", "2040 checklist")
    newest_block = newest_block.replace("new checklist", "newest checklist")
    standards = standards.replace("current: true", "current: false")
    (small / "standards.yaml").write_text(standards + newest_block)

    catalog = load_catalog(small)

    assert catalog.current_standard.id == "2040"
    assert catalog.twin("2031:LE1") == "2035:LE1"
    assert catalog.successors["2035:LE1"] == "2040:LE1"
    assert len(catalog.practices_of("2040")) == 1


def test_cities_examples_and_levels_load(small_catalog: Catalog) -> None:
    """What answers need beside the entries is read, too: cities, examples, levels, who may join."""
    assert small_catalog.program.title == "the Library Checklist"
    assert small_catalog.cities["city:booktown"].levels[0].year == 2036
    assert small_catalog.examples["example:booktown-hours"].city == "city:booktown"
    current = small_catalog.current_standard
    assert [level.criteria for level in current.levels] == [1, 2]
    assert current.eligibility
    assert current.eligibility.cases[0].eligible == "no"
