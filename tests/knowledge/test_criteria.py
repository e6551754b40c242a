"""What the files of criteria and practices say beside their facts: leads, proof, differences."""

import re

import pytest

from bot.knowledge import Catalog, Criterion, Practice

NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
SEED_ROWS = ("OD1", "OD2", "SE1", "SE2", "SE3", "SE4")


def of_standards(catalog: Catalog) -> list[Criterion | Practice]:
    """Return all criteria and practices."""
    return [*catalog.criteria.values(), *catalog.practices.values()]


def test_each_leads_with_one_short_sentence_that_names_first_what_is_asked(
    catalog: Catalog,
) -> None:
    """A lead says in at most 25 words what is asked, then by which code or practice."""
    for entry in of_standards(catalog):
        assert entry.lead
        asked, of = re.split(r" (?:is|are) what ", entry.lead)
        named = entry.code or entry.title
        assert len(re.findall(r"[\w'’&/-]+", entry.lead)) <= 25, entry.id
        assert asked[0].isupper()
        assert named in of or entry.code == "GM8", entry.id
        assert entry.lead.endswith(".")
        assert ". " not in entry.lead


def test_leads_say_which_standard_is_over(catalog: Catalog) -> None:
    """What 2018 asked is told as past, with its year; what 2022 asks, as present."""
    for entry in of_standards(catalog):
        assert entry.lead
        assert ("2018" in entry.lead) == (entry.standard == "2018"), entry.id
        assert ("asks for" in entry.lead) == (
            entry.standard == "2022" and isinstance(entry, Criterion)
        ), entry.id


def test_practices_of_2022_count_their_criteria(catalog: Catalog) -> None:
    """The number in the lead of a practice is that of its file."""
    for practice in catalog.practices_of("2022"):
        count = NUMBERS[len(catalog.criteria_of[practice.id])]
        assert practice.lead
        assert practice.lead.endswith(f"in {count} criteria.")


def test_practices_of_2018_say_how_many_are_known(catalog: Catalog) -> None:
    """Where some of its criteria are known, the lead of a practice says how many."""
    for practice in catalog.practices_of("2018"):
        known = len(catalog.criteria_of[practice.id])
        words = "one known" if practice.abbreviation == "GM" else NUMBERS[known] or "not known"
        assert practice.lead
        assert words in practice.lead


def test_retired_criteria_say_where_their_thought_went(catalog: Catalog) -> None:
    """A note names what of 2022 asks the same, nearly the same, or comes nearest."""
    for criterion in catalog.criteria.values():
        if counterpart := criterion.counterpart:
            note = criterion.note or ""
            assert ("the same sentence" in note) == (counterpart.match == "same"), criterion.id
            assert note.startswith("Retired") == (counterpart.match != "same"), criterion.id
            assert all(one.partition(":")[2] in note for one in counterpart.ids)


def test_what_is_nearly_the_same_says_what_differs(catalog: Catalog) -> None:
    """The note of a near counterpart says what the two have apart."""
    for entry in of_standards(catalog):
        if entry.counterpart and entry.counterpart.match == "near":
            assert entry.counterpart.note, entry.id


def test_2022_leads_wherever_it_has_a_counterpart(catalog: Catalog) -> None:
    """An old criterion leads only where no criterion in force asks the same or nearly so."""
    assert [c.id for c in catalog.criteria.values() if c.leads and catalog.twin(c.id)] == []


@pytest.mark.parametrize("code", SEED_ROWS)
def test_what_answers_a_row_of_the_seed_page_has_its_resources(catalog: Catalog, code: str) -> None:
    """The criterion in force, where there is one, borrows what the page named for the old one."""
    old = catalog.criteria[f"2018:{code}"]
    shown = {one.resource.id for one in catalog.resources_of(catalog.twin(old.id) or old.id)}

    assert set(old.resources) <= shown


@pytest.mark.parametrize(
    ("abbreviation", "resource"), [("RDC", "resource:gpl"), ("DG", "resource:govex")]
)
def test_partners_of_the_seed_page_stay_with_their_criteria(
    catalog: Catalog, abbreviation: str, resource: str
) -> None:
    """The Government Performance Lab and GovEx are among the resources of each criterion."""
    practices = {"RDC": ("RDC",), "DG": ("DG", "DM")}[abbreviation]
    for criterion in catalog.criteria.values():
        if catalog.practice_of[criterion.id].abbreviation in practices:
            assert resource in {one.resource.id for one in catalog.resources_of(criterion.id)}


def test_where_no_resource_is_known_that_is_said(catalog: Catalog) -> None:
    """A criterion without a resource of its own says that none is known."""
    for criterion in catalog.criteria.values():
        if not criterion.resources:
            assert criterion.resources_note
            assert criterion.resources_note.startswith("No resource about this criterion is known")


def test_an_example_is_offered_where_there_is_one(catalog: Catalog) -> None:
    """Where a note says to ask for an example, a city has published one."""
    fitting = {fits for example in catalog.examples.values() for fits in example.criteria}
    offered = {
        criterion.id
        for criterion in catalog.criteria.values()
        if "ask for an example" in (criterion.resources_note or "")
    }

    assert offered
    assert offered <= fitting


@pytest.mark.parametrize(
    ("entry_id", "begin"),
    [
        ("2018:DG1", "Checklist, 3 of 4 needed: "),
        ("2018:DG2", "Checklist, as far as it was seen: a named leader"),
        ("2018:DG3", "Documents: a summary"),
        ("2022:DM3", "The checklist of DM3 is not public"),
        ("2022:DM5", "The checklist of DM5 is not public"),
    ],
)
def test_proof_begins_with_what_is_asked(catalog: Catalog, entry_id: str, begin: str) -> None:
    """The few criteria of whose proof something is known say it first."""
    proof = catalog.criteria[entry_id].proof

    assert proof
    assert proof.text.startswith(begin)
    assert proof.standard == entry_id[:4]


def test_a_difference_stands_once_and_names_both(catalog: Catalog) -> None:
    """Each pair that people mix up is written on one side, with both codes or titles."""
    seen: set[frozenset[str]] = set()
    for entry in of_standards(catalog):
        for differs in entry.differs:
            other = catalog.entries[differs.entry]
            pair = frozenset((entry.id, other.id))
            assert pair not in seen
            assert catalog.twin(entry.id) != other.id, "its place is the note of the counterpart"
            seen.add(pair)
            for one in (entry, other):
                assert (one.code or one.title) in differs.text, (entry.id, other.id)
            assert len(differs.text) <= 230, (entry.id, other.id)
            if entry.standard != other.standard:
                assert "2018" in differs.text
                assert "2022" in differs.text
