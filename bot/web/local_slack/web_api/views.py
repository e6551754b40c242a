"""Methods that open and change windows and the Home tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..schema import Json
from ..validate import RefusedError, check_view
from .arguments import method, refuse

if TYPE_CHECKING:
    from ..server import LocalSlack


@method("views.open", "trigger_id view")
def views_open(slack: LocalSlack, args: Json) -> Json:
    """https://docs.slack.dev/reference/methods/views.open."""
    refuse(check_view(args["view"], "modal", slack.unique_action_ids))
    slack.workspace.exchange(args["trigger_id"])
    return {"view": slack.workspace.open(args["view"])}


@method("views.push", "trigger_id view")
def views_push(slack: LocalSlack, args: Json) -> Json:
    """https://docs.slack.dev/reference/methods/views.push."""
    refuse(check_view(args["view"], "modal", slack.unique_action_ids))
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
    refuse(check_view(args["view"], old["type"], slack.unique_action_ids))
    if args.get("hash", old["hash"]) != old["hash"]:
        raise RefusedError("hash_conflict")
    return {"view": slack.workspace.replace(old, args["view"])}


@method("views.publish", "user_id view", "hash")
def views_publish(slack: LocalSlack, args: Json) -> Json:
    """https://docs.slack.dev/reference/methods/views.publish."""
    user = args["user_id"]
    if user not in slack.workspace.users:
        raise RefusedError("user_not_found")
    refuse(check_view(args["view"], "home", slack.unique_action_ids))
    old = slack.workspace.home(user)
    if old and args.get("hash", old["hash"]) != old["hash"]:
        raise RefusedError("hash_conflict")
    return {"view": slack.workspace.publish(user, args["view"])}
