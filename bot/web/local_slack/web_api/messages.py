"""Methods that post, change and delete messages, and react to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..schema import Json, wrong
from ..validate import TEXT_ADVICE, RefusedError, check_blocks, check_message
from ..workspace import BOT_USER
from .arguments import method, refuse

if TYPE_CHECKING:
    from ..server import LocalSlack

UPDATE_LIMIT = 4_000
_LOOK = "as_user icon_emoji icon_url username link_names parse"
_CONTENT = "text blocks attachments markdown_text"


def _message(slack: LocalSlack, args: Json) -> None:
    """Refuse a bad message, and note one that is longer than Slack recommends."""
    refuse(check_message(args, slack.unique_action_ids))
    if len(args.get("text") or "") > TEXT_ADVICE:
        slack.advice.append(f"text is longer than the {TEXT_ADVICE} characters Slack recommends")


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
