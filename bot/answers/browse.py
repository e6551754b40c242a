"""The criteria by category, for lists, menus and App Home."""

from dataclasses import dataclass

from bot.answers.compose import choice, resource_links_of
from bot.answers.models import Choice, ResourceLink
from bot.knowledge import Catalog, Practice


@dataclass(frozen=True)
class Category:
    """A practice in a list: how many of its criteria we know."""

    choice: Choice
    abbreviation: str
    standard_title: str
    count: int


@dataclass(frozen=True)
class CriterionLine:
    """A criterion in a list, with its wording (official or ours) and its resources."""

    choice: Choice
    wording: str
    official: bool
    resources: tuple[ResourceLink, ...]


@dataclass(frozen=True)
class CategoryPage:
    """One category with all of its criteria that we know, and what we do not know of it."""

    category: Category
    summary: str
    lines: tuple[CriterionLine, ...]
    resources: tuple[ResourceLink, ...]
    gap: str | None


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
        standard_title=catalog.standards[practice.standard].title,
        count=len(catalog.criteria_of[practice.id]),
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
                resources=resource_links_of(catalog, criterion.id),
            )
            for criterion in catalog.criteria_of[practice_id]
        ),
        resources=resource_links_of(catalog, practice_id),
        gap=practice.gap,
    )
