"""What the bot knows: the YAML files of ``knowledge/``, read and checked into a Catalog."""

from bot.knowledge.catalog import Catalog, NamedResource
from bot.knowledge.ids import EntryId
from bot.knowledge.loading import load_catalog, shipped_knowledge
from bot.knowledge.models import (
    Criterion,
    Entry,
    OffTopic,
    Partner,
    Practice,
    Resource,
    Standard,
    Statement,
    Topic,
)
from bot.knowledge.problems import KnowledgeError, Problem
from bot.knowledge.vocabulary import Vocabulary

__all__ = [
    "Catalog",
    "Criterion",
    "Entry",
    "EntryId",
    "KnowledgeError",
    "NamedResource",
    "OffTopic",
    "Partner",
    "Practice",
    "Problem",
    "Resource",
    "Standard",
    "Statement",
    "Topic",
    "Vocabulary",
    "load_catalog",
    "shipped_knowledge",
]
