"""The Home tab: back to its start, switch the standard, ask."""

from dataclasses import replace
from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.engine import Engine, wants_help
from bot.slack import texts
from bot.slack.blocks.answer import bare_answer_page
from bot.slack.blocks.elements import quote
from bot.slack.blocks.help import help_page
from bot.slack.blocks.views import View, home_page, home_view
from bot.slack.mrkdwn import literal
from bot.slack.registry import Registry
from bot.slack.surfaces import user_of


async def home_start_callback(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, engine: Engine
) -> None:
    """Show the start again."""
    await ack()
    await client.views_publish(user_id=user_of(body), view=start_of_home(engine))


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
    await client.views_publish(user_id=user_of(body), view=view)


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
    user, question = user_of(body), action.get("value") or ""
    if wants_help(question):
        page = help_page(registry.usages())
    else:
        asked = quote(texts.asked_by(user), literal(question))
        page = replace(bare_answer_page(engine.ask(question), user), head=(asked,))
    await client.views_publish(user_id=user, view=home_page(page, ask=True))


def start_of_home(engine: Engine, standard: str | None = None) -> View:
    """Return the start of the Home tab, of the newest standard if none is named."""
    shown = standard or engine.standards()[0]
    return home_view(engine.categories(shown), engine.standards(), shown)
