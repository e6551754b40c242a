"""The methods of the Web API that a bot like ours calls; every other is `unknown_method`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .arguments import METHODS, method
from .schema import Json, wrong
from .validate import TEXT_ADVICE, Problem, RefusedError, check_blocks, check_message, check_view
from .workspace import BOT, BOT_USER, TEAM

if TYPE_CHECKING:
    from .server import LocalSlack

__all__ = ["METHODS"]
UPDATE_LIMIT = 4_000
_LOOK = "as_user icon_emoji icon_url username link_names parse"
_CONTENT = "text blocks attachments markdown_text"


def _message(slack: LocalSlack, args: Json) -> None:
    """Refuse a bad message, and note one that is longer than Slack recommends."""
    _raise(check_message(args, slack.unique_action_ids))
    if len(args.get("text") or "") > TEXT_ADVICE:
        slack.advice.append(f"text is longer than the {TEXT_ADVICE} characters Slack recommends")


def _raise(problem: Problem | None) -> None:
    if problem:
        raise RefusedError(problem.error, *problem.messages)


# Who and where


@method("auth.test")
def auth_test(_slack: LocalSlack, _args: Json) -> Json:
    """https://docs.slack.dev/reference/methods/auth.test."""
    return {
        "url": "https://city.slack.com/",
        "team": "City Hall",
        "user": "wwc-bot",
        "team_id": TEAM,
        "user_id": BOT_USER,
        "bot_id": BOT,
        "is_enterprise_install": False,
    }


@method("apps.connections.open", caller="app")
def apps_connections_open(slack: LocalSlack, _args: Json) -> Json:
    """https://docs.slack.dev/reference/methods/apps.connections.open."""
    return {"url": slack.socket.ticket_url()}


@method("users.info", "user", "include_locale")
def users_info(slack: LocalSlack, args: Json) -> Json:
    """https://docs.slack.dev/reference/methods/users.info."""
    user = args["user"]
    if user not in slack.workspace.users:
        raise RefusedError("user_not_found")
    name = slack.workspace.users[user]
    profile = {"real_name": name.title(), "display_name": name}
    return {
        "user": {
            "id": user,
            "team_id": TEAM,
            "name": name,
            "real_name": name.title(),
            "tz": "America/New_York",
            "is_bot": user == BOT_USER,
            "profile": profile,
        }
    }


@method("conversations.info", "channel", "include_locale include_num_members")
def conversations_info(slack: LocalSlack, args: Json) -> Json:
    """https://docs.slack.dev/reference/methods/conversations.info."""
    channel = args["channel"]
    if channel not in slack.workspace.channels:
        raise RefusedError("channel_not_found")
    direct = channel.startswith("D")
    return {
        "channel": {
            "id": channel,
            "name": slack.workspace.channels[channel],
            "is_channel": not direct,
            "is_im": direct,
            "is_member": channel not in slack.workspace.outside,
        }
    }


@method("conversations.open", "", "channel users return_im")
def conversations_open(slack: LocalSlack, args: Json) -> Json:
    """https://docs.slack.dev/reference/methods/conversations.open."""
    if "channel" in args:
        return {"channel": {"id": slack.workspace.channel(args["channel"])}}
    users = args.get("users", "").split(",")
    if any(user not in slack.workspace.users for user in users):
        raise RefusedError("user_not_found")
    return {"channel": {"id": slack.workspace.direct(users[0])}}


# Messages


@method(
    "chat.postMessage",
    "channel",
    f"{_CONTENT} {_LOOK} thread_ts reply_broadcast unfurl_links unfurl_media container_id mrkdwn "
    "metadata",
)
def chat_post_message(slack: LocalSlack, args: Json) -> Json:
    """https://docs.slack.dev/reference/methods/chat.postMessage."""
    channel = slack.workspace.channel(args["channel"])
    _message(slack, args)
    message = slack.workspace.post(channel, BOT_USER, args)
    return {"channel": channel, "ts": message["ts"], "message": message}


@method("chat.postEphemeral", "channel user", f"{_CONTENT} {_LOOK} thread_ts")
def chat_post_ephemeral(slack: LocalSlack, args: Json) -> Json:
    """https://docs.slack.dev/reference/methods/chat.postEphemeral."""
    channel = slack.workspace.channel(args["channel"])
    if args["user"] not in slack.workspace.users:
        raise RefusedError("user_not_in_channel")
    _message(slack, args)
    return {"message_ts": slack.workspace.whisper(channel, args["user"], args)["ts"]}


@method(
    "chat.update",
    "channel ts",
    f"{_CONTENT} as_user link_names parse reply_broadcast metadata",
)
def chat_update(slack: LocalSlack, args: Json) -> Json:
    """https://docs.slack.dev/reference/methods/chat.update: text of 4000 characters at most."""
    channel = slack.workspace.channel(args["channel"])
    message = slack.workspace.own(channel, args["ts"], "cant_update_message")
    _message(slack, args)
    if len(args.get("text") or "") > UPDATE_LIMIT:
        raise RefusedError("msg_too_long")
    slack.workspace.edit(message, args)
    return {"channel": channel, "ts": args["ts"], "text": message["text"], "message": message}


