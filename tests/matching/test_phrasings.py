"""What families are known by, and the checksum of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from bot.knowledge import Catalog, Vocabulary, load_catalog
from bot.matching.phrasings import checksum, known_texts, own_texts
from bot.matching.standards import Standards


def texts_of(catalog: Catalog) -> Mapping[str, Sequence[str]]:
    """Return what the families of a catalog are known by."""
    return known_texts(catalog, Standards(catalog))


def number(catalog: Catalog) -> int:
    """Return the checksum of a catalog."""
    return checksum(catalog, texts_of(catalog))


def test_own_texts_are_those_of_all_members(small_catalog: Catalog) -> None:
    """A family is known by what the catalog says of each of its members, each text once."""
    texts = own_texts(small_catalog, Standards(small_catalog))

    assert texts["2031:LE1"] == [
        "Free loans",
        "Take no money for loans.",
        "Your library lends its books for free.",
        "Loans Without Fees",
        "Lend without fees.",
    ]
    assert texts["topic:cost"] == ["What it costs"]
    assert "off:weather" not in texts


def test_phrasings_join_the_texts_of_their_family(small_catalog: Catalog) -> None:
    """Phrasings of an entry follow the family's own texts, also those of its successor."""
    texts = texts_of(small_catalog)

    assert texts["2031:LE1"][0] == "Free loans"
    assert texts["2031:LE1"][-1] == "¿los préstamos son gratis?"
    assert "all about loans" in texts["2031:lending"]  # written for 2035:lending
    assert "2035:lending" not in texts


def test_off_topic_kinds_are_known_by_phrasings_alone(small_catalog: Catalog) -> None:
    """The title of a kind of other business is nothing that people ask."""
    assert texts_of(small_catalog)["off:weather"] == [
        "will it rain tomorrow",
        "how warm is it outside",
    ]


def with_words(catalog: Catalog, **words: object) -> Catalog:
    """Return a catalog with another vocabulary."""
    known = catalog.vocabulary
    now = {
        "concepts": known.concepts,
        "shorthand": known.shorthand,
        "ignored": known.ignored,
        **words,
    }
    return replace(catalog, vocabulary=Vocabulary(**now))  # type: ignore[arg-type] # one of many


@pytest.mark.parametrize("entry_id", ["2031:LE1", "2035:lending", "topic:cost", "off:weather"])
def test_a_changed_phrasing_changes_the_checksum(small_catalog: Catalog, entry_id: str) -> None:
    """One more, one fewer, or one word in one of them is another number."""
    asked = small_catalog.phrasings[entry_id]
    numbers = {number(small_catalog)} | {
        number(replace(small_catalog, phrasings={**small_catalog.phrasings, entry_id: other}))
        for other in ((*asked, "one more"), asked[1:], (asked[0] + " now", *asked[1:]))
    }

    assert len(numbers) == 4


def test_a_phrasing_that_moves_changes_the_checksum(small_catalog: Catalog) -> None:
    """The same texts with another entry are other knowledge."""
    phrasings = dict(small_catalog.phrasings)
    phrasings["topic:cost"], phrasings["2035:LE2"] = phrasings["2035:LE2"], phrasings["topic:cost"]

    assert number(replace(small_catalog, phrasings=phrasings)) != number(small_catalog)


def test_a_changed_text_of_an_entry_changes_the_checksum(small_catalog: Catalog) -> None:
    """Titles and wordings are learned, too."""
    topic = small_catalog.topics["topic:cost"].model_copy(update={"title": "Its price"})

    assert number(replace(small_catalog, topics={topic.id: topic})) != number(small_catalog)


def test_a_changed_vocabulary_changes_the_checksum(small_catalog: Catalog) -> None:
    """A concept, a phrase of one, a shorthand and a word of filler are each another number."""
    numbers = {
        number(small_catalog),
        number(with_words(small_catalog, concepts={"book": ("book", "volume")})),
        number(with_words(small_catalog, concepts={"tome": ("book", "volume", "libro")})),
        number(with_words(small_catalog, shorthand={"pls": "please", "thx": "thanks"})),
        number(with_words(small_catalog, ignored=frozenset({"hello"}))),
    }

    assert len(numbers) == 5


def test_the_same_knowledge_has_the_same_checksum(small_catalog: Catalog) -> None:
    """Knowledge that was read anew is not taken for changed knowledge."""
    assert number(load_catalog(small_catalog.folder)) == number(small_catalog)


def test_what_is_not_learned_changes_no_checksum(small_catalog: Catalog) -> None:
    """A resource's link may change without a new model."""
    handbook = small_catalog.resources["resource:handbook"].model_copy(
        update={"url": "https://readers.example/new"}
    )
    resources = {**small_catalog.resources, handbook.id: handbook}

    assert number(replace(small_catalog, resources=resources)) == number(small_catalog)


def test_half_a_character_in_a_phrasing_does_no_harm(small_catalog: Catalog) -> None:
    """A text that no encoding can hold still has a checksum."""
    phrasings = {**small_catalog.phrasings, "topic:cost": ("\ud800",)}

    assert number(replace(small_catalog, phrasings=phrasings)) != number(small_catalog)
