"""The Home tab: back to its start, switch the standard, ask."""

from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.engine import Engine, wants_help
from bot.slack import texts
from bot.slack.answering import answer_to
from bot.slack.blocks.answer import plain_answer
from bot.slack.blocks.page import Page, context, plain
from bot.slack.blocks.views import View, home_page, home_view
from bot.slack.mrkdwn import literal
from bot.slack.registry import Registry
from bot.slack.surfaces import surface_of


async def home_start_callback(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, engine: Engine
) -> None:
    """Show the start again."""
    await ack()
    await client.views_publish(user_id=surface_of(body).user, view=start_of_home(engine))


async def switch_standard_callback(
    ack: AsyncAck,
    body: dict[str, Any],
    action: dict[str, Any],
    client: AsyncWebClient,
    engine: Engine,
) -> None:
    """Show the categories of the other standard."""
    await ack()
    view = start_of_home(engine, action["value"])
    await client.views_publish(user_id=surface_of(body).user, view=view)


async def home_ask_callback(
    ack: AsyncAck,
    body: dict[str, Any],
    action: dict[str, Any],
    client: AsyncWebClient,
    engine: Engine,
    registry: Registry,
) -> None:
    """Answer what was typed into the box, in the Home tab."""
    await ack()
    user, question = surface_of(body).user, action.get("value") or ""
    if wants_help(question):
        page = answer_to(question, user, engine, registry, private=True)
    else:
        asked = context(f"{texts.asked_by(user)}", plain(literal(question), 400))
        page = Page(texts.TITLE, "", (asked, *plain_answer(engine.ask(question), user)))
    await client.views_publish(user_id=user, view=home_page(page, ask=True))


def start_of_home(engine: Engine, standard: str | None = None) -> View:
    """Return the start of the Home tab, of the newest standard if none is named."""
    shown = standard or engine.standards()[0]
    return home_view(engine.categories(shown), engine.standards(), shown)
