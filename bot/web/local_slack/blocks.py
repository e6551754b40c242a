"""Blocks as tables: which keys each has, how long they may be and where it may stand.

Rules from https://docs.slack.dev/reference/block-kit/blocks and its pages; where each block may
stand from https://docs.slack.dev/blocks.json.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .elements import (
    BUTTONS,
    CHOOSERS,
    ELEMENTS,
    ID,
    IMAGE_SOURCE,
    TYPED,
    elements,
    mrkdwn,
    plain,
    text,
)
from .schema import (
    Check,
    anything,
    array,
    boolean,
    choice,
    kind,
    one_of,
    record,
    some_of,
    string,
    typed,
    url,
    whole,
    wrong,
)

# Rich text: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block

TEXT_STYLE = record(
    {},
    dict.fromkeys(
        ("bold", "italic", "strike", "code", "underline", "highlight", "client_highlight"), boolean
    )
    | {"unlink": boolean},
)


SPAN = kind(
    dict(
        [
            typed("text", {"text": string(12_000)}, {"style": TEXT_STYLE}),
            typed("link", {"url": url()}, {"text": string(3000), "style": TEXT_STYLE}),
            typed("emoji", {"name": string(100)}, {"unicode": string(100), "style": TEXT_STYLE}),
            typed("user", {"user_id": string(32)}, {"style": TEXT_STYLE}),
            typed("usergroup", {"usergroup_id": string(32)}, {"style": TEXT_STYLE}),
            typed("channel", {"channel_id": string(32)}, {"style": TEXT_STYLE}),
            typed("broadcast", {"range": choice("here", "channel", "everyone")}),
        ]
    )
)
SPANS = array(SPAN, 1000)
RICH_SECTION = typed("rich_text_section", {"elements": array(SPAN, 1000, 0)})
RICH_TEXT = array(
    kind(
        dict(
            [
                RICH_SECTION,
                typed("rich_text_quote", {"elements": SPANS}, {"border": whole(0, 1)}),
                typed("rich_text_preformatted", {"elements": SPANS}, {"border": whole(0, 1)}),
                typed(
                    "rich_text_list",
                    {
                        "style": choice("bullet", "ordered"),
                        "elements": array(kind(dict([RICH_SECTION])), 1000),
                    },
                    {"indent": whole(0, 8), "offset": whole(0, 10_000), "border": whole(0, 1)},
                ),
            ]
        )
    ),
    1000,
)

# Blocks: https://docs.slack.dev/reference/block-kit/blocks

BLOCKS: dict[str, Check] = {}
SURFACES: dict[str, set[str]] = {}
EVERYWHERE = {"message", "modal", "home"}


def block(
    name: str,
    required: dict[str, Check],
    optional: dict[str, Check] | None = None,
    *rules: Check,
    surfaces: set[str] = EVERYWHERE,
) -> None:
    """Enter one block in the tables."""
    BLOCKS.update([typed(name, required, {"block_id": ID, **(optional or {})}, *rules)])
    SURFACES[name] = surfaces


def rectangular(value: Any, pointer: str) -> Iterator[str]:
    """Rule: every row of a data table is as long as its header, which holds no rich text."""
    rows = [row for row in value.get("rows") or [] if isinstance(row, list)]
    if len({len(row) for row in rows}) > 1:
        yield wrong("all rows must have the same number of cells", f"{pointer}/rows")
    if rows and any(isinstance(c, dict) and c.get("type") == "rich_text" for c in rows[0]):
        yield wrong("header cells must not be rich_text", f"{pointer}/rows/0")


def nested(name: str | None = None) -> Check:
    """Accept a block inside another: the named one, or any."""
    return lambda value, pointer: kind({name: BLOCKS[name]} if name else BLOCKS)(value, pointer)


MESSAGES = {"message"}
IMAGE = elements(["image"])
CELL = kind(
    dict(
        [
            typed("raw_text", {"text": string(12_000)}),
            typed("raw_number", {"text": string(100), "value": anything}),
            typed("rich_text", {"elements": RICH_TEXT}),
        ]
    )
)
COLUMN = record({}, {"align": choice("left", "center", "right"), "is_wrapped": boolean})
CARD = {
    "hero_image": IMAGE,
    "icon": IMAGE,
    "title": text(150),
    "subtitle": text(150),
    "body": text(200),
    "subtext": text(200),
    "actions": array(elements(["button"]), 3),
}

block(
    "section",
    {},
    {
        "text": text(3000),
        "fields": array(text(2000), 10),
        "accessory": elements(CHOOSERS | BUTTONS | {"image"}),
        "expand": boolean,
    },
    some_of("text", "fields"),
)
block("divider", {})
block("header", {"text": plain(150)})
block(
    "context",
    {
        "elements": array(
            kind({"image": ELEMENTS["image"], "plain_text": plain(3000), "mrkdwn": mrkdwn(3000)}),
            10,
        )
    },
)
block("actions", {"elements": array(elements(CHOOSERS | BUTTONS | {"datetimepicker"}), 25)})
block(
    "context_actions",
    {"elements": array(elements(["feedback_buttons", "icon_button"]), 5)},
    surfaces=MESSAGES,
)
block(
    "image",
    {"alt_text": string(2000)},
    {**IMAGE_SOURCE, "title": plain(2000)},
    one_of(*IMAGE_SOURCE),
)
block(
    "input",
    {"label": plain(2000), "element": elements(CHOOSERS | TYPED | {"datetimepicker"})},
    {"hint": plain(2000), "optional": boolean, "dispatch_action": boolean},
)
block("markdown", {"text": string(12_000)}, surfaces=MESSAGES)
block("rich_text", {"elements": RICH_TEXT})
block(
    "video",
    {
        "alt_text": string(2000),
        "title": plain(199),
        "video_url": string(3000, pattern=r"https://\S+"),
        "thumbnail_url": url(),
    },
    {
        "title_url": string(3000, pattern=r"https://\S+"),
        "description": plain(200),
        "provider_icon_url": url(),
        "provider_name": string(100),
        "author_name": string(49),
    },
)
block(
    "table",
    {"rows": array(array(CELL, 20), 100)},
    {"column_settings": array(COLUMN, 20)},
    surfaces=MESSAGES,
)
block(
    "data_table",
    {"rows": array(array(CELL, 20), 101, 2), "caption": string(3000)},
    {"page_size": whole(1, 100), "row_header_column_index": whole(0, 19)},
    rectangular,
    surfaces=MESSAGES,
)
block("card", {}, CARD, some_of("hero_image", "title", "actions", "body"))
block(
    "carousel",
    {"elements": array(kind({"card": BLOCKS["card"]}), 10)},
    surfaces={"message", "home"},
)
block(
    "alert",
    {"text": text(200)},
    {"level": choice("default", "info", "warning", "error", "success")},
    surfaces={"modal"},
)
block(
    "container",
    {"child_blocks": array(nested(), 10)},
    {
        "title": plain(150),
        "rich_text_title": nested("rich_text"),
        "subtitle": text(150),
        "width": choice("narrow", "standard", "wide", "full"),
        "icon": IMAGE,
        "is_collapsible": boolean,
        "default_collapsed": boolean,
        "has_header_divider": boolean,
    },
    some_of("title", "rich_text_title"),
    surfaces={"message", "home"},
)
block(
    "task_card",
    {
        "task_id": string(255),
        "title": string(3000),
        "status": choice("pending", "in_progress", "complete", "error"),
    },
    {"details": nested("rich_text"), "output": nested("rich_text"), "sources": anything},
    surfaces=MESSAGES,
)
block(
    "plan",
    {"title": string(3000)},
    {"tasks": array(kind({"task_card": BLOCKS["task_card"]}), 50)},
    surfaces=MESSAGES,
)
