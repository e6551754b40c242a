"""Addresses are found by the models, wherever a block has one."""

import re
from pathlib import Path

import pytest

from bot.knowledge.fields import Block
from bot.knowledge.loading import located_blocks
from bot.knowledge.validation import Located
from bot.knowledge.yaml_file import YamlFile
from bot.links.addresses import Address, find_addresses


class Inner(Block):
    """A block with an address and nothing recorded of it."""

    url: str


class Outer(Block):
    """A block of a kind that the bot does not know, with a state of its own."""

    id: str
    inner: Inner | None = None
    several: tuple[Inner, ...] = ()
    url: str | None = None


def test_addresses_of_a_folder(small: Path) -> None:
    """Each address comes with its file, its line, and what is recorded of it."""
    found = find_addresses(located_blocks(small))
    handbook, helpline, successor = (a for a in found if a.file == "resources.yaml")

    assert handbook == Address(
        url="https://readers.example/handbook",
        file="resources.yaml",
        line=5,
        place=("resources", 0),
        owner="resource:handbook",
        keys=handbook.keys,
        states=("live", "archived", "unknown"),
        status="live",
        note="In use when last seen.",
    )
    assert {"status", "checked", "status_note"} <= handbook.keys
    assert (helpline.line, helpline.status) == (16, "unknown")
    assert (successor.place, successor.owner) == (
        ("resources", 1, "successor"),
        "resource:helpline",
    )
    assert (successor.status, successor.states) == ("", ())


@pytest.mark.parametrize(
    ("block", "places"),
    [
        (Outer(id="x"), []),
        (Outer(id="x", url="u"), [("x", 0)]),
        (Outer(id="x", inner=Inner(url="u")), [("x", 0, "inner")]),
        (
            Outer(id="x", url="u", several=(Inner(url="u"), Inner(url="v"))),
            [("x", 0), ("x", 0, "several", 0), ("x", 0, "several", 1)],
        ),
    ],
)
def test_new_kinds_of_blocks_need_no_change(block: Outer, places: list[object]) -> None:
    """A key url is found in any model, at any depth, and in lists."""
    located = Located(block, YamlFile("new.yaml"), ("x", 0))

    assert [address.place for address in find_addresses([located])] == places


def test_every_resource_of_the_shipped_knowledge_has_its_address(folder: Path) -> None:
    """Not one address of the file of resources is left out."""
    text = (folder / "resources.yaml").read_text(encoding="utf-8")
    found = [a for a in find_addresses(located_blocks(folder)) if a.file == "resources.yaml"]

    assert len(found) == len(re.findall(r"^ +(?:- )?url: ", text, re.MULTILINE))
    assert {text.splitlines()[address.line - 1].split()[-1].strip('"') for address in found} == {
        address.url for address in found
    }
