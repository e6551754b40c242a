"""New blocks of YAML, made from the models."""

from datetime import date
from typing import Any, Literal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge import Catalog, Criterion, Resource, Topic
from bot.knowledge.fields import Block, Sources, Text
from bot.knowledge.stanzas import Part, hints, next_code, parts_of, stanza, suggest_id

PARAGRAPHS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=300
).map(lambda text: " ".join(text.split()) or "x")


class Inner(Block):
    """A block within a block."""

    text: Text


class Sample(Block):
    """A block of a kind that the bot does not know."""

    title: Text
    source: Sources
    state: Literal["on", "off"] | None = None
    inner: Inner | None = None
    several: tuple[Inner, ...]
    day: date
    number: int = 0
    sure: bool = False


def test_parts_are_read_from_any_model() -> None:
    """What is needed, what is a list, a choice or a block is known from the model; the source is last."""
    assert parts_of(Sample) == [
        Part("title", needed=True, many=False, of=str),
        Part("state", needed=False, many=False, of=str, choices=("on", "off")),
        Part("inner", needed=False, many=False, of=Inner, model=Inner),
        Part("several", needed=True, many=True, of=Inner, model=Inner),
        Part("day", needed=True, many=False, of=date),
        Part("number", needed=False, many=False, of=int),
        Part("sure", needed=False, many=False, of=bool),
        Part("source", needed=True, many=True, of=str),
    ]


@pytest.mark.parametrize("model", [Criterion, Resource, Topic])
def test_every_key_of_a_model_is_a_part(model: type[Block]) -> None:
    """No key is left out."""
    assert {part.name for part in parts_of(model)} == set(model.model_fields)


@pytest.mark.parametrize(
    ("of", "typed", "value"),
    [
        (str, "  two\n lines ", "two lines"),
        (bool, "Yes", True),
        (bool, "false", False),
        (bool, "perhaps", "perhaps"),
        (int, "45", 45),
        (int, "many", "many"),
        (date, "2026-11-25", date(2026, 11, 25)),
        (date, "25.11.2026", "25.11.2026"),
    ],
)
def test_what_is_typed_becomes_a_value(of: type, typed: str, value: object) -> None:
    """A value that cannot be one stays as it is, for the check to name."""
    assert Part("x", needed=True, many=False, of=of).read(typed) == value


def test_a_stanza_reads_like_those_beside_it() -> None:
    """Ids stand in brackets, texts in quotes or below each other where they have to, comments last."""
    values = {
        "id": "topic:x",
        "resources": ("resource:a", "resource:b"),
        "contact": False,
        "statements": ({"text": "One: two", "source": ("word " * 25 + "end", "#2")},),
        "gap": {"text": "Plain.", "day": date(2026, 11, 25), "number": 2},
    }

    assert stanza(values, ["more: " + "word " * 25 + "end", "none:"]) == [
        "- id: topic:x",
        "  resources: [resource:a, resource:b]",
        "  contact: false",
        "  statements:",
        '    - text: "One: two"',
        "      source:",
        "        - >-",
        "          " + "word " * 16 + "word",
        "          " + "word " * 8 + "end",
        '        - "#2"',
        "  gap:",
        "    text: Plain.",
        "    day: 2026-11-25",
        "    number: 2",
        "  # more: " + "word " * 16 + "word",
        "  #   " + "word " * 8 + "end",
        "  # none:",
    ]


@given(PARAGRAPHS, st.lists(PARAGRAPHS, min_size=1, max_size=3).map(tuple))
def test_any_words_can_be_written(text: str, several: tuple[str, ...]) -> None:
    """Whatever paragraphs are given, the YAML reads as them."""
    values: dict[str, Any] = {
        "title": text,
        "source": several,
        "statements": ({"text": text, "source": several},),
    }

    (read,) = yaml.safe_load("\n".join(stanza(values, [f"note: {text}"])))

    assert read == {
        "title": text,
        "source": list(several),
        "statements": [{"text": text, "source": list(several)}],
    }


def test_hints_are_those_at_the_head_of_a_file() -> None:
    """What the comment says of each key, also of two keys in one item; the rest is left out."""
    text = (
        "# Things.\n#\n# HOW TO EDIT (no programming needed)\n# * A new thing: copy a block.\n"
        "# * note: a sentence, on\n#   two lines.\n# * source: where it was read. state: on or off.\n"
        '# Then run "wwc-bot check": it helps.\n\n# * later: not at the head\nthings:\n'
    )

    assert hints(text, ("note", "source", "state", "later", "thing")) == {
        "note": "a sentence, on two lines.",
        "source": "where it was read.",
        "state": "on or off.",
    }
    assert hints("things: []\n", ("note",)) == {}


@pytest.mark.parametrize(
    ("title", "suggested"),
    [
        ("Policy Generator", "topic:policy-generator"),
        ("Café & Cía. (2nd)", "topic:cafe-cia-2nd"),
        ("One two three four five six", "topic:one-two-three-four-five"),
        ("¿?", "topic:new"),
        ("Taken", "topic:taken-3"),
    ],
)
def test_an_id_is_suggested_from_the_title(title: str, suggested: str) -> None:
    """Its words, without accents and marks, and with a number where it is taken."""
    assert suggest_id("topic", title, {"topic:taken", "topic:taken-2"}) == suggested


def test_the_next_code_of_a_practice(small_catalog: Catalog) -> None:
    """It follows the highest number; the first of a practice is 1."""
    practice = small_catalog.practices["2035:lending"]

    assert next_code(practice, small_catalog.criteria_of[practice.id]) == "2035:LE3"
    assert next_code(practice, ()) == "2035:LE1"
