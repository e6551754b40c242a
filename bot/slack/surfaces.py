"""Where somebody is when they click, and how to show them a page there."""

from dataclasses import dataclass
from typing import Any, Literal

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.blocks import views
from bot.slack.blocks.page import Page
from bot.slack.errors import code_of
from bot.slack.posting import respond


@dataclass(frozen=True)
class Surface:
    """The surface of an interaction: a message (public or private), a window or the Home tab."""

    kind: Literal["message", "modal", "home", "none"]
    user: str
    channel: str = ""
    message_ts: str = ""
    thread_ts: str | None = None
    private: bool = False
    response_url: str = ""
    trigger_id: str = ""
    view_id: str = ""
    view_hash: str = ""
    stacked: bool = False


def surface_of(body: dict[str, Any]) -> Surface:
    """Read the surface from an interaction or a command."""
    user = str((body.get("user") or {}).get("id") or body.get("user_id") or "")
    view = body.get("view")
    if isinstance(view, dict):
        return Surface(
            kind="home" if view.get("type") == "home" else "modal",
            user=user,
            trigger_id=body.get("trigger_id", ""),
            view_id=view.get("id", ""),
            view_hash=view.get("hash", ""),
            stacked=bool(view.get("previous_view_id")),
        )
    container, channel = body.get("container") or {}, body.get("channel") or {}
    message = body.get("message") or {}
    private = bool(container.get("is_ephemeral"))
    ts = container.get("message_ts") or body.get("message_ts") or message.get("ts") or ""
    in_thread = container.get("thread_ts") or message.get("thread_ts")
    return Surface(
        kind="message" if body.get("response_url") else "none",
        user=user,
        channel=str(channel.get("id") or body.get("channel_id") or ""),
        message_ts=str(ts),
        thread_ts=in_thread,
        private=private,
        response_url=body.get("response_url", ""),
        trigger_id=body.get("trigger_id", ""),
    )


async def show(
    client: AsyncWebClient, place: Surface, page: Page, *, replace: bool = False
) -> None:
    """Show a page to the person: privately beside a message, in the window, or in the Home tab.

    A private message is replaced, so that browsing does not pile up; a public one only where
    ``replace`` says so.
    """
    if place.kind == "message":
        await respond(
            place.response_url,
            page,
            replace=replace or place.private,
            thread_ts=place.thread_ts,
        )
    elif place.kind == "home":
        await client.views_publish(user_id=place.user, view=views.home_page(page))
    elif place.stacked:
        await update(client, place, views.modal(page))
    else:
        await client.views_push(trigger_id=place.trigger_id, view=views.modal(page))


async def update(
    client: AsyncWebClient, place: Surface, view: views.View, *, over_newer: bool = False
) -> None:
    """Put new content into a window that may have been closed.

    What it shows may be newer than what the click saw; then the new content is dropped, unless
    ``over_newer`` says that the latest click counts.
    """
    shown = None if over_newer else place.view_hash
    try:
        await client.views_update(view_id=place.view_id, hash=shown, view=view)
    except SlackApiError as refusal:
        if code_of(refusal) not in ("hash_conflict", "not_found"):
            raise
