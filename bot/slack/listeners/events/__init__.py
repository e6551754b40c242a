"""Events: what is said to us, and what happens to us in the workspace."""

from bot.slack.listeners.events.app_home_opened import app_home_opened_callback
from bot.slack.listeners.events.app_mentioned import app_mentioned_callback
from bot.slack.listeners.events.assistant_thread import (
    assistant_thread_context_changed_callback,
    assistant_thread_started_callback,
)
from bot.slack.listeners.events.message import message_callback
from bot.slack.listeners.events.signed_out import signed_out_callback
from bot.slack.registry import Registry


def register(registry: Registry) -> None:
    """Register the listeners of events, with the scopes that Slack wants for each."""
    registry.event(
        "app_mention",
        app_mentioned_callback,
        "Mention me in a channel or a thread with your question; I answer in the thread.",
        ("app_mentions:read", "chat:write"),
    )
    registry.event(
        "message",
        message_callback,
        "Write to me in my Messages tab; I answer under your message.",
        ("im:history", "chat:write"),
    )
    registry.event("app_home_opened", app_home_opened_callback, "Open my Home tab to browse.")
    registry.event(
        "assistant_thread_started", assistant_thread_started_callback, "", ("assistant:write",)
    )
    registry.event("assistant_thread_context_changed", assistant_thread_context_changed_callback)
    registry.event("app_uninstalled", signed_out_callback)
    registry.event("tokens_revoked", signed_out_callback)
