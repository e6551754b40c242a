"""The knowledge against the verified facts (tests/facts), in both directions."""

import re
from pathlib import Path

import pytest
import yaml

from bot.knowledge import Catalog, shipped_knowledge

FACTS = Path(__file__).parents[1] / "facts"
SEED = (FACTS / "seed-page.md").read_text(encoding="utf-8")
MORE = yaml.safe_load((FACTS / "more-facts.yaml").read_text(encoding="utf-8"))
VERIFIED = [
    *yaml.safe_load((FACTS / "wwc-facts.yaml").read_text(encoding="utf-8"))["criteria"],
    *MORE["criteria_new"],
]
TEXT = SEED + "".join(
    (FACTS / name).read_text(encoding="utf-8")
    for name in ("wwc-facts.md", "wwc-facts.yaml", "more-facts.yaml")
)
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
    """All 43 criteria of 2022 are there, and 14 of the 45 of 2018."""
    of_2022 = [c for c in catalog.criteria.values() if c.standard == "2022"]

    assert len(of_2022) == catalog.standards["2022"].criteria_total == 43
    assert len(catalog.criteria) - len(of_2022) == 14


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
def test_the_seed_pages_links_are_the_first_resources_of_their_criterion(
    catalog: Catalog, entry_id: str, row: tuple[str, str]
) -> None:
    """Each link of the page comes first, in order; its base address and empty links are resolved."""
    links = re.findall(r"\]\(([^)]*)\)", row[1])
    site = "https://communities.sunlightfoundation.com"
    expected = [link.replace("{{ site.baseurl }}", site) or f"{site}/action/" for link in links]

    resources = catalog.criteria[entry_id].resources

    assert [catalog.resources[id_].url for id_ in resources][: len(expected)] == expected


def test_partners_of_the_seed_page(catalog: Catalog) -> None:
    """Results-Driven Contracting leads to the Government Performance Lab, governance to GovEx."""
    assert catalog.practices["2018:results-driven-contracting"].resources == ("resource:gpl",)
    assert catalog.practices["2018:data-governance"].resources == ("resource:govex",)
    assert catalog.resources["resource:gpl"].url in SEED
    assert catalog.resources["resource:govex"].url in SEED


def test_no_resource_of_sunlight_passes_for_living(catalog: Catalog) -> None:
    """Sunlight closed in September 2020: every resource of it says so, and whether it was seen."""
    for resource in catalog.resources.values():
        if resource.provider == "partner:sunlight":
            assert "September 2020" in resource.status_note
            assert resource.status != "live"
            assert (resource.status == "unknown") == ("may be gone" in resource.status_note)


def test_a_link_that_was_not_seen_may_be_gone(catalog: Catalog) -> None:
    """The state unknown means not seen, and a link in that state says so."""
    unknown = [r for r in catalog.resources.values() if r.status == "unknown"]

    assert unknown
    assert all("may be gone" in resource.status_note for resource in unknown)


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


OUR_OWN = ("our arithmetic", "our notes", "general knowledge", "search of all", "this program")
"""How the source of a statement begins that rests on no page."""


def pages(catalog: Catalog) -> list[str]:
    """Return every page that the knowledge cites or links to, without its scheme."""
    statements = [s for topic in catalog.topics.values() for s in topic.statements]
    resources = catalog.resources.values()
    cited = [source for statement in statements for source in statement.source]
    cited += [source for resource in resources for source in resource.source]
    cited += [source for partner in catalog.partners.values() for source in partner.source]
    cited += [s for city in catalog.cities.values() for level in city.levels for s in level.source]
    links = [resource.url for resource in resources]
    links += [example.url for example in catalog.examples.values()]
    links += [resource.successor.url for resource in resources if resource.successor]
    return [
        re.sub(r"^https?://(www\.)?", "", page)
        for page in (*cited, *links)
        if not page.startswith(OUR_OWN)
    ]


def test_every_page_is_one_of_the_facts(catalog: Catalog) -> None:
    """What is cited or linked to stands in the facts, or each part of its address does."""
    unknown = {
        page
        for page in pages(catalog)
        if not all(part in TEXT for part in page.split()[0].split("/"))
    }

    assert unknown == set()


def said(catalog: Catalog, topic: str) -> str:
    """Return all statements and the gap of a topic as one text."""
    entry = catalog.topics[f"topic:{topic}"]
    return " ".join([*(statement.text for statement in entry.statements), entry.gap or ""])


