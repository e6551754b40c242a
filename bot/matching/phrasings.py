"""What families and off-topic kinds are known by: the catalog's texts, and how people ask."""

import zlib
from collections.abc import Mapping, Sequence

from bot.knowledge import Catalog
from bot.matching.standards import Standards


def own_texts(catalog: Catalog, standards: Standards) -> Mapping[str, Sequence[str]]:
    """Return for each family its titles, other names, summaries and wordings."""
    return {
        family: list(
            dict.fromkeys(text for member in members for text in catalog.entries[member].texts())
        )
        for family, members in standards.members.items()
    }


def known_texts(catalog: Catalog, standards: Standards) -> Mapping[str, Sequence[str]]:
    """Return for each family and off-topic kind all that it is learned from."""
    texts = {family: list(own) for family, own in own_texts(catalog, standards).items()}
    texts.update((kind, []) for kind in catalog.off_topics)
    for entry_id, phrasings in catalog.phrasings.items():
        texts[standards.family_of.get(entry_id, entry_id)].extend(phrasings)
    return texts


def checksum(catalog: Catalog, texts: Mapping[str, Sequence[str]]) -> int:
    """Return a number that changes with the texts and the vocabulary that they are read with."""
    known = catalog.vocabulary
    words = (known.concepts, known.shorthand, sorted(known.ignored))
    return zlib.crc32(repr((sorted(texts.items()), words)).encode(errors="replace"))
