"""The criteria by category, for lists, menus and App Home."""

from bot.answers.compose import choice, partners, resource_links_of
from bot.answers.models import Category, CategoryPage, CriterionLine, Edition
from bot.knowledge import Catalog, Practice


def categories(catalog: Catalog, standard: str | None = None) -> tuple[Category, ...]:
    """Return the categories of a standard, or of all standards with the newest first."""
    ids = [standard] if standard else sorted(catalog.standards, reverse=True)
    return tuple(
        category(catalog, practice) for year in ids for practice in catalog.practices_of(year)
    )


def category(catalog: Catalog, practice: Practice) -> Category:
    """Return the short form of a practice."""
    return Category(
        choice=choice(catalog, practice.id),
        abbreviation=practice.abbreviation,
        edition=edition(catalog, practice.standard),
        count=len(catalog.criteria_of[practice.id]),
    )


def edition(catalog: Catalog, standard_id: str) -> Edition:
    """Return the short form of a standard."""
    standard = catalog.standards[standard_id]
    known = sum(len(catalog.criteria_of[p.id]) for p in catalog.practices_of(standard_id))
    return Edition(
        standard.id,
        standard.title,
        standard.years,
        standard.current,
        total=standard.criteria_total,
        known=known,
    )


def category_page(catalog: Catalog, practice_id: str) -> CategoryPage:
    """Return a category with its criteria.

    Raises:
        KeyError: when the catalog has no such practice.

    """
    practice = catalog.practices[practice_id]
    return CategoryPage(
        category=category(catalog, practice),
        summary=practice.summary,
        lines=tuple(
            CriterionLine(
                choice=choice(catalog, criterion.id),
                wording=criterion.wording or criterion.summary,
                official=criterion.wording is not None,
                title_ours=criterion.title_origin == "ours",
                resources=tuple(
                    link
                    for link in resource_links_of(catalog, criterion.id)
                    if link.borrowed_from != "practice"
                ),
            )
            for criterion in catalog.criteria_of[practice_id]
        ),
        partners=partners(catalog, practice),
        resources=resource_links_of(catalog, practice_id),
        gap=practice.gap,
    )
