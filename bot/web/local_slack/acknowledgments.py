"""What Slack refuses in an acknowledgment, and in what is sent to a response_url."""

from __future__ import annotations

from typing import Any

from .elements import OPTION, OPTION_GROUP
from .schema import Check, Json, anything, array, boolean, choice, one_of, record, string, wrong
from .validate import MARKDOWN_LIMIT, TEXT_LIMIT, Problem, Uniqueness, check_message, check_view

_REPLY: dict[str, Check] = {
    "text": string(TEXT_LIMIT, 0),
    "blocks": anything,
    "attachments": anything,
    "markdown_text": string(MARKDOWN_LIMIT),
    "response_type": choice("ephemeral", "in_channel"),
    "replace_original": boolean,
    "delete_original": boolean,
    "thread_ts": string(32),
    "unfurl_links": boolean,
    "unfurl_media": boolean,
    "mrkdwn": boolean,
    "metadata": anything,
}
_OPTIONS = record(
    {},
    {"options": array(OPTION, 100, 0), "option_groups": array(OPTION_GROUP, 100, 0)},
    one_of("options", "option_groups"),
)
_SUBMISSION: dict[str, Check] = {
    "errors": record({"response_action": choice("errors"), "errors": anything}),
    "update": record({"response_action": choice("update"), "view": anything}),
    "push": record({"response_action": choice("push"), "view": anything}),
    "clear": record({"response_action": choice("clear")}),
}


def check_reply(body: Any, unique: Uniqueness = "block") -> Problem | None:
    """Judge what is sent to a response_url or in the acknowledgment of a slash command.

    https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
    """
    reply = {"text": body} if isinstance(body, str) else body
    if found := list(record({}, _REPLY)(reply, "")):
        return Problem("invalid_arguments", tuple(found))
    if reply.get("delete_original") and not {"text", "blocks"} & reply.keys():
        return None
    return check_message(reply, unique)


def check_options(body: Any) -> Problem | None:
    """Judge the answer to a block_suggestion.

    https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#external_select
    """
    found = list(_OPTIONS(body, ""))
    return Problem("invalid_options", tuple(found)) if found else None


def check_submission(body: Any, view: Json, unique: Uniqueness = "block") -> Problem | None:
    """Judge the answer to a view_submission.

    https://docs.slack.dev/surfaces/modals#updating_response
    """
    if body in (None, "", {}):
        return None
    action = body.get("response_action") if isinstance(body, dict) else None
    if not isinstance(action, str) or action not in _SUBMISSION:
        return Problem("invalid_view_response", (wrong("unknown response_action", ""),))
    if found := list(_SUBMISSION[action](body, "")):
        return Problem("invalid_view_response", tuple(found))
    if action in ("update", "push"):
        return check_view(body["view"], "modal", unique)
    if action == "errors":
        inputs = {block.get("block_id") for block in view["blocks"] if block["type"] == "input"}
        errors = body["errors"] if isinstance(body["errors"], dict) else {}
        strange = [
            wrong("is not the block_id of an input with a message", f"/errors/{key}")
            for key, line in errors.items()
            if key not in inputs or not isinstance(line, str) or not line
        ]
        if strange or not errors:
            return Problem("invalid_view_response", tuple(strange) or ("no errors given",))
    return None
