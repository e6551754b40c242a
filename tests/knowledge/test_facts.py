"""The knowledge against the verified facts (tests/facts), in both directions."""

import re
from pathlib import Path

import pytest
import yaml

from bot.knowledge import Catalog

FACTS = Path(__file__).parents[1] / "facts"
SEED = (FACTS / "seed-page.md").read_text(encoding="utf-8")
VERIFIED = yaml.safe_load((FACTS / "wwc-facts.yaml").read_text(encoding="utf-8"))["criteria"]
YEAR = {"v2": "2018", "v3": "2022"}


def fact_id(fact: dict[str, str]) -> str:
    """Return our id of a verified criterion; a code that was inferred carries a question mark."""
    return f"{YEAR[fact['standard'][:2]]}:{fact['code'].rstrip('?')}"


def seed_rows() -> dict[str, tuple[str, str]]:
    """Return code -> (sentence, resource cell) of the seed page's two tables."""
    rows: dict[str, tuple[str, str]] = {}
    prefix = ""
    for line in SEED.splitlines():
        if line.startswith("### "):
            prefix = {"Open": "OD", "Stakeholder": "SE"}.get(line.split()[1], "")
        if found := re.match(r"\|(\d)\. (.+?)\|(.+)\|$", line):
            rows[f"2018:{prefix}{found[1]}"] = (found[2], found[3])
    return rows


def test_every_verified_criterion_is_in_the_knowledge_and_no_other(catalog: Catalog) -> None:
    """The knowledge has the verified criteria of both standards, and nothing beyond them."""
    assert {fact_id(fact) for fact in VERIFIED} == set(catalog.criteria)


def test_the_2022_standard_is_complete(catalog: Catalog) -> None:
    """All 43 criteria of 2022 are there, and 13 of the 45 of 2018."""
    of_2022 = [c for c in catalog.criteria.values() if c.standard == "2022"]

    assert len(of_2022) == catalog.standards["2022"].criteria_total == 43
    assert len(catalog.criteria) - len(of_2022) == 13


@pytest.mark.parametrize(
    "fact", [f for f in VERIFIED if f["standard"].startswith("v3")], ids=fact_id
)
def test_titles_of_2022_are_the_verified_ones(catalog: Catalog, fact: dict[str, str]) -> None:
    """A criterion of 2022 has the title that was seen."""
    assert catalog.criteria[fact_id(fact)].title == fact["title"]


@pytest.mark.parametrize(("entry_id", "row"), seed_rows().items())
def test_official_wording_is_the_seed_page_to_the_letter(
    catalog: Catalog, entry_id: str, row: tuple[str, str]
) -> None:
    """The six sentences of the seed page are quoted word for word."""
    assert catalog.criteria[entry_id].wording == row[0]


def test_no_other_criterion_shows_official_wording(catalog: Catalog) -> None:
    """Whatever was not read verbatim on the seed page is shown in our own words."""
    quoted = {c.id for c in catalog.criteria.values() if c.wording}

    assert quoted == set(seed_rows())


@pytest.mark.parametrize(("entry_id", "row"), seed_rows().items())
def test_the_seed_pages_links_are_resources_of_their_criterion(
    catalog: Catalog, entry_id: str, row: tuple[str, str]
) -> None:
    """Each link of the page leads to a resource; its base address and empty links are resolved."""
    links = re.findall(r"\]\(([^)]*)\)", row[1])
    site = "https://communities.sunlightfoundation.com"
    expected = {link.replace("{{ site.baseurl }}", site) or f"{site}/action/" for link in links}

    resources = catalog.criteria[entry_id].resources

    assert {catalog.resources[resource].url for resource in resources} == expected


def test_partners_of_the_seed_page(catalog: Catalog) -> None:
    """Results-Driven Contracting leads to the Government Performance Lab, governance to GovEx."""
    assert catalog.practices["2018:results-driven-contracting"].resources == ("resource:gpl",)
    assert catalog.practices["2018:data-governance"].resources == ("resource:govex",)
    assert catalog.resources["resource:gpl"].url in SEED
    assert catalog.resources["resource:govex"].url in SEED


def test_sunlights_resources_are_marked_as_archived(catalog: Catalog) -> None:
    """Sunlight closed in September 2020, and every one of its resources says so."""
    for resource in catalog.resources.values():
        if resource.provider == "partner:sunlight":
            assert resource.status == "archived"
            assert "September 2020" in resource.status_note


def test_renewal_period_stays_a_gap(catalog: Catalog) -> None:
    """Nobody found a renewal period, and the knowledge says so instead of guessing."""
    lead = catalog.topics["topic:renewal"].statements[0]

    assert (lead.text, lead.confidence) == ("No renewal period was found.", "gap")


def test_the_same_sentence_is_claimed_for_three_criteria_only(catalog: Catalog) -> None:
    """The facts saw the same sentence in both standards three times."""
    same = {
        (c.id, *c.counterpart.ids)
        for c in catalog.criteria.values()
        if c.counterpart and c.counterpart.match == "same"
    }

    assert same == {
        ("2018:OD1", "2022:OD1"),
        ("2018:PA1", "2022:PA1"),
        ("2018:RDC6", "2022:RDC6"),
    }


OUR_OWN = ("our arithmetic", "general knowledge", "search of all sources")
"""How the source of a statement begins that rests on no page."""


def test_every_source_of_a_statement_is_one_of_the_facts(catalog: Catalog) -> None:
    """What is said of the programme cites pages that the verified facts cite, and no others."""
    facts = SEED + (FACTS / "wwc-facts.md").read_text(encoding="utf-8")
    facts += (FACTS / "wwc-facts.yaml").read_text(encoding="utf-8")
    unknown = [
        source
        for topic in catalog.topics.values()
        for statement in topic.statements
        for source in statement.source
        if not source.startswith(OUR_OWN)
        and re.sub(r"^https?://(www\.)?", "", source).split("/")[0].split()[0] not in facts
    ]

    assert unknown == []


def test_languages_stay_a_gap(catalog: Catalog) -> None:
    """The facts name no language of the criteria, so neither does the bot."""
    (statement,) = catalog.topics["topic:languages"].statements

    assert statement.confidence == "gap"