@method("chat.delete", "channel ts", "as_user")
def chat_delete(slack: LocalSlack, args: Json) -> Json:
    """https://docs.slack.dev/reference/methods/chat.delete."""
    channel = slack.workspace.channel(args["channel"])
    slack.workspace.own(channel, args["ts"], "cant_delete_message")
    del slack.workspace.messages[channel, args["ts"]]
    return {"channel": channel, "ts": args["ts"]}


@method("chat.getPermalink", "channel message_ts")
def chat_get_permalink(slack: LocalSlack, args: Json) -> Json:
    """https://docs.slack.dev/reference/methods/chat.getPermalink."""
    channel, ts = slack.workspace.channel(args["channel"]), args["message_ts"]
    if (channel, ts) not in slack.workspace.messages:
        raise RefusedError("message_not_found")
    path = f"{channel}/p{ts.replace('.', '')}"
    return {"channel": channel, "permalink": f"https://city.slack.com/archives/{path}"}


@method("chat.unfurl", "", "channel ts unfurl_id source unfurls metadata")
def chat_unfurl(_slack: LocalSlack, args: Json) -> Json:
    """https://docs.slack.dev/reference/methods/chat.unfurl."""
    if not ({"channel", "ts"} <= args.keys() or {"unfurl_id", "source"} <= args.keys()):
        raise RefusedError("invalid_arguments", wrong("needs channel and ts, or unfurl_id", ""))
    for link, unfurl in (args.get("unfurls") or {}).items():
        pointer = f"/unfurls/{link}/blocks"
        blocks = unfurl.get("blocks", []) if isinstance(unfurl, dict) else None
        if found := check_blocks(blocks, "message", pointer):
            raise RefusedError("cannot_parse_attachment", *found)
    return {}


@method("reactions.add", "channel name timestamp")
def reactions_add(slack: LocalSlack, args: Json) -> Json:
    """https://docs.slack.dev/reference/methods/reactions.add."""
    reaction = _reaction(slack, args)
    if reaction in slack.workspace.reactions:
        raise RefusedError("already_reacted")
    slack.workspace.reactions.add(reaction)
    return {}


@method("reactions.remove", "channel name timestamp")
def reactions_remove(slack: LocalSlack, args: Json) -> Json:
    """https://docs.slack.dev/reference/methods/reactions.remove."""
    reaction = _reaction(slack, args)
    if reaction not in slack.workspace.reactions:
        raise RefusedError("no_reaction")
    slack.workspace.reactions.remove(reaction)
    return {}


def _reaction(slack: LocalSlack, args: Json) -> tuple[str, str, str]:
    channel = slack.workspace.channel(args["channel"])
    if (channel, args["timestamp"]) not in slack.workspace.messages:
        raise RefusedError("message_not_found")
    return channel, args["timestamp"], args["name"]


# Windows


@method("views.open", "trigger_id view")
def views_open(slack: LocalSlack, args: Json) -> Json:
    """https://docs.slack.dev/reference/methods/views.open."""
    _raise(check_view(args["view"], "modal", slack.unique_action_ids))
    slack.workspace.exchange(args["trigger_id"])
    return {"view": slack.workspace.open(args["view"])}


@method("views.push", "trigger_id view")
def views_push(slack: LocalSlack, args: Json) -> Json:
    """https://docs.slack.dev/reference/methods/views.push."""
    _raise(check_view(args["view"], "modal", slack.unique_action_ids))
    parent = slack.workspace.views.get(slack.workspace.exchange(args["trigger_id"]).view_id)
    if parent is None:
        raise RefusedError("not_found")
    return {"view": slack.workspace.open(args["view"], parent)}


@method("views.update", "view", "view_id external_id hash")
def views_update(slack: LocalSlack, args: Json) -> Json:
    """https://docs.slack.dev/reference/methods/views.update."""
    views = slack.workspace.views.values()
    name, value = ("view_id", "id") if "view_id" in args else ("external_id", "external_id")
    old = next((each for each in views if each[value] == args.get(name)), None)
    if old is None:
        raise RefusedError("not_found")
    _raise(check_view(args["view"], old["type"], slack.unique_action_ids))
    if args.get("hash", old["hash"]) != old["hash"]:
        raise RefusedError("hash_conflict")
    return {"view": slack.workspace.replace(old, args["view"])}


@method("views.publish", "user_id view", "hash")
def views_publish(slack: LocalSlack, args: Json) -> Json:
    """https://docs.slack.dev/reference/methods/views.publish."""
    user = args["user_id"]
    if user not in slack.workspace.users:
        raise RefusedError("user_not_found")
    _raise(check_view(args["view"], "home", slack.unique_action_ids))
    old = slack.workspace.home(user)
    if old and args.get("hash", old["hash"]) != old["hash"]:
        raise RefusedError("hash_conflict")
    return {"view": slack.workspace.publish(user, args["view"])}


# Agents and workflow steps


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
