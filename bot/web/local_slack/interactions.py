"""Payloads of what people do: commands, shortcuts, clicks, windows and type-ahead.

Shapes from https://docs.slack.dev/interactivity/implementing-slash-commands and
https://docs.slack.dev/reference/interaction-payloads. A click is built from the message or window
that the bot really sent, so a button that is not there cannot be pressed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .builder import Builder
from .schema import Json
from .validate import elements_of
from .workspace import ALICE, APP, GENERAL, TEAM

_STATE_KEYS = {
    "plain_text_input": "value",
    "email_text_input": "value",
    "url_text_input": "value",
    "number_input": "value",
    "static_select": "selected_option",
    "external_select": "selected_option",
    "radio_buttons": "selected_option",
    "overflow": "selected_option",
    "multi_static_select": "selected_options",
    "multi_external_select": "selected_options",
    "checkboxes": "selected_options",
    "users_select": "selected_user",
    "conversations_select": "selected_conversation",
    "channels_select": "selected_channel",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
}


class Interactions(Builder):
    """Builds what people do with keyboard and mouse."""

    def _person(self, user: str) -> Json:
        name = self._place.users.setdefault(user, user.lower())
        return {"id": user, "username": name, "name": name, "team_id": TEAM}

    def _head(self, kind: str, user: str) -> Json:
        return {
            "type": kind,
            "team": {"id": TEAM, "domain": "city"},
            "user": self._person(user),
            "api_app_id": APP,
            "token": "verification-token",
            "enterprise": None,
            "is_enterprise_install": False,
        }

    def _response_url(self, channel: str, user: str, ts: str = "") -> str:
        return self._slack.url + self._place.response_path(channel, user, ts)

    def command(
        self, command: str, text: str = "", *, user: str = ALICE, channel: str = GENERAL
    ) -> dict[str, str]:
        """Someone types a slash command; every field is text, as in a form."""
        self._place.channels.setdefault(channel, channel.lower())
        return {
            "token": "verification-token",
            "team_id": TEAM,
            "team_domain": "city",
            "channel_id": channel,
            "channel_name": self._place.channels[channel],
            "user_id": user,
            "user_name": self._person(user)["name"],
            "command": command,
            "text": text,
            "api_app_id": APP,
            "is_enterprise_install": "false",
            "response_url": self._response_url(channel, user),
            "trigger_id": self._place.trigger(),
        }

    def global_shortcut(self, callback_id: str = "search_criteria", *, user: str = ALICE) -> Json:
        """Someone picks a global shortcut; it has neither a channel nor a response_url."""
        return {
            **self._head("shortcut", user),
            "action_ts": self._place.ts(),
            "callback_id": callback_id,
            "trigger_id": self._place.trigger(),
        }

    def message_shortcut(
        self, message: Json, callback_id: str = "match_message", *, user: str = ALICE
    ) -> Json:
        """Someone picks a shortcut of a message; `message` is the payload of its event."""
        event = message["event"]
        channel = event["channel"]
        left_out = ("channel", "channel_type", "event_ts")
        return {
            **self._head("message_action", user),
            "action_ts": self._place.ts(),
            "callback_id": callback_id,
            "trigger_id": self._place.trigger(),
            "response_url": self._response_url(channel, user),
            "channel": {"id": channel, "name": self._place.channels[channel]},
            "message_ts": event["ts"],
            "message": {k: v for k, v in event.items() if k not in left_out},
        }

    def block_suggestion(
        self,
        value: str,
        surface: Json | None = None,
        action_id: str = "pick_criterion",
        *,
        user: str = ALICE,
    ) -> Json:
        """Someone types into an external_select of a window or message that the bot sent.

        Without a surface the menu is in a window made up for it.
        """
        surface = surface or self._menu(action_id)
        block, element = _find(surface, action_id)
        assert element["type"].endswith("external_select"), f"{action_id} asks for no options"
        where = self._where(surface, user)
        del where["trigger_id"]
        return {
            **self._head("block_suggestion", user),
            **where,
            "action_id": action_id,
            "block_id": block["block_id"],
            "value": value,
        }

    def _menu(self, action_id: str) -> Json:
        element = {"type": "external_select", "action_id": action_id}
        label = {"type": "plain_text", "text": "Criterion"}
        block = {"type": "input", "label": label, "element": element}
        title, submit = ({"type": "plain_text", "text": word} for word in ("Search", "Show"))
        view = {"type": "modal", "title": title, "submit": submit, "blocks": [block]}
        return self._place.open(view)

    def click(
        self,
        surface: Json,
        action_id: str,
        *,
        value: Any = None,
        typed: Mapping[str, Any] | None = None,
        user: str = ALICE,
    ) -> Json:
        """Someone uses an element of a message, a whisper, a window or a Home tab of the bot.

        Args:
            surface: a message of `slack.workspace.messages`, a whisper of `.ephemerals`, or a view.
            action_id: which element.
            value: for a button, which one where several share the action_id; for feedback buttons
                the value of the button pressed; for a menu the value of the option, or the option
                itself; for a text input what was typed.
            typed: what stands meanwhile in the inputs of a view, by their action_id.
            user: who.

        """
        block, element = _find(surface, action_id, value)
        action = {
            "type": element["type"],
            "action_id": action_id,
            "block_id": block["block_id"],
            "action_ts": self._place.ts(),
            **_used(element, value),
        }
        where = self._where(surface, user)
        if typed:
            where["view"] = {**surface, "state": {"values": _state(surface, typed)}}
        return {**self._head("block_actions", user), **where, "actions": [action]}

    def _where(self, surface: Json, user: str) -> Json:
        """Describe the surface as the container of an interaction."""
        if surface["type"] in ("modal", "home"):
            container = {"type": "view", "view_id": surface["id"]}
            trigger_id = self._place.trigger(surface["id"])
            return {"container": container, "trigger_id": trigger_id, "view": surface}
        channel, ts, private = surface["channel"], surface["ts"], "for" in surface
        container = {
            "type": "message",
            "message_ts": ts,
            "channel_id": channel,
            "is_ephemeral": private,
        }
        where = {
            "container": container,
            "trigger_id": self._place.trigger(),
            "channel": {"id": channel, "name": self._place.channels[channel]},
            "state": {"values": {}},
            "response_url": self._response_url(channel, user, ts),
        }
        if not private:
            where["message"] = {k: v for k, v in surface.items() if k != "channel"}
        return where

    def view_submission(
        self, view: Json, values: Mapping[str, Any] | None = None, *, user: str = ALICE
    ) -> Json:
        """Someone submits a window; `values` maps an action_id to what was typed or chosen."""
        assert view.get("submit"), "a window without a submit button cannot be submitted"
        return {
            **self._head("view_submission", user),
            "trigger_id": self._place.trigger(view["id"]),
            "view": {**view, "state": {"values": _state(view, values or {})}},
            "response_urls": [],
        }

    def view_closed(self, view: Json, *, cleared: bool = False, user: str = ALICE) -> Json:
        """Someone closes a window that asked to be told (notify_on_close)."""
        assert view.get("notify_on_close"), "Slack tells only where notify_on_close is set"
        return {**self._head("view_closed", user), "view": view, "is_cleared": cleared}


def _state(view: Json, values: Mapping[str, Any]) -> Json:
    """Word what stands in the inputs of a view."""
    given = dict(values)
    state: dict[str, Json] = {}
    for block in view["blocks"]:
        for element, _ in elements_of(block):
            key = _STATE_KEYS.get(element["type"])
            if key and element["type"] != "overflow":
                chosen = given.pop(element.get("action_id", ""), None)
                entry = {"type": element["type"], **_used(element, chosen)}
                state.setdefault(block["block_id"], {})[element["action_id"]] = entry
    assert not given, f"the view has no input for {sorted(given)}"
    return state


def _find(surface: Json, action_id: str, value: Any = None) -> tuple[Json, Json]:
    """Find an element of a surface, among several of one action_id the one with this value."""
    found = [
        (block, element)
        for block in surface["blocks"]
        for element, _ in elements_of(block)
        if element.get("action_id") == action_id
    ]
    assert found, f"no element {action_id!r} in {surface['blocks']}"
    return next((pair for pair in found if pair[1].get("value", value) == value), found[0])


def _used(element: Json, value: Any) -> Json:
    """Word what was pressed, chosen or typed."""
    kind = element["type"]
    if kind == "feedback_buttons":
        buttons = [element["positive_button"], element["negative_button"]]
        pressed = next((b for b in buttons if b["value"] == value), None)
        assert pressed, f"no feedback button has the value {value!r}"
        return {"text": pressed["text"], "value": pressed["value"]}
    if kind in ("button", "icon_button"):
        given = element.get("value")
        assert value in (None, given), f"no button has the value {value!r}"
        shown = {"text": element["text"], "icon": element.get("icon"), "value": given}
        return {k: v for k, v in shown.items() if v is not None}
    key = _STATE_KEYS[kind]
    if not key.startswith("selected_option"):
        return {key: value}
    options = list(element.get("options") or [])
    options += [each for group in element.get("option_groups") or [] for each in group["options"]]
    if key == "selected_options":
        return {key: [_option(options, each) for each in value or []]}
    return {key: _option(options, value)}


def _option(options: list[Json], value: Any) -> Json | None:
    """Find an option by its value; what an external menu offered is passed whole."""
    if value is None or isinstance(value, dict):
        return value
    option = next((each for each in options if each["value"] == value), None)
    assert option, f"no option has the value {value!r}"
    return option
