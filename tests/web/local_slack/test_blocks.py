"""The rules of Block Kit: which blocks pass and which are refused."""

from __future__ import annotations

import pytest

from bot.web.local_slack.schema import Json
from bot.web.local_slack.validate import (
    Surface,
    check_blocks,
)
from tests.web.local_slack.samples import (
    CONFIRM,
    PICTURE,
    TYPE_AHEAD,
    actions,
    button,
    entry,
    feedback,
    foot,
    mrkdwn,
    option,
    section,
    select,
    table,
    words,
)

GOOD: dict[str, tuple[Surface, Json]] = {
    "section": ("message", section("x" * 3000, fields=[mrkdwn("x" * 2000)] * 10)),
    "section with button": ("home", section(accessory=button("x" * 75, value="x" * 2000))),
    "header": ("message", {"type": "header", "text": words("x" * 150)}),
    "context": ("modal", {"type": "context", "elements": [mrkdwn("a"), words("b"), PICTURE]}),
    "actions": ("message", actions(*(button(action_id=f"a{i}") for i in range(25)))),
    "confirm": ("message", actions(button(confirm=CONFIRM, style="danger"))),
    "link button": ("message", actions(button(url="https://example.org/x"))),
    "feedback": ("message", foot(feedback())),
    "trash": ("message", foot({"type": "icon_button", "icon": "trash", "text": words("Delete")})),
    "select": ("message", actions(select(*[option()] * 100, placeholder=words("Pick")))),
    "groups": (
        "modal",
        actions(
            {
                "type": "static_select",
                "action_id": "pick",
                "option_groups": [{"label": words("2018"), "options": [option()]}],
                "initial_option": option(),
            }
        ),
    ),
    "type-ahead": ("home", section(accessory=TYPE_AHEAD)),
    "input": ("modal", entry(TYPE_AHEAD, hint=words("Type"), optional=True)),
    "overflow of one": ("message", section(accessory={"type": "overflow", "options": [option()]})),
    "checkboxes": (
        "modal",
        entry(
            {
                "type": "checkboxes",
                "action_id": "c",
                "options": [{"text": mrkdwn("*a*"), "value": "a"}],
            }
        ),
    ),
    "markdown": ("message", {"type": "markdown", "text": "# " + "x" * 11_000}),
    "image": ("home", {**PICTURE, "title": words("Map")}),
    "divider": ("home", {"type": "divider"}),
    "alert": ("modal", {"type": "alert", "text": words("Retired"), "level": "warning"}),
    "card": ("message", {"type": "card", "title": mrkdwn("OD1"), "actions": [button()]}),
    "container": (
        "message",
        {"type": "container", "title": words("OD"), "child_blocks": [section()]},
    ),
    "table": ("message", table(100, 20)),
    "rich text": (
        "message",
        {
            "type": "rich_text",
            "elements": [
                {
                    "type": "rich_text_section",
                    "elements": [{"type": "text", "text": "a", "style": {"bold": True}}],
                }
            ],
        },
    ),
}

