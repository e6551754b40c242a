"""The Home tab: back to its start, switch the standard, ask."""

from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack import words
from bot.slack.answering import answer_to
from bot.slack.blocks.answer import plain_answer
from bot.slack.blocks.limits import Page, context, plain
from bot.slack.blocks.windows import View, home_page, home_view
from bot.slack.desk import Desk
from bot.slack.doors import Doors
from bot.slack.escape import literal
from bot.slack.incoming import wants_help
from bot.slack.place import place_of


async def home_start_callback(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, desk: Desk
) -> None:
    """Show the start again."""
    await ack()
    await client.views_publish(user_id=place_of(body).user, view=start_of_home(desk))


async def switch_standard_callback(
    ack: AsyncAck, body: dict[str, Any], action: dict[str, Any], client: AsyncWebClient, desk: Desk
) -> None:
    """Show the categories of the other standard."""
    await ack()
    view = start_of_home(desk, action["value"])
    await client.views_publish(user_id=place_of(body).user, view=view)


async def home_ask_callback(
    ack: AsyncAck,
    body: dict[str, Any],
    action: dict[str, Any],
    client: AsyncWebClient,
    desk: Desk,
    doors: Doors,
) -> None:
    """Answer what was typed into the box, in the Home tab."""
    await ack()
    user, question = place_of(body).user, action.get("value") or ""
    if wants_help(question):
        page = answer_to(question, user, desk, doors, private=True)
    else:
        asked = context(f"{words.asked_by(user)}", plain(literal(question), 400))
        page = Page(words.TITLE, "", (asked, *plain_answer(desk.ask(question), user)))
    await client.views_publish(user_id=user, view=home_page(page, ask=True))


def start_of_home(desk: Desk, standard: str | None = None) -> View:
    """Return the start of the Home tab, of the newest standard if none is named."""
    shown = standard or desk.standards()[0]
    return home_view(desk.categories(shown), desk.standards(), shown)
