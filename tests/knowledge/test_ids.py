"""What an id says."""

import json

import pytest

from bot.knowledge import Catalog, EntryId


@pytest.mark.parametrize(
    ("text", "kind", "standard", "code"),
    [
        ("2018:OD1", "criterion", "2018", "OD1"),
        ("2022:EVAL12", "criterion", "2022", "EVAL12"),
        ("2018:open-data", "practice", "2018", ""),
        ("topic:levels", "topic", "", ""),
        ("off:permits", "off-topic", "", ""),
        ("resource:gpl", "resource", "", ""),
        ("partner:bit", "partner", "", ""),
    ],
)
def test_an_id_names_kind_standard_and_code(text: str, kind: str, standard: str, code: str) -> None:
    """Nobody has to take an id apart."""
    entry_id = EntryId.parse(text)

    assert (entry_id.kind, entry_id.standard, entry_id.code) == (kind, standard, code)


@pytest.mark.parametrize(
    "text", ["", "OD1", "2018:", "1918:OD1", "2018:OD0", "2018:od1x!", "topic:", "2018:OD1 "]
)
def test_what_is_not_an_id_is_refused(text: str) -> None:
    """A text without the form of an id has no parts."""
    with pytest.raises(ValueError, match="does not have the form of an id"):
        EntryId.parse(text)


def test_ids_of_entries_are_plain_text(catalog: Catalog) -> None:
    """An id goes into JSON, a key or a button as it is, and every entry's id can be read."""
    assert json.loads(json.dumps(list(catalog.entries))) == list(catalog.entries)
    assert all(EntryId.parse(entry_id).kind == e.kind for entry_id, e in catalog.entries.items())