BAD: dict[str, tuple[Surface, Json, str]] = {
    "no type": ("message", {"text": words("a")}, "an object with a type"),
    "unknown block": ("message", {"type": "paragraph"}, "unsupported type: paragraph"),
    "unknown key": ("message", section(colour="red"), "invalid additional property: colour"),
    "empty text": ("message", section(""), "must be more than 0 characters"),
    "long text": ("message", section("x" * 3001), "must be less than 3001 characters"),
    "section of nothing": ("message", {"type": "section"}, "one of text, fields"),
    "11 fields": ("message", section(fields=[words("a")] * 11), "no more than 10 items allowed"),
    "long field": ("message", section(fields=[words("x" * 2001)]), "less than 2001"),
    "text as string": ("message", {"type": "section", "text": "a"}, "an object with a type"),
    "mrkdwn header": ("message", {"type": "header", "text": mrkdwn("a")}, "valid enum value"),
    "long header": ("message", {"type": "header", "text": words("x" * 151)}, "less than 151"),
    "11 in context": ("message", {"type": "context", "elements": [words("a")] * 11}, "than 10"),
    "button in context": ("message", {"type": "context", "elements": [button()]}, "type: button"),
    "26 actions": ("message", actions(*[button()] * 26), "no more than 25 items allowed"),
    "no actions": ("message", actions(), "no less than 1 items allowed"),
    "mrkdwn button": ("message", actions({**button(), "text": mrkdwn("a")}), "valid enum value"),
    "long button": ("message", actions(button("x" * 76)), "less than 76"),
    "long value": ("message", actions(button(value="x" * 2001)), "less than 2001"),
    "long url": ("message", actions(button(url="https://e.org/" + "x" * 3000)), "less than 3001"),
    "odd url": ("message", actions(button(url="javascript:x")), "match required pattern"),
    "odd style": ("message", actions(button(style="green")), "valid enum value"),
    "long label": ("message", actions(button(accessibility_label="x" * 76)), "less than 76"),
    "long action_id": ("message", actions(button(action_id="x" * 256)), "less than 256"),
    "twin actions": ("message", actions(button(), button()), "action_id already exists: press"),
    "confirm without deny": (
        "message",
        actions(button(confirm={k: v for k, v in CONFIRM.items() if k != "deny"})),
        "missing required field: deny",
    ),
    "6 in the foot": ("message", foot(*[feedback()] * 6), "no more than 5 items allowed"),
    "button in the foot": ("message", foot(button()), "unsupported type: button"),
    "foot in a window": ("modal", foot(feedback()), "unsupported type: context_actions in a modal"),
    "101 options": ("message", actions(select(*[option()] * 101)), "no more than 100 items"),
    "no options": ("message", actions(select()), "no less than 1 items allowed"),
    "long option": ("message", actions(select(option("x" * 76))), "less than 76"),
    "long option value": ("message", actions(select(option(value="x" * 151))), "less than 151"),
    "long description": (
        "message",
        actions(select(option(description=words("x" * 76)))),
        "less than 76",
    ),
    "url in a select": (
        "message",
        actions(select(option(url="https://example.org"))),
        "invalid additional property: url",
    ),
    "strange start": (
        "message",
        actions(select(option(), initial_option=option(value="other"))),
        "must exactly match one of the options",
    ),
    "long placeholder": ("message", actions(select(option(), placeholder=words("x" * 151))), "151"),
    "6 in overflow": (
        "message",
        section(accessory={"type": "overflow", "options": [option()] * 6}),
        "no more than 5 items allowed",
    ),
    "input in actions": ("modal", actions({"type": "plain_text_input"}), "plain_text_input"),
    "long input label": ("modal", entry(label=words("x" * 2001)), "less than 2001"),
    "button as input": ("modal", entry(button()), "unsupported type: button"),
    "email on a home": ("home", entry({"type": "email_text_input"}), "email_text_input in a home"),
    "image without words": ("message", {**PICTURE, "alt_text": ""}, "more than 0 characters"),
    "alert in a message": ("message", {"type": "alert", "text": words("a")}, "alert in a message"),
    "markdown in a window": ("modal", {"type": "markdown", "text": "a"}, "markdown in a modal"),
    "long markdown": ("message", {"type": "markdown", "text": "x" * 12_001}, "less than 12001"),
    "101 rows": ("message", table(101), "no more than 100 items allowed"),
    "21 columns": ("message", table(1, 21), "no more than 20 items allowed"),
    "long block_id": ("message", section(block_id="x" * 256), "less than 256"),
}


BAD_TOGETHER: dict[str, tuple[Surface, list[Json], str]] = {
    "51 blocks": ("message", [{"type": "divider"}] * 51, "no more than 50 items allowed"),
    "101 blocks": ("home", [{"type": "divider"}] * 101, "no more than 100 items allowed"),
    "twin blocks": ("message", [section(block_id="b")] * 2, "block_id already exists: b"),
    "two tables": ("message", [table(), table()], "only_one_table_allowed"),
    "much markdown": (
        "message",
        [{"type": "markdown", "text": "x" * 7_000}] * 2,
        "less than 12001",
    ),
    "two in focus": (
        "modal",
        [
            entry({"type": "plain_text_input", "action_id": a, "focus_on_load": True})
            for a in ("a", "b")
        ],
        "focus_on_load can be true for one element only",
    ),
}


@pytest.mark.parametrize("case", GOOD)
def test_good_blocks_pass(case: str) -> None:
    """Blocks at their limits pass on the surfaces where they belong."""
    surface, block = GOOD[case]
    assert check_blocks([block], surface) == []


@pytest.mark.parametrize("case", BAD)
def test_bad_blocks_are_refused(case: str) -> None:
    """A block that breaks one rule is refused in words that name the rule and the place."""
    surface, block, words_of_slack = BAD[case]
    found = check_blocks([block], surface)
    assert any(words_of_slack in line and "json-pointer:/blocks" in line for line in found), found


@pytest.mark.parametrize("case", BAD_TOGETHER)
def test_good_blocks_can_be_bad_together(case: str) -> None:
    """Blocks that pass alone are refused where there are too many or they claim the same id."""
    surface, blocks, words_of_slack = BAD_TOGETHER[case]
    assert any(words_of_slack in line for line in check_blocks(blocks, surface))


def test_action_ids_may_return_in_another_block_unless_told_otherwise() -> None:
    """Slack wants an action_id once in a block; the stricter rule wants it once in a surface."""
    blocks = [actions(button()), actions(button())]
    assert check_blocks(blocks, "message") == []
    assert "already exists" in check_blocks(blocks, "message", unique="surface")[0]
