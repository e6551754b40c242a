"""The arguments of the Web API: their names, their shapes and who may call what.

From the pages under https://docs.slack.dev/reference/methods. An argument that a method does not
know is refused, so that a slip of the pen does not pass.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from ..schema import Check, Json, anything, array, choice, mapping, record, string, url, wrong
from ..validate import Problem, RefusedError

if TYPE_CHECKING:
    from ..server import LocalSlack

Caller = Literal["bot", "app"]
Answer = Callable[["LocalSlack", Json], Json]

# slack_sdk sends these along with every call.
_USUAL = {"token", "team_id"}
_FLAG = choice("0", "1", "true", "false")
_ID = string(64)
_TS = string(17, pattern=r"\d{10}\.\d{6}")
_WORDS = string(3000)
_JSON = {
    "blocks",
    "attachments",
    "view",
    "prompts",
    "outputs",
    "metadata",
    "loading_messages",
    "unfurls",
}
_PROMPT = record({"title": _WORDS, "message": _WORDS})


def _flag(value: Any, pointer: str) -> Any:
    return () if isinstance(value, bool) else _FLAG(value, pointer)


ARGUMENTS: dict[str, Check] = {
    **dict.fromkeys(("text", "blocks", "attachments", "view", "markdown_text"), anything),
    **dict.fromkeys(("metadata", "unfurls", "outputs"), mapping),
    **dict.fromkeys(("channel", "channel_id", "user", "user_id", "view_id", "unfurl_id"), _ID),
    **dict.fromkeys(("ts", "thread_ts", "message_ts", "timestamp"), _TS),
    **dict.fromkeys(("function_execution_id", "trigger_id", "hash", "external_id"), _WORDS),
    **dict.fromkeys(("username", "icon_emoji", "parse", "container_id", "error"), _WORDS),
    **dict.fromkeys(("as_user", "mrkdwn", "link_names", "reply_broadcast", "return_im"), _flag),
    **dict.fromkeys(("unfurl_links", "unfurl_media"), _flag),
    **dict.fromkeys(("include_locale", "include_num_members"), _flag),
    "icon_url": url(),
    "limit": string(3, pattern=r"\d+"),
    "status": string(3000, 0),
    "title": _WORDS,
    "name": string(100, pattern=r"[a-z0-9_+\-:']+"),
    "users": _WORDS,
    "source": choice("composer", "conversations_history"),
    "prompts": array(_PROMPT, 4),
    "loading_messages": array(string(50), 10),
}


@dataclass(frozen=True)
class Method:
    """One method: its arguments, whose token it takes and how it answers."""

    required: frozenset[str]
    optional: frozenset[str]
    caller: Caller
    answer: Answer

    def read(self, raw: Json) -> Json:
        """Decode the JSON inside a form and refuse what does not belong."""
        params = {
            name: _decoded(name, value)
            for name, value in raw.items()
            if name not in _USUAL and value is not None
        }
        check = record(
            {name: ARGUMENTS[name] for name in sorted(self.required)},
            {name: ARGUMENTS[name] for name in self.optional},
        )
        if found := list(check(params, "")):
            raise RefusedError("invalid_arguments", *found)
        return params


def _decoded(name: str, value: Any) -> Any:
    if name not in _JSON or not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        error = "invalid_blocks_format" if name == "blocks" else "invalid_arguments"
        raise RefusedError(error, wrong("must provide valid JSON", f"/{name}")) from None


METHODS: dict[str, Method] = {}


def method(
    name: str, required: str = "", optional: str = "", caller: Caller = "bot"
) -> Callable[[Answer], Answer]:
    """Enter a method in the table."""

    def enter(answer: Answer) -> Answer:
        METHODS[name] = Method(
            frozenset(required.split()), frozenset(optional.split()), caller, answer
        )
        return answer

    return enter


def refuse(problem: Problem | None) -> None:
    """Refuse a call that has a problem.

    Raises:
        RefusedError: with the problem.

    """
    if problem:
        raise RefusedError(problem.error, *problem.messages)
