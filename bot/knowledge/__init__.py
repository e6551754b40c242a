"""What the bot knows: the YAML files of ``knowledge/``, read and checked into a Catalog."""

from bot.knowledge.catalog import Catalog
from bot.knowledge.entries import (
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
from bot.knowledge.errors import KnowledgeError, Problem
from bot.knowledge.learned import Learned, write_learned
from bot.knowledge.loading import load_catalog, shipped_knowledge
from bot.knowledge.vocabulary import Vocabulary

__all__ = [
    "Catalog",
    "Criterion",
    "Entry",
    "KnowledgeError",
    "Learned",
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
    "write_learned",
]
