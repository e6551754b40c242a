"""What people see of a message: text, blocks, what it forwards, files that show text.

Much of it does not stand in the message's ``text``; nothing is fetched for it. Files:
https://docs.slack.dev/reference/objects/file-object
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from bot.slack.mrkdwn import plain

# Parts of a block or an attachment that hold what people read, in the order they see it.
_SEEN = (
    *("pretext", "title", "text", "fields", "value", "elements", "blocks", "message_blocks"),
    *("message", "rows", "label", "description", "alt_text"),
)
# Blocks whose spans make up lines together.
_LINES = ("rich_text_section", "rich_text_preformatted", "rich_text_quote", "context")


class Reading(NamedTuple):
    """What a message says, a line for each part of it, and what of it could not be read."""

    text: str
    unread: tuple[str, ...]


def read_message(message: Mapping[str, Any]) -> Reading:
    """Read a message as people see it, each sentence once."""
    forwarded = _objects(message, "attachments")
    seen = [str(message.get("text") or "")]
    for part in (*_objects(message, "blocks"), *forwarded):
        seen += _texts(part)
    unread = []
    for file in (file for holder in (message, *forwarded) for file in _objects(holder, "files")):
        text, whole = _file(file)
        seen.append(text)
        if not whole:
            unread.append(str(file.get("title") or file.get("name") or "?"))
    said: list[str] = []
    for line in (plain(line) for text in seen for line in text.splitlines()):
        if line and not any(line in before for before in said):
            said.append(line)
    return Reading("\n".join(said), tuple(unread))


def _objects(of: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    found = of.get(key)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _texts(node: Any) -> Iterator[str]:
    """Yield the texts of a block, an attachment or a part of one."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for one in node:
            yield from _texts(one)
    elif isinstance(node, dict) and node.get("type") in _LINES:
        yield " ".join(map(_span, _objects(node, "elements")))
    elif isinstance(node, dict):
        parts = [node[key] for key in _SEEN if node.get(key)]
        yield from _texts(parts or node.get("fallback"))


def _span(node: Mapping[str, Any]) -> str:
    """Read a piece of a line; a link by its words, people and emoji not at all."""
    text = node.get("text") or (node.get("url") if node.get("type") == "link" else "")
    return str(text.get("text") if isinstance(text, dict) else text or "")


def _file(file: Mapping[str, Any]) -> tuple[str, bool]:
    """Return what is seen of a file, and whether that is all of it.

    Slack sends the text of an e-mail whole, the beginning of a snippet or a post, and the beginning
    of what was said in a recording.
    """
    email, start = file.get("plain_text"), file.get("preview_plain_text") or file.get("preview")
    spoken = file.get("transcription")
    heard = spoken.get("preview") if isinstance(spoken, dict) else None
    heard = heard if isinstance(heard, dict) else {}
    text = str(email or start or heard.get("content") or "")
    more = (file.get("preview_is_truncated"), file.get("lines_more"), heard.get("has_more"))
    return f"{file.get('subject') or ''}\n{text}", bool(text) and (bool(email) or not any(more))
