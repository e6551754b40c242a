"""Payloads as Slack sends them in 2026: one builder for every door of the bot.

Shapes from https://docs.slack.dev/reference/events,
https://docs.slack.dev/reference/interaction-payloads and the scenario tests of
https://github.com/slackapi/bolt-python. Every id is fresh; people, channels and messages that a
payload mentions exist in the workspace afterwards.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .interactions import Interactions
from .schema import Json
from .workspace import ALICE, APP, BOT_USER, DM, GENERAL, TEAM

if TYPE_CHECKING:
    from .server import LocalSlack

STEP_INPUTS = {"question": "string"}
STEP_OUTPUTS = {"code": "string", "title": "string", "url": "string", "answer": "string"}


class Payloads(Interactions):
    """Builds events; what people do with the mouse is in `Interactions`."""

    def __init__(self, slack: LocalSlack) -> None:
        """Build payloads about this workspace."""
        self._slack = slack

    def event(self, event: Json) -> Json:
        """Wrap an event as the Events API does: https://docs.slack.dev/apis/events-api."""
        event = {"event_ts": event.get("ts") or self._place.ts(), **event}
        authorization = {
            "enterprise_id": None,
            "team_id": TEAM,
            "user_id": BOT_USER,
            "is_bot": True,
            "is_enterprise_install": False,
        }
        return {
            "token": "verification-token",
            "team_id": TEAM,
            "context_team_id": TEAM,
            "context_enterprise_id": None,
            "api_app_id": APP,
            "event": event,
            "type": "event_callback",
            "event_id": self._place.new("Ev"),
            "event_time": int(time.time()),
            "authorizations": [authorization],
            "is_ext_shared_channel": False,
            "event_context": self._place.new("4-"),
        }

    # Messages: https://docs.slack.dev/reference/events/message

    def message(
        self,
        text: str,
        *,
        user: str = ALICE,
        channel: str = GENERAL,
        thread_ts: str | None = None,
        **more: Any,
    ) -> Json:
        """Someone writes in a channel (message.channels) or a direct message (message.im)."""
        self._place.users.setdefault(user, user.lower())
        self._place.channels.setdefault(channel, channel.lower())
        content = {"text": text, "blocks": [_rich_text(text)], "thread_ts": thread_ts}
        human = {} if user == BOT_USER else {"client_msg_id": self._place.new("cm")}
        kept = self._place.post(channel, user, content, team=TEAM, **human, **more)
        parent = self._place.messages.get((channel, thread_ts or ""))
        if parent:
            kept["parent_user_id"] = parent["user"]
        return self.event({**kept, "channel_type": "im" if channel[0] == "D" else "channel"})

    def direct_message(
        self, text: str, *, user: str = ALICE, thread_ts: str | None = None, **more: Any
    ) -> Json:
        """Someone writes to the bot (message.im): https://docs.slack.dev/reference/events/message.im."""
        channel = self._place.direct(user)
        return self.message(text, user=user, channel=channel, thread_ts=thread_ts, **more)

    def app_mention(
        self,
        text: str,
        *,
        user: str = ALICE,
        channel: str = GENERAL,
        thread_ts: str | None = None,
    ) -> Json:
        """Someone mentions the bot: https://docs.slack.dev/reference/events/app_mention."""
        return self.mention_twins(text, user=user, channel=channel, thread_ts=thread_ts)[0]

    def mention_twins(
        self,
        text: str,
        *,
        user: str = ALICE,
        channel: str = GENERAL,
        thread_ts: str | None = None,
    ) -> tuple[Json, Json]:
        """Someone mentions the bot: app_mention and message.channels with one ts, two event_ids."""
        whole = f"<@{BOT_USER}> {text}"
        twin = self.message(whole, user=user, channel=channel, thread_ts=thread_ts)
        event = {k: v for k, v in twin["event"].items() if k != "channel_type"}
        return self.event({**event, "type": "app_mention"}), twin

    def own_message(self, text: str, *, channel: str = DM, thread_ts: str | None = None) -> Json:
        """Slack tells the bot of the bot's own message."""
        return self.message(text, user=BOT_USER, channel=channel, thread_ts=thread_ts)

    def bot_message(self, text: str, *, channel: str = GENERAL, legacy: bool = False) -> Json:
        """Another bot writes; a legacy one with the subtype bot_message and no user."""
        other = {"bot_id": "B0OTHERBOT", "app_id": "A0OTHERBOT"}
        payload = self.message(text, user="U0OTHERBOT", channel=channel, **other)
        if legacy:
            payload["event"] |= {"subtype": "bot_message", "username": "Other bot"}
            del payload["event"]["user"]
        return payload

    def message_changed(self, original: Json, text: str) -> Json:
        """Someone edits a message: https://docs.slack.dev/reference/events/message/message_changed."""
        before = original["event"]
        kept = {k: v for k, v in before.items() if k not in ("channel", "channel_type", "event_ts")}
        ts = self._place.ts()
        edited = {"user": before["user"], "ts": ts}
        after = {**kept, "text": text, "blocks": [_rich_text(text)], "edited": edited}
        event = {
            "type": "message",
            "subtype": "message_changed",
            "message": after,
            "previous_message": kept,
            "channel": before["channel"],
            "channel_type": before["channel_type"],
            "hidden": True,
            "ts": ts,
        }
        return self.event(event)

    def message_deleted(self, original: Json) -> Json:
        """Someone deletes a message: https://docs.slack.dev/reference/events/message/message_deleted."""
        before = original["event"]
        event = {
            "type": "message",
            "subtype": "message_deleted",
            "previous_message": {k: v for k, v in before.items() if k != "event_ts"},
            "deleted_ts": before["ts"],
            "channel": before["channel"],
            "channel_type": before["channel_type"],
            "hidden": True,
            "ts": self._place.ts(),
        }
        return self.event(event)

    def channel_join(self, *, user: str = BOT_USER, channel: str = GENERAL) -> Json:
        """Someone joins a channel: https://docs.slack.dev/reference/events/message/channel_join."""
        event = {
            "type": "message",
            "subtype": "channel_join",
            "user": user,
            "text": f"<@{user}> has joined the channel",
            "inviter": ALICE,
            "channel": channel,
            "channel_type": "channel",
            "ts": self._place.ts(),
        }
        return self.event(event)

    def thread_reply(self, parent: Json, text: str, *, user: str = ALICE) -> Json:
        """Someone answers in the thread of a message."""
        event = parent["event"]
        thread_ts = event.get("thread_ts") or event["ts"]
        return self.message(text, user=user, channel=event["channel"], thread_ts=thread_ts)

    # The app's own place

    def app_home_opened(self, tab: str = "home", *, user: str = ALICE) -> Json:
        """Someone opens the Home or the Messages tab.

        https://docs.slack.dev/reference/events/app_home_opened: a `view` comes along once the Home
        tab has been published.
        """
        event = {
            "type": "app_home_opened",
            "user": user,
            "channel": self._place.direct(user),
            "tab": tab,
        }
        view = self._place.home(user)
        return self.event({**event, "view": view} if view and tab == "home" else event)

    def assistant_thread_started(self, *, user: str = ALICE, context: str = GENERAL) -> Json:
        """Someone opens the legacy assistant.

        https://docs.slack.dev/reference/events/assistant_thread_started
        """
        return self._assistant("assistant_thread_started", user, context, self._place.ts())

    def assistant_thread_context_changed(
        self, *, user: str = ALICE, context: str = GENERAL, thread_ts: str | None = None
    ) -> Json:
        """Someone looks at another channel beside the legacy assistant.

        https://docs.slack.dev/reference/events/assistant_thread_context_changed
        """
        thread_ts = thread_ts or self._place.ts()
        return self._assistant("assistant_thread_context_changed", user, context, thread_ts)

    def _assistant(self, kind: str, user: str, context: str, thread_ts: str) -> Json:
        thread = {
            "user_id": user,
            "context": {"channel_id": context, "team_id": TEAM, "enterprise_id": None},
            "channel_id": self._place.direct(user),
            "thread_ts": thread_ts,
        }
        return self.event({"type": kind, "assistant_thread": thread})

    def function_executed(
        self,
        question: str,
        *,
        callback_id: str = "lookup_criterion",
        outputs: Mapping[str, str] = STEP_OUTPUTS,
    ) -> Json:
        """Someone's workflow runs the bot's step.

        https://docs.slack.dev/reference/events/function_executed

        The token in it, not the bot's, is what Bolt then calls the Web API with.
        """
        execution, token = self._place.new("Fx"), f"xwfp-{self._place.new('T')}"
        self._place.executions[execution] = {"state": "running", "outputs": dict(outputs)}
        self._place.workflow_tokens.add(token)
        function = {
            "id": self._place.new("Fn"),
            "callback_id": callback_id,
            "title": "Look up a criterion",
            "description": "Finds the criterion that a question is about",
            "type": "app",
            "input_parameters": [_parameter(name, sort) for name, sort in STEP_INPUTS.items()],
            "output_parameters": [_parameter(name, sort) for name, sort in outputs.items()],
            "app_id": APP,
            "date_created": 1700000000,
            "date_updated": 1700000000,
            "date_deleted": 0,
        }
        event = {
            "type": "function_executed",
            "function": function,
            "inputs": {"question": question},
            "function_execution_id": execution,
            "workflow_execution_id": self._place.new("Wx"),
            "bot_access_token": token,
        }
        return self.event(event)

    # The life of an app

    def url_verification(self) -> Json:
        """Slack checks a Request URL: https://docs.slack.dev/reference/events/url_verification."""
        challenge = self._place.new("challenge-")
        return {"token": "verification-token", "challenge": challenge, "type": "url_verification"}

    def tokens_revoked(self) -> Json:
        """Someone takes the bot's token away: https://docs.slack.dev/reference/events/tokens_revoked."""
        return self.event({"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [BOT_USER]}})

    def app_uninstalled(self) -> Json:
        """Someone removes the app: https://docs.slack.dev/reference/events/app_uninstalled."""
        return self.event({"type": "app_uninstalled"})

    def link_shared(self, url: str, *, user: str = ALICE, channel: str = GENERAL) -> Json:
        """Someone pastes a link of the bot: https://docs.slack.dev/reference/events/link_shared."""
        posted = self.message(url, user=user, channel=channel)["event"]
        event = {
            "type": "link_shared",
            "user": user,
            "channel": channel,
            "message_ts": posted["ts"],
            "unfurl_id": f"{channel}.{posted['ts']}.{self._place.new('u')}",
            "source": "conversations_history",
            "is_bot_user_member": True,
            "links": [{"url": url, "domain": url.split("/")[2]}],
        }
        return self.event(event)


def _rich_text(text: str) -> Json:
    """Word a message as the composer does, mentions apart."""
    mention, _, rest = text.rpartition(f"<@{BOT_USER}>")
    spans: list[Json] = [{"type": "user", "user_id": BOT_USER}] if text != rest else []
    spans.append({"type": "text", "text": mention + rest})
    section = {"type": "rich_text_section", "elements": spans}
    return {"type": "rich_text", "elements": [section]}


def _parameter(name: str, sort: str) -> Json:
    return {"name": name, "title": name.title(), "type": sort, "is_required": True}
