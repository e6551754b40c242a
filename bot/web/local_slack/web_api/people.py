"""Methods about the bot itself, people and conversations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..schema import Json
from ..validate import RefusedError
from ..workspace import BOT, BOT_USER, TEAM
from .arguments import method

if TYPE_CHECKING:
    from ..server import LocalSlack


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


@method(
    "conversations.history",
    "channel",
    "limit cursor latest oldest inclusive include_all_metadata",
)
def conversations_history(slack: LocalSlack, args: Json) -> Json:
    """https://docs.slack.dev/reference/methods/conversations.history: the newest first."""
    channel = slack.workspace.channel(args["channel"])
    said = [one for (place, _), one in slack.workspace.messages.items() if place == channel]
    limit = int(args.get("limit", 100))
    return {"messages": said[::-1][:limit], "has_more": len(said) > limit}


@method("conversations.open", "", "channel users return_im")
def conversations_open(slack: LocalSlack, args: Json) -> Json:
    """https://docs.slack.dev/reference/methods/conversations.open."""
    if "channel" in args:
        return {"channel": {"id": slack.workspace.channel(args["channel"])}}
    users = args.get("users", "").split(",")
    if any(user not in slack.workspace.users for user in users):
        raise RefusedError("user_not_found")
    return {"channel": {"id": slack.workspace.direct(users[0])}}
