"""Lists in words: years, totals, resources, and that nothing is said with holes."""

import pytest

from bot.answers import (
    CategoryPage,
    CriterionLine,
    card,
    categories,
    category_page,
)
from bot.answers import texts as answers
from bot.knowledge import Catalog

from .test_texts import LINK, OD1, said


def test_list_says_years_and_totals(catalog: Catalog) -> None:
    """Above each list stand the years of its standard, its criteria and how many we know."""
    newest, older = answers.category_list(categories(catalog))

    assert newest.title == "2022 standard (current, since August 2022): 43 criteria, all known"
    assert older.title.startswith("2018 standard (2018 to 2022): 45 criteria, ")
    assert older.title.endswith(" known")
    assert len(newest.lines) == len(newest.choices) == 8


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "no criterion known"),
        (1, "1 criterion known"),
        (2, "2 criteria known"),
        (43, "43 criteria known"),
    ],
)
def test_counts_are_sentences(number: int, words: str) -> None:
    """None, one and many each read well."""
    assert answers.count(number) == words


def test_list_shows_a_practices_resource_once_and_never_as_a_criterions(catalog: Catalog) -> None:
    """Resources of the practice stand below the list; those above are named for the criteria."""
    for practice_id in catalog.practices:
        page = category_page(catalog, practice_id)
        shown = [link.borrowed_from for line in page.lines for link in line.resources]

        assert "practice" not in shown
        assert answers.RESOURCES in [section.title for section in answers.category_rest(page)]


def test_criterion_in_a_list_says_whose_words_and_the_state_of_its_links() -> None:
    """A line of a list is short and keeps its provenance."""
    line = CriterionLine(OD1, "Have a policy.", official=True, title_ours=True, resources=(LINK,))
    section = answers.criterion_section(line)

    assert section.title == "OD1 Open data policy (2018)"
    assert (
        said(section)
        == "Have a policy. (official wording; the title is ours) Guide, in use when last seen"
    )


def test_every_entry_and_category_is_said_without_holes(catalog: Catalog) -> None:
    """No section of the shipped knowledge is empty, and no line of one."""
    pages: list[CategoryPage] = [category_page(catalog, one) for one in catalog.practices]
    sections = [
        one for entry in catalog.entries for one in answers.card_sections(card(catalog, entry))
    ]
    for page in pages:
        sections += [answers.category_heading(page), *answers.category_rest(page)]
        sections += map(answers.criterion_section, page.lines)

    for section in sections:
        assert section.title
        assert section.lines or section.choices
        assert all((line.link + line.text).strip() for line in section.lines)
