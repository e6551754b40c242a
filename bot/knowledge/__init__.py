"""What the bot knows: the YAML files of ``knowledge/``, read and checked into a Catalog."""

from bot.knowledge.catalog import Catalog, NamedResource
from bot.knowledge.fields import Statement
from bot.knowledge.ids import EntryId
from bot.knowledge.loading import load_catalog, shipped_knowledge
from bot.knowledge.models import (
    Asking,
    City,
    Criterion,
    Entry,
    Example,
    OffTopic,
    Partner,
    Practice,
    Program,
    Resource,
    Topic,
)
from bot.knowledge.problems import KnowledgeError, Problem
from bot.knowledge.standard_models import Standard
from bot.knowledge.vocabulary import Vocabulary

__all__ = [
    "Asking",
    "Catalog",
    "City",
    "Criterion",
    "Entry",
    "EntryId",
    "Example",
    "KnowledgeError",
    "NamedResource",
    "OffTopic",
    "Partner",
    "Practice",
    "Problem",
    "Program",
    "Resource",
    "Standard",
    "Statement",
    "Topic",
    "Vocabulary",
    "load_catalog",
    "shipped_knowledge",
]
