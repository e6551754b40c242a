"""Composition objects and block elements as tables: their keys and how long they may be.

Rules from https://docs.slack.dev/reference/block-kit/composition-objects and
https://docs.slack.dev/reference/block-kit/block-elements.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

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

# Composition objects: https://docs.slack.dev/reference/block-kit/composition-objects


def plain(maximum: int) -> Check:
    """Accept a plain_text object; mrkdwn is refused."""
    return typed("plain_text", {"text": string(maximum)}, {"emoji": boolean})[1]


def mrkdwn(maximum: int) -> Check:
    """Accept a mrkdwn object."""
    return typed("mrkdwn", {"text": string(maximum)}, {"verbatim": boolean})[1]


def text(maximum: int) -> Check:
    """Accept a text object of either sort."""
    return kind({"plain_text": plain(maximum), "mrkdwn": mrkdwn(maximum)})


STYLE = choice("primary", "danger")
CONFIRM = record(
    {"title": plain(100), "text": text(300), "confirm": plain(30), "deny": plain(30)},
    {"style": STYLE},
)
OPTION = record({"text": plain(75), "value": string(150)}, {"description": plain(75)})
OVERFLOW_OPTION = record(
    {"text": plain(75), "value": string(150)}, {"description": plain(75), "url": url()}
)
RICH_OPTION = record({"text": text(75), "value": string(150)}, {"description": text(75)})
OPTIONS = array(OPTION, 100)
OPTION_GROUP = record({"label": plain(75), "options": OPTIONS})
OPTION_GROUPS = array(OPTION_GROUP, 100)
SLACK_FILE = record({}, {"id": string(255), "url": url()}, one_of("id", "url"))
IMAGE_SOURCE = {"image_url": url(), "slack_file": SLACK_FILE}
DISPATCH = record(
    {"trigger_actions_on": array(choice("on_enter_pressed", "on_character_entered"), 2)}
)
FILTER = record(
    {},
    {
        "include": array(choice("im", "mpim", "private", "public"), 4),
        "exclude_bot_users": boolean,
        "exclude_external_shared_channels": boolean,
    },
    some_of("include", "exclude_bot_users", "exclude_external_shared_channels"),
)

# Elements: https://docs.slack.dev/reference/block-kit/block-elements

ID = string(255)
USERS = array(string(32), 10)
ASK = {"action_id": ID, "confirm": CONFIRM, "focus_on_load": boolean}
PICK = {**ASK, "placeholder": plain(150)}
TYPE_IN = {
    "action_id": ID,
    "placeholder": plain(150),
    "focus_on_load": boolean,
    "dispatch_action_config": DISPATCH,
}


def initial_among_options(value: Any, pointer: str) -> Iterator[str]:
    """Rule: what is chosen at the start is exactly one of the options."""
    listed = list(value.get("options") or [])
    listed += [each for group in value.get("option_groups") or [] for each in group["options"]]
    chosen = list(value.get("initial_options") or [])
    chosen += [value["initial_option"]] if "initial_option" in value else []
    if any(each not in listed for each in chosen):
        yield wrong("initial option must exactly match one of the options", pointer)


def selects(name: str, plural: str) -> list[tuple[str, Check]]:
    """Name the single and the multiple select of a list that Slack fills itself."""
    extra = {"conversations": {"default_to_current_conversation": boolean, "filter": FILTER}}
    more = extra.get(plural, {})
    answer = {} if plural == "users" else {"response_url_enabled": boolean}
    return [
        typed(f"{plural}_select", {}, {**PICK, **more, **answer, f"initial_{name}": string(32)}),
        typed(
            f"multi_{plural}_select",
            {},
            {
                **PICK,
                **more,
                f"initial_{plural}": array(string(32), 100),
                "max_selected_items": whole(1, 1000),
            },
        ),
    ]


FEEDBACK = record({"text": plain(75), "value": string(2000)}, {"accessibility_label": string(75)})
ELEMENTS: dict[str, Check] = dict(
    [
        typed(
            "button",
            {"text": plain(75)},
            {
                "action_id": ID,
                "value": string(2000),
                "url": url(),
                "style": STYLE,
                "confirm": CONFIRM,
                "accessibility_label": string(75),
                "agent_prompt": string(4000),
                "agent_prompt_display": string(75),
                "visible_to_user_ids": USERS,
            },
        ),
        typed(
            "feedback_buttons",
            {"positive_button": FEEDBACK, "negative_button": FEEDBACK},
            {"action_id": ID},
        ),
        typed(
            "icon_button",
            {"icon": string(75), "text": plain(75)},
            {
                "action_id": ID,
                "value": string(2000),
                "confirm": CONFIRM,
                "accessibility_label": string(75),
                "visible_to_user_ids": USERS,
            },
        ),
        typed(
            "workflow_button",
            {"text": plain(75), "workflow": record({"trigger": anything})},
            {"action_id": ID, "style": STYLE, "accessibility_label": string(75)},
        ),
        # One option is enough: https://github.com/slackapi/python-slack-sdk/pull/1219
        typed(
            "overflow",
            {"options": array(OVERFLOW_OPTION, 5)},
            {"action_id": ID, "confirm": CONFIRM},
        ),
        typed("image", {"alt_text": string(2000)}, IMAGE_SOURCE, one_of(*IMAGE_SOURCE)),
        typed(
            "static_select",
            {},
            {
                **PICK,
                "options": OPTIONS,
                "option_groups": OPTION_GROUPS,
                "initial_option": OPTION,
            },
            one_of("options", "option_groups"),
            initial_among_options,
        ),
        typed(
            "multi_static_select",
            {},
            {
                **PICK,
                "options": OPTIONS,
                "option_groups": OPTION_GROUPS,
                "initial_options": OPTIONS,
                "max_selected_items": whole(1, 100),
            },
            one_of("options", "option_groups"),
            initial_among_options,
        ),
        typed(
            "external_select",
            {},
            {**PICK, "min_query_length": whole(0, 3000), "initial_option": OPTION},
        ),
        typed(
            "multi_external_select",
            {},
            {
                **PICK,
                "min_query_length": whole(0, 3000),
                "initial_options": OPTIONS,
                "max_selected_items": whole(1, 100),
            },
        ),
        *selects("user", "users"),
        *selects("conversation", "conversations"),
        *selects("channel", "channels"),
        typed(
            "checkboxes",
            {"options": array(RICH_OPTION, 10)},
            {**ASK, "initial_options": array(RICH_OPTION, 10)},
            initial_among_options,
        ),
        typed(
            "radio_buttons",
            {"options": array(RICH_OPTION, 10)},
            {**ASK, "initial_option": RICH_OPTION},
            initial_among_options,
        ),
        typed("datepicker", {}, {**PICK, "initial_date": string(10, pattern=r"\d{4}-\d\d-\d\d")}),
        typed(
            "timepicker",
            {},
            {**PICK, "initial_time": string(5, pattern=r"\d\d:\d\d"), "timezone": string(100)},
        ),
        typed("datetimepicker", {}, {**ASK, "initial_date_time": whole(0, 9_999_999_999)}),
        typed(
            "plain_text_input",
            {},
            {
                **TYPE_IN,
                "initial_value": string(3000, 0),
                "multiline": boolean,
                "min_length": whole(0, 3000),
                "max_length": whole(1, 3000),
            },
        ),
        typed("email_text_input", {}, {**TYPE_IN, "initial_value": string(3000)}),
        typed("url_text_input", {}, {**TYPE_IN, "initial_value": string(3000)}),
        typed(
            "number_input",
            {"is_decimal_allowed": boolean},
            {
                **TYPE_IN,
                "initial_value": string(64),
                "min_value": string(64),
                "max_value": string(64),
            },
        ),
        typed("rich_text_input", {}, {**TYPE_IN, "initial_value": anything}),
        typed(
            "file_input",
            {},
            {"action_id": ID, "filetypes": array(string(32), 100), "max_files": whole(1, 10)},
        ),
    ]
)
SELECTS = {name for name in ELEMENTS if name.endswith("_select")}
CHOOSERS = SELECTS | {"checkboxes", "radio_buttons", "datepicker", "timepicker"}
BUTTONS = {"button", "overflow", "workflow_button"}
TYPED = {name for name in ELEMENTS if name.endswith("_input")}
ELEMENT_SURFACES = {
    "file_input": {"modal"},
    "email_text_input": {"modal"},
    "number_input": {"modal"},
    "url_text_input": {"modal"},
    "datetimepicker": {"message", "modal"},
    "rich_text_input": {"modal", "home"},
    "workflow_button": {"message"},
}


def elements(names: Iterable[str]) -> Check:
    """Accept one of the named elements."""
    return kind({name: ELEMENTS[name] for name in names})
