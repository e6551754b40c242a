"""Reading messages and views as a person does."""

from collections.abc import Iterator
from typing import Any


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    """Go through every object in a payload."""
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from nodes(value)
    elif isinstance(node, list | tuple):
        for value in node:
            yield from nodes(value)


def read(*surfaces: Any) -> str:
    """Join all texts, unescaped."""
    found = [
        node["text"]
        for surface in surfaces
        for node in nodes(surface.get("blocks", []))
        if isinstance(node.get("text"), str)
    ]
    joined = "\n".join(found)
    return joined.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def button_texts(surface: Any) -> list[str]:
    """List the texts of the buttons."""
    return [n["text"]["text"] for n in nodes(surface["blocks"]) if n.get("type") == "button"]


def labels(surface: Any) -> list[str]:
    """List what screen readers say of elements."""
    return [
        n["accessibility_label"] for n in nodes(surface["blocks"]) if "accessibility_label" in n
    ]


def options(surface: Any) -> dict[str, str]:
    """List what a menu behind three dots offers, with the values."""
    menus = [n for n in nodes(surface["blocks"]) if n.get("type") == "overflow"]
    return {one["text"]["text"]: one["value"] for menu in menus for one in menu["options"]}


def values(surface: Any, action_id: str) -> list[str]:
    """List the values of an element, those of both buttons for votes."""
    found = [n for n in nodes(surface["blocks"]) if n.get("action_id") == action_id]
    return [n["value"] for one in found for n in nodes(one) if "value" in n]
