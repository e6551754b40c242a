"""Events about messages: written, edited, deleted, in channels, threads and direct messages.

https://docs.slack.dev/reference/events/message
"""

from __future__ import annotations

import time
from typing import Any, TypedDict, Unpack

from .builder import Builder
from .schema import Json
from .workspace import ALICE, APP, BOT_USER, DM, GENERAL, TEAM


class Where(TypedDict, total=False):
    """Who writes, in which channel and thread; else it is Alice in #general, in no thread."""

    user: str
    channel: str
    thread_ts: str | None


class MessageEvents(Builder):
    """Builds what Slack sends when somebody writes."""

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

    def app_mention(self, text: str, **where: Unpack[Where]) -> Json:
        """Someone mentions the bot: https://docs.slack.dev/reference/events/app_mention."""
        return self.mention_twins(text, **where)[0]

    def mention_twins(self, text: str, **where: Unpack[Where]) -> tuple[Json, Json]:
        """Someone mentions the bot: app_mention and message.channels with one ts, two event_ids."""
        twin = self.message(f"<@{BOT_USER}> {text}", **where)
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
        changed = {"message": after, "previous_message": kept, "ts": ts}
        return self._about(before, "message_changed", changed)

    def message_deleted(self, original: Json) -> Json:
        """Someone deletes a message: https://docs.slack.dev/reference/events/message/message_deleted."""
        before = original["event"]
        kept = {k: v for k, v in before.items() if k != "event_ts"}
        deleted = {"previous_message": kept, "deleted_ts": before["ts"], "ts": self._place.ts()}
        return self._about(before, "message_deleted", deleted)

    def _about(self, message: Json, subtype: str, more: Json) -> Json:
        """Tell of what became of a message."""
        where = {key: message[key] for key in ("channel", "channel_type")}
        return self.event({"type": "message", "subtype": subtype, "hidden": True, **where, **more})

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

    def member_joined_channel(self, *, user: str = BOT_USER, channel: str = GENERAL) -> Json:
        """Someone joins a channel that the bot is in, or the bot itself.

        https://docs.slack.dev/reference/events/member_joined_channel
        """
        event = {
            "type": "member_joined_channel",
            "user": user,
            "channel": channel,
            "channel_type": "C",
            "team": TEAM,
            "inviter": ALICE,
        }
        return self.event(event)

    def thread_reply(self, parent: Json, text: str, *, user: str = ALICE) -> Json:
        """Someone answers in the thread of a message."""
        event = parent["event"]
        thread_ts = event.get("thread_ts") or event["ts"]
        return self.message(text, user=user, channel=event["channel"], thread_ts=thread_ts)


def _rich_text(text: str) -> Json:
    """Word a message as the composer does, mentions apart."""
    mention, _, rest = text.rpartition(f"<@{BOT_USER}>")
    spans: list[Json] = [{"type": "user", "user_id": BOT_USER}] if text != rest else []
    spans.append({"type": "text", "text": mention + rest})
    section = {"type": "rich_text_section", "elements": spans}
    return {"type": "rich_text", "elements": [section]}
