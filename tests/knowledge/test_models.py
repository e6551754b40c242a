"""The face that criteria, practices and topics have in common."""

from bot.knowledge import Catalog


def test_a_criterion_says_what_it_is(small_catalog: Catalog) -> None:
    """Kind, standard, code, official wording and resources are read the same way of each entry."""
    entry = small_catalog.entries["2031:LE1"]

    assert (entry.kind, entry.standard, entry.code) == ("criterion", "2031", "LE1")
    assert entry.official == "Your library lends its books for free."
    assert entry.resources == ("resource:handbook",)


def test_what_an_entry_does_not_have_is_empty(small_catalog: Catalog) -> None:
    """A topic has no standard, code or official wording; a practice has no code or wording."""
    topic, practice = small_catalog.entries["topic:cost"], small_catalog.entries["2035:lending"]

    assert (topic.kind, topic.standard, topic.code, topic.official) == ("topic", "", "", None)
    assert (practice.kind, practice.standard) == ("practice", "2035")
    assert (practice.code, practice.official) == ("", None)


def test_texts_are_all_that_the_catalog_says_of_an_entry(small_catalog: Catalog) -> None:
    """Title, summary, other names and official wording, as far as an entry has them."""
    assert small_catalog.entries["2031:LE1"].texts() == (
        "Free loans",
        "Take no money for loans.",
        "Your library lends its books for free.",
    )
    assert small_catalog.entries["2035:lending"].texts() == (
        "Lending and Sharing",
        "Lend and share what people want to read. Two criteria.",
        "Loans",
    )
    assert small_catalog.entries["topic:cost"].texts() == ("What it costs",)
