"""Events: what is said to us, and what happens to us in the workspace."""

from bot.slack.listeners.events.app_home_opened import app_home_opened_callback
from bot.slack.listeners.events.assistant_thread import (
    assistant_thread_context_changed_callback,
    assistant_thread_started_callback,
)
from bot.slack.listeners.events.member_joined_channel import member_joined_channel_callback
from bot.slack.listeners.events.question import question_callback
from bot.slack.listeners.events.signed_out import signed_out_callback
from bot.slack.registry import Registry


def register(registry: Registry) -> None:
    """Register the listeners of events, with the scopes that Slack wants for each.

    Every message is listened to, because one that is not acknowledged comes again.
    """
    registry.add(
        "event",
        "app_mention",
        question_callback,
        "Mention me in a channel or a thread with your question; I answer in the thread.",
        ("app_mentions:read", "chat:write"),
    )
    registry.add(
        "event",
        "message",
        question_callback,
        "Write to me in my Messages tab; I answer under your message.",
        ("im:history", "chat:write"),
    )
    registry.add(
        "event",
        "member_joined_channel",
        member_joined_channel_callback,
        scopes=("channels:read", "groups:read"),
    )
    registry.add(
        "event", "app_home_opened", app_home_opened_callback, "Open my Home tab to browse."
    )
    registry.add(
        "event",
        "assistant_thread_started",
        assistant_thread_started_callback,
        scopes=("assistant:write",),
    )
    registry.add(
        "event", "assistant_thread_context_changed", assistant_thread_context_changed_callback
    )
    registry.add("event", "app_uninstalled", signed_out_callback)
    registry.add("event", "tokens_revoked", signed_out_callback)
