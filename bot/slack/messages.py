"""What is addressed to us, and what it says."""

from collections.abc import Mapping
from typing import Any

from bot.slack.mrkdwn import plain

SPOKEN = ("app_mention", "message")
"""Types of the events of something said, to us or to others."""

SPOKEN_SUBTYPES = (None, "file_share", "thread_broadcast")
"""Subtypes of a message that a person wrote; every other one is a change, a joining, a bot."""


def is_question(event: Mapping[str, Any]) -> bool:
    """Tell whether somebody speaks to us: a mention, or a message in our direct messages.

    Bots (ourselves included), edits and everything else that happens in a channel are not for us.
    """
    if event.get("bot_id") or event.get("edited") or event.get("subtype") not in SPOKEN_SUBTYPES:
        return False
    if not all(event.get(part) for part in ("user", "channel", "ts")):
        return False
    return event.get("type") == "app_mention" or is_direct(event)


def is_direct(event: Mapping[str, Any]) -> bool:
    """Tell whether a message was written in our direct messages, which have ids in D."""
    if "channel_type" in event:
        return bool(event["channel_type"] == "im")
    return str(event["channel"]).startswith("D")


def question_in(event: Mapping[str, Any]) -> str:
    """Return what an event asks, without the mention and without Slack's markup."""
    return plain(str(event.get("text") or ""))


def conversation_of(event: Mapping[str, Any]) -> tuple[str, str | None]:
    """Return what a message continues, and what else it may be continued in.

    In a channel a conversation is a thread. In direct messages it goes on below our answer, or as
    a new message.
    """
    channel = str(event["channel"])
    thread = f"{channel}:{thread_of(event)}"
    if not is_direct(event):
        return thread, None
    return (thread, channel) if event.get("thread_ts") else (channel, thread)


def thread_of(event: Mapping[str, Any]) -> str:
    """Return the thread to answer in: the one it was said in, or the one it begins."""
    return str(event.get("thread_ts") or event["ts"])