@pytest.mark.parametrize(
    ("topic", "words"),
    [
        ("languages", "English, Spanish and Portuguese"),  # N-16
        ("getting-started", "Data Snapshot"),  # N-01
        ("what-is-certification", "117"),  # N-04
        ("certified-cities", "104"),  # N-03
        ("certified-cities", "Local Leading Examples"),  # N-05
        ("outcomes", "at least one of three outcomes"),  # N-06
        ("partners", "Jacobs Urban Tech Hub"),  # N-07
        ("levels", "platinum 85% or more"),  # N-10
        ("eligibility", "Athens-Clarke"),  # N-11
        ("cost", "free training and coaching"),  # N-12
        ("renewal", "reapply every other year"),  # N-14
        ("getting-started", "fourth assessment"),  # N-13
        ("levels", "reached a threshold"),  # N-19
        ("standard-versions", "every three years"),
        ("what-is-certification", "April 2015"),
        ("page-of-2018", "Further resources forthcoming"),
        ("open-data-policy-hub", "CC BY 4.0"),  # N-21
        ("roadmap", "Scope-a-thons"),  # N-38
        ("sprints", "completed the Assessment"),  # N-19b
        ("standard-versions", "withdrew the same day"),
        ("standard-versions", "had 50 in six practices"),
    ],
)
def test_what_was_found_later_is_said(catalog: Catalog, topic: str, words: str) -> None:
    """Each topic says what the second collection of facts found."""
    assert words in said(catalog, topic)


def test_the_way_in_of_today_comes_first(catalog: Catalog) -> None:
    """How to begin leads with the Data Snapshot; the form of 2018 is marked as that of 2018."""
    statements = catalog.topics["topic:getting-started"].statements

    assert statements[0].text.startswith("Start with the Data Snapshot")
    assert [s.standard for s in statements if "2018" in s.text] == ["2018"]


def test_each_topic_leads_with_a_short_sentence(catalog: Catalog) -> None:
    """A topic's lead answers in at most 30 words."""
    leads = {topic.id: topic.lead or "" for topic in catalog.topics.values()}

    assert {id_ for id_, lead in leads.items() if not 0 < len(lead.split()) <= 30} == set()


def test_states_of_links_are_told_in_a_few_words(catalog: Catalog) -> None:
    """A note on the state of a link has at most 16 words."""
    notes = [resource.status_note for resource in catalog.resources.values()]
    notes += [example.status_note for example in catalog.examples.values()]

    assert [note for note in notes if len(note.split()) > 16] == []


def test_levels_of_cities_are_those_of_the_standard(catalog: Catalog) -> None:
    """A city has a level of the standard, or is certified with a level that was not seen."""
    known = {level.title for level in catalog.current_standard.levels} | {None}

    for city in catalog.cities.values():
        assert {level.level for level in city.levels} <= known
        years = [level.year for level in city.levels if level.year]
        assert years == sorted(years)


def test_only_portland_and_the_program_name_what_an_example_fits(catalog: Catalog) -> None:
    """The facts know no other city that says which criterion it meets by what it published."""
    named = {(e.named_by, e.city) for e in catalog.examples.values() if e.named_by != "nobody"}

    assert named == {
        ("city", "city:portland"),
        ("program", "city:montevideo"),
        ("program", "city:fortaleza"),
    }


def test_partners_of_today_come_before_those_of_2018(catalog: Catalog) -> None:
    """The first statement on partners is of the standard in force and does not name Sunlight."""
    first, *others = catalog.topics["topic:partners"].statements

    assert first.standard == "2022"
    assert "Sunlight" not in first.text
    assert [s.standard for s in others if "Sunlight" in s.text] == ["2018"]


def test_levels_in_criteria_are_computed_from_their_percentages() -> None:
    """A level takes the smallest number of criteria that reaches its percentage."""

    def least(total: int, *percentages: int) -> list[int]:
        return [-(-total * percentage // 100) for percentage in percentages]

    assert least(43, 51, 68, 85) == [22, 30, 37]
    assert least(45, 51, 67, 84) == [23, 31, 38]


def test_the_list_of_2022_says_where_it_was_and_that_it_was_withdrawn(catalog: Catalog) -> None:
    """Every criterion of 2022 cites the commit that held the list, and its date."""
    for criterion in catalog.criteria.values():
        if criterion.standard == "2022":
            assert any("@b4e487a" in s and "3 May 2026" in s for s in criterion.source)


BRITISH = r"[Pp]rogramme|[Oo]rganisation|[Aa]nalyse|[Ll]icence|Sunlight's page"


def test_texts_are_in_us_english_and_know_no_page_that_readers_do_not_know() -> None:
    """The readers are US city staff; they have not seen the page that the knowledge began with."""
    files = [*shipped_knowledge().glob("*.yaml"), *shipped_knowledge().glob("20*/*.yaml")]
    found = [
        f"{path.name}: {line}"
        for path in files
        if path.name not in ("vocabulary.yaml", "askings.yaml")  # they know how people write
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(BRITISH, line)
    ]

    assert found == []
