"""Block Kit pieces within Slack's limits: too much is cut with "more" rather than refused.

The numbers are those of https://docs.slack.dev/reference/block-kit; the sum of all texts of a
message is not documented and was found by others (https://github.com/slackapi/bolt-js/issues/2509).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.slack import texts

Block = dict[str, Any]

SECTION = 3000
PLAIN_LABEL = 75
BUTTON_VALUE = 2000
OPTION_VALUE = 150
TOP_TEXT = 3500
"""Slack recommends at most 4,000 characters of top-level text."""

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
ALL_TEXTS = 11_000
CONTEXT_ELEMENTS = 10
ACTION_ELEMENTS = 25
MODAL_TITLE = 24
OPTIONS = 100

_PARTS = ("elements", "accessory", "positive_button", "negative_button")
_HALF = re.compile(r"(?:&[a-z]*|<[^>]*)$")


@dataclass(frozen=True)
class Page:
    """Something to show, on whatever surface: a title, text for screen readers, and blocks."""

    title: str
    text: str
    blocks: tuple[Block, ...] = ()


def cut(text: str, limit: int, mark: str = texts.MORE_MARK) -> str:
    """Cut text at a space, never inside an escaped character or a link, and say so."""
    if len(text) <= limit:
        return text
    head = text[: limit - len(mark)]
    head = head.rsplit(" ", 1)[0] if " " in head[-80:] else head
    return _HALF.sub("", head).rstrip() + mark


def plain(text: str, limit: int = PLAIN_LABEL) -> Block:
    """Return a plain_text object."""
    return {"type": "plain_text", "text": cut(text, limit, "…") or " ", "emoji": False}


def mrkdwn(text: str, limit: int = SECTION) -> Block:
    """Return a mrkdwn object in which Slack links nothing by itself."""
    return {"type": "mrkdwn", "text": cut(text, limit) or " ", "verbatim": True}


def section(text: str, accessory: Block | None = None) -> Block:
    """Return a section of mrkdwn."""
    block: Block = {"type": "section", "text": mrkdwn(text)}
    return block | {"accessory": accessory} if accessory else block


def sections(lines: Iterable[str]) -> Iterator[Block]:
    """Lay lines of mrkdwn out in as few sections as Slack's limit allows, none of them split."""
    held = ""
    for line in lines:
        if held and len(held) + 1 + len(line) > SECTION:
            yield section(held)
            held = ""
        held = f"{held}\n{line}" if held else line
    if held:
        yield section(held)


def literal_section(text: str) -> Block:
    """Return a section of text that Slack does not format (see escape.literal)."""
    return {"type": "section", "text": plain(text, SECTION)}


def sentence_page(sentence: str, title: str = texts.TITLE) -> Page:
    """Return a page of one sentence of ours."""
    return Page(title, sentence, (section(sentence),))


def context(*elements: str | Block) -> Block:
    """Return a line of small print; strings are mrkdwn."""
    made = [each if isinstance(each, dict) else mrkdwn(each) for each in elements]
    return {"type": "context", "elements": made[:CONTEXT_ELEMENTS]}


def header(text: str) -> Block:
    """Return a heading, which screen readers announce as one."""
    return {"type": "header", "text": plain(text, 150)}


def button(text: str, action_id: str, value: str, label: str | None = None) -> Block:
    """Return a button; ``label`` is what a screen reader says instead of the text."""
    made: Block = {
        "type": "button",
        "text": plain(text),
        "action_id": action_id,
        "value": value[:BUTTON_VALUE] or " ",
    }
    return made | {"accessibility_label": cut(label, PLAIN_LABEL, "…")} if label else made


def actions(elements: Sequence[Block], block_id: str | None = None) -> Block:
    """Return a row of buttons."""
    block: Block = {"type": "actions", "elements": list(elements[:ACTION_ELEMENTS])}
    return block | {"block_id": block_id} if block_id else block


def fit(
    body: Iterable[Block],
    tail: Sequence[Block] = (),
    most: int = MESSAGE_BLOCKS,
    budget: int = ALL_TEXTS,
) -> tuple[Block, ...]:
    """Keep as much of the body as fits before the tail, which always stays."""
    body = list(body)
    room = most - len(tail) - 1
    left = budget - sum(map(texts_length, tail)) - len(texts.MORE)
    kept: list[Block] = []
    for block in body:
        left -= texts_length(block)
        if len(kept) >= room or left < 0:
            return (*kept, context(texts.MORE), *tail)
        kept.append(block)
    return (*kept, *tail)


def texts_length(block: Block) -> int:
    """Count the characters of all texts in a block: of sections, small print and buttons.

    A text is a text object ({"text": {"text": ...}}) or, in small print, the object itself.
    """
    text = block.get("text", "")
    length = len(text if isinstance(text, str) else text["text"])
    for name in _PARTS:
        if name in block:
            parts = block[name]
            length += sum(map(texts_length, parts if isinstance(parts, list) else [parts]))
    return length
