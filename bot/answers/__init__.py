"""What to say: the matcher's decision and the catalog's facts, put together as plain data."""

from bot.answers.browse import categories, category_page
from bot.answers.compose import card, choice, compose, resource_links_of
from bot.answers.models import (
    Answer,
    Card,
    Category,
    CategoryPage,
    Choice,
    CriterionLine,
    Crosswalk,
    Edition,
    Line,
    Part,
    Reason,
    ResourceLink,
    Section,
    Turn,
    Words,
)

__all__ = [
    "Answer",
    "Card",
    "Category",
    "CategoryPage",
    "Choice",
    "CriterionLine",
    "Crosswalk",
    "Edition",
    "Line",
    "Part",
    "Reason",
    "ResourceLink",
    "Section",
    "Turn",
    "Words",
    "card",
    "categories",
    "category_page",
    "choice",
    "compose",
    "resource_links_of",
]
