"""What Slack refuses in messages and views.

Stricter than Slack in one thing, on purpose: blocks without a top-level `text` are refused, since
notifications and screen readers read that text
(https://docs.slack.dev/reference/methods/chat.postMessage#blocks_and_attachments).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from .blocks import BLOCKS, SURFACES
from .elements import ELEMENT_SURFACES, plain
from .schema import (
    Check,
    Json,
    anything,
    array,
    boolean,
    choice,
    kind,
    mapping,
    record,
    string,
    wrong,
)

Surface = Literal["message", "modal", "home"]
Uniqueness = Literal["block", "surface"]

TEXT_LIMIT = 40_000
TEXT_ADVICE = 4_000
MARKDOWN_LIMIT = 12_000
BLOCKS_TEXT_LIMIT = 12_000
VIEW_BYTES = 250_000


@dataclass(frozen=True)
class Problem:
    """Why Slack refuses: its error code and the lines of `response_metadata.messages`."""

    error: str
    messages: tuple[str, ...] = ()

    def answer(self) -> Json:
        """Word the refusal as the Web API does."""
        if not self.messages:
            return {"ok": False, "error": self.error}
        return {
            "ok": False,
            "error": self.error,
            "response_metadata": {"messages": list(self.messages)},
        }


class RefusedError(Exception):
    """Raised where a call is refused."""

    def __init__(self, error: str, *messages: str) -> None:
        """Keep the problem that the call is answered with."""
        super().__init__(error, *messages)
        self.problem = Problem(error, messages)


def check_blocks(
    blocks: Any, surface: Surface, pointer: str = "/blocks", unique: Uniqueness = "block"
) -> list[str]:
    """List what is wrong with the blocks of a message (at most 50) or of a view (at most 100)."""
    shape = array(kind(BLOCKS), *((50, 0) if surface == "message" else (100, 1)))
    return list(shape(blocks, pointer)) or list(_placement(blocks, surface, pointer, unique))


def _placement(
    blocks: list[Json], surface: Surface, pointer: str, unique: Uniqueness
) -> Iterator[str]:
    """Find blocks and elements that are well formed and yet not welcome where they stand.

    An `action_id` is "unique among all other action_ids in the containing block" (the pages of the
    elements say so); a caller may want it unique in the whole surface.
    """
    block_ids: set[str] = set()
    action_ids: set[str] = set()
    tables = focused = markdown = 0
    for block, at in _walk(blocks, pointer):
        name = block["type"]
        if surface not in SURFACES[name]:
            yield wrong(f"unsupported type: {name} in a {surface}", f"{at}/type")
        if block.get("block_id") in block_ids:
            yield wrong(f"block_id already exists: {block['block_id']}", f"{at}/block_id")
        block_ids |= {block["block_id"]} if "block_id" in block else set()
        tables += name in ("table", "data_table")
        markdown += len(block["text"]) if name == "markdown" else 0
        if unique == "block":
            action_ids = set()
        for element, where in elements_of(block, at):
            kind_of = element["type"]
            if surface not in ELEMENT_SURFACES.get(kind_of, {surface}):
                yield wrong(f"unsupported type: {kind_of} in a {surface}", f"{where}/type")
            if element.get("action_id") in action_ids:
                yield wrong(
                    f"action_id already exists: {element['action_id']}", f"{where}/action_id"
                )
            action_ids |= {element["action_id"]} if "action_id" in element else set()
            focused += element.get("focus_on_load") is True
            if element.get("response_url_enabled") and (surface, name) != ("modal", "input"):
                yield wrong("response_url_enabled works in inputs of modals only", where)
        if block.get("dispatch_action") and block["element"]["type"] == "file_input":
            yield wrong("unsupported type: file_input with dispatch_action", f"{at}/element")
    if tables > 1:
        yield wrong("only_one_table_allowed", pointer)
    if markdown > MARKDOWN_LIMIT:
        yield wrong(f"markdown blocks must be less than {MARKDOWN_LIMIT + 1} characters", pointer)
    if focused > 1:
        yield wrong("focus_on_load can be true for one element only", pointer)


def _walk(blocks: list[Json], pointer: str) -> Iterator[tuple[Json, str]]:
    """Go through blocks and the blocks inside them."""
    for index, block in enumerate(blocks):
        at = f"{pointer}/{index}"
        yield block, at
        if block["type"] == "container":
            yield from _walk(block["child_blocks"], f"{at}/child_blocks")
        elif block["type"] == "carousel":
            yield from _walk(block["elements"], f"{at}/elements")


def elements_of(block: Json, pointer: str = "") -> Iterator[tuple[Json, str]]:
    """Go through the interactive elements of one block."""
    for key in ("accessory", "element"):
        if key in block:
            yield block[key], f"{pointer}/{key}"
    for key in ("elements", "actions"):
        if block["type"] in ("actions", "context_actions", "context", "card") and key in block:
            for index, element in enumerate(block[key]):
                yield element, f"{pointer}/{key}/{index}"


def _sorts(message: Json, pointer: str) -> Iterator[str]:
    """Check the sorts of values in a message."""
    for key in ("text", "markdown_text"):
        if not isinstance(message.get(key) or "", str):
            yield wrong("must provide a string", f"{pointer}/{key}")
    attachments = message.get("attachments") or []
    yield from array(mapping, sys.maxsize, 0)(attachments, f"{pointer}/attachments")


def check_message(message: Json, unique: Uniqueness = "block") -> Problem | None:
    """Find why Slack refuses a message, if it does.

    Limits from https://docs.slack.dev/reference/methods/chat.postMessage; the sum over all blocks
    from https://github.com/slackapi/bolt-js/issues/2509.
    """
    if found := list(_sorts(message, "")):
        return Problem("invalid_arguments", tuple(found))
    text, blocks = message.get("text") or "", message.get("blocks") or []
    markdown, attachments = message.get("markdown_text") or "", message.get("attachments") or []
    if not (text or blocks or markdown or attachments):
        return Problem("no_text")
    if markdown and (text or blocks):
        return Problem("markdown_text_conflict")
    if len(markdown) > MARKDOWN_LIMIT or len(text) > TEXT_LIMIT:
        return Problem("msg_too_long")
    if found := check_blocks(blocks, "message", unique=unique):
        return Problem("invalid_blocks", tuple(found))
    if blocks and not text.strip():
        line = "blocks need a top-level text for notifications and screen readers (stricter here)"
        return Problem("no_text", (wrong(line, "/text"),))
    if _length_of_texts(blocks) > BLOCKS_TEXT_LIMIT:
        return Problem("msg_blocks_too_long")
    if len(attachments) > 100:
        return Problem("too_many_attachments")
    for index, attachment in enumerate(attachments):
        found = check_blocks(
            attachment.get("blocks", []), "message", f"/attachments/{index}/blocks", unique
        )
        if found:
            return Problem("invalid_attachments", tuple(found))
    return None


def _length_of_texts(node: Any) -> int:
    """Count the characters of every `text` in the blocks."""
    if isinstance(node, list):
        return sum(map(_length_of_texts, node))
    if isinstance(node, dict):
        return sum(
            len(value) if key == "text" and isinstance(value, str) else _length_of_texts(value)
            for key, value in node.items()
        )
    return 0


_VIEW: dict[str, Check] = {
    "private_metadata": string(3000, 0),
    "callback_id": string(255, 0),
    "external_id": string(255, 0),
}
_VIEWS: dict[str, Check] = {
    "home": record({"type": choice("home"), "blocks": anything}, _VIEW),
    "modal": record(
        {"type": choice("modal"), "title": plain(24), "blocks": anything},
        {
            **_VIEW,
            "submit": plain(24),
            "close": plain(24),
            "clear_on_close": boolean,
            "notify_on_close": boolean,
            "submit_disabled": boolean,
        },
    ),
}


def check_view(
    view: Any, surface: Literal["modal", "home"], unique: Uniqueness = "block"
) -> Problem | None:
    """Find why Slack refuses a view, if it does: https://docs.slack.dev/reference/views."""
    found = list(kind({surface: _VIEWS[surface]})(view, "/view"))
    found = found or check_blocks(view["blocks"], surface, "/view/blocks", unique)
    if found:
        return Problem("invalid_arguments", tuple(found))
    inputs = [i for i, block in enumerate(view["blocks"]) if block["type"] == "input"]
    if surface == "modal" and inputs and "submit" not in view:
        pointer = f"/view/blocks/{inputs[0]}/input"
        line = wrong("must define `submit` to use an `input` block", pointer)
        return Problem("invalid_arguments", (line,))
    if len(json.dumps(view).encode()) > VIEW_BYTES:
        return Problem("view_too_large")
    return None
