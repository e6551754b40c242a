"""Methods of agents and of workflow steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..schema import Json, wrong
from ..validate import RefusedError
from .arguments import method

if TYPE_CHECKING:
    from ..server import LocalSlack


@method("assistant.threads.setSuggestedPrompts", "channel_id prompts", "thread_ts title")
def set_suggested_prompts(slack: LocalSlack, args: Json) -> Json:
    """https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts: up to four.

    In an agent app (not the legacy assistant) a `thread_ts` makes the call "silently fail", which
    is noted as advice.
    """
    slack.workspace.channel(args["channel_id"])
    if "thread_ts" in args:
        slack.advice.append("thread_ts makes setSuggestedPrompts fail silently in an agent app")
    return {}


@method(
    "assistant.threads.setStatus",
    "channel_id thread_ts status",
    "loading_messages icon_emoji icon_url username",
)
def set_status(slack: LocalSlack, args: Json) -> Json:
    """https://docs.slack.dev/reference/methods/assistant.threads.setStatus."""
    slack.workspace.channel(args["channel_id"])
    return {}


@method("functions.completeSuccess", "function_execution_id outputs")
def functions_complete_success(slack: LocalSlack, args: Json) -> Json:
    """https://docs.slack.dev/reference/methods/functions.completeSuccess."""
    execution = _running(slack, args)
    outputs = args["outputs"]
    missing = [name for name in execution["outputs"] if name not in outputs]
    strange = [name for name in outputs if name not in execution["outputs"]]
    if missing or strange:
        lines = [wrong(f"missing required field: {name}", "/outputs") for name in missing]
        lines += [wrong(f"invalid additional property: {name}", "/outputs") for name in strange]
        raise RefusedError("parameter_validation_failed", *lines)
    execution["state"] = "completed"
    return {}


@method("functions.completeError", "function_execution_id error")
def functions_complete_error(slack: LocalSlack, args: Json) -> Json:
    """https://docs.slack.dev/reference/methods/functions.completeError."""
    _running(slack, args)["state"] = "failed"
    return {}


def _running(slack: LocalSlack, args: Json) -> Json:
    execution = slack.workspace.executions.get(args["function_execution_id"])
    if execution is None:
        raise RefusedError("function_execution_not_found")
    if execution["state"] != "running":
        raise RefusedError("execution_not_in_running_state")
    return execution
