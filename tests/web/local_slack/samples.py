"""Blocks and views for the tests of the local Slack: each is right as it is."""

from __future__ import annotations

from typing import Any

from bot.web.local_slack.schema import Json


def words(text: str) -> Json:
    """Word a plain_text object."""
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> Json:
    """Word a mrkdwn object."""
    return {"type": "mrkdwn", "text": text}


def section(text: str = "Hello", **more: Any) -> Json:
    """Make a section."""
    return {"type": "section", "text": mrkdwn(text), **more}


def button(text: str = "Press", **more: Any) -> Json:
    """Make a button that is called press."""
    return {"type": "button", "text": words(text), "action_id": "press", **more}


def actions(*elements: Json) -> Json:
    """Make a row of elements."""
    return {"type": "actions", "elements": list(elements)}


def option(text: str = "Open Data", value: str = "2018:OD1", **more: Any) -> Json:
    """Make an option."""
    return {"text": words(text), "value": value, **more}


def select(*options: Json, **more: Any) -> Json:
    """Make a static menu."""
    return {"type": "static_select", "action_id": "pick", "options": list(options), **more}


def feedback(**more: Any) -> Json:
    """Make the two buttons that rate an answer."""
    buttons = {
        f"{sort}_button": {"text": words(sort), "value": sort} for sort in ("positive", "negative")
    }
    return {"type": "feedback_buttons", "action_id": "rate", **buttons, **more}


def foot(*elements: Json) -> Json:
    """Make the row that rates an answer."""
    return {"type": "context_actions", "elements": list(elements)}


def entry(element: Json | None = None, **more: Any) -> Json:
    """Make an input block, for text where nothing else is named."""
    element = element or {"type": "plain_text_input", "action_id": "typed"}
    return {"type": "input", "label": words("Question"), "element": element, **more}


def modal(*blocks: Json, **more: Any) -> Json:
    """Make a window."""
    return {"type": "modal", "title": words("Search"), "blocks": list(blocks), **more}


def table(rows: int = 2, columns: int = 2) -> Json:
    """Make a table of so many rows and columns."""
    cell = {"type": "raw_text", "text": "x"}
    return {"type": "table", "rows": [[cell] * columns] * rows}


TYPE_AHEAD = {"type": "external_select", "action_id": "pick_criterion", "min_query_length": 0}
CONFIRM = {
    "title": words("Sure?"),
    "text": mrkdwn("*Really*?"),
    "confirm": words("Yes"),
    "deny": words("No"),
}
PICTURE = {"type": "image", "image_url": "https://example.org/a.png", "alt_text": "A map"}
