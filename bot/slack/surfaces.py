"""Where somebody is when they click, and how to show them a page there."""

from dataclasses import dataclass
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.blocks import views
from bot.slack.blocks.page import Page
from bot.slack.errors import code_of
from bot.slack.posting import respond


@dataclass(frozen=True)
class Message:
    """A message or a command, with the response_url that answers it.

    ``private``: only this person sees it. ``thread_ts``: the thread it stands in, if any.
    ``response_url`` is empty for a shortcut that stands beside no message.
    """

    user: str
    channel: str
    ts: str
    thread_ts: str | None
    private: bool
    response_url: str

    @property
    def direct(self) -> bool:
        """Whether it stands in direct messages, which have ids in D."""
        return self.channel.startswith("D")

    @property
    def thread(self) -> str | None:
        """The conversation it belongs to, as messages.conversation_of names it."""
        return f"{self.channel}:{self.thread_ts}" if self.thread_ts else None

    async def respond(self, page: Page, *, replace: bool = False) -> None:
        """Show a page to the person alone below the message, or with ``replace`` in its place."""
        await respond(self.response_url, page, replace=replace, thread_ts=self.thread_ts)


@dataclass(frozen=True)
class Modal:
    """A window; ``stacked`` when it was opened on top of another one."""

    view_id: str
    view_hash: str
    trigger_id: str
    stacked: bool

    async def update(
        self, client: AsyncWebClient, view: views.View, *, over_newer: bool = False
    ) -> None:
        """Put new content into the window, which may have been closed.

        What it shows may be newer than what the click saw; then the new content is dropped, unless
        ``over_newer`` says that the latest click counts.
        """
        shown = None if over_newer else self.view_hash
        try:
            await client.views_update(view_id=self.view_id, hash=shown, view=view)
        except SlackApiError as refusal:
            if code_of(refusal) not in ("hash_conflict", "not_found"):
                raise


@dataclass(frozen=True)
class Home:
    """The Home tab of a person; ``stamp`` is the metadata of what it shows."""

    user: str
    stamp: str = ""


Surface = Message | Modal | Home


async def show(client: AsyncWebClient, surface: Surface, page: Page) -> None:
    """Show a page to the person where they are.

    A private message is replaced, so that browsing does not pile up; a page goes on top of a
    window, or into it where it is on top itself.
    """
    match surface:
        case Message():
            await surface.respond(page, replace=surface.private)
        case Home():
            await client.views_publish(
                user_id=surface.user, view=views.home_page(page, surface.stamp)
            )
        case Modal(stacked=True):
            await surface.update(client, views.modal(page, on_top=True))
        case Modal():
            view = views.modal(page, on_top=True)
            await client.views_push(trigger_id=surface.trigger_id, view=view)


async def open_window(client: AsyncWebClient, body: dict[str, Any], page: Page) -> None:
    """Show a page in a window, and leave what was clicked as it is."""
    surface = surface_of(body)
    if isinstance(surface, Modal):
        await show(client, surface, page)
    else:
        await client.views_open(trigger_id=body["trigger_id"], view=views.modal(page))


def surface_of(body: dict[str, Any]) -> Surface:
    """Read where an interaction or a command comes from."""
    view = body.get("view")
    if not isinstance(view, dict):
        return message_of(body)
    if view.get("type") == "home":
        return Home(user_of(body), str(view.get("private_metadata") or ""))
    return modal_of(body)


def message_of(body: dict[str, Any]) -> Message:
    """Read beside which message something was clicked or typed."""
    container, channel = body.get("container") or {}, body.get("channel") or {}
    message = body.get("message") or {}
    return Message(
        user=user_of(body),
        channel=str(channel.get("id") or body.get("channel_id") or ""),
        ts=str(container.get("message_ts") or body.get("message_ts") or message.get("ts") or ""),
        thread_ts=container.get("thread_ts") or message.get("thread_ts"),
        private=bool(container.get("is_ephemeral")),
        response_url=body.get("response_url", ""),
    )


def modal_of(body: dict[str, Any]) -> Modal:
    """Read in which window something was clicked."""
    view = body["view"]
    return Modal(
        view_id=view.get("id", ""),
        view_hash=view.get("hash", ""),
        trigger_id=body.get("trigger_id", ""),
        stacked=bool(view.get("previous_view_id")),
    )


def user_of(body: dict[str, Any]) -> str:
    """Read who clicked or typed something."""
    return str((body.get("user") or {}).get("id") or body.get("user_id") or "")
