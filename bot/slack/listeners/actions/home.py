"""The Home tab: back to its start, and ask."""

from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.engine import Engine, wants_help
from bot.slack.blocks import ids
from bot.slack.blocks.answer import answer_page, restated_page
from bot.slack.blocks.help import help_page
from bot.slack.blocks.views import View, home_page, home_view
from bot.slack.registry import Registry
from bot.slack.surfaces import user_of


async def home_start_callback(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, engine: Engine
) -> None:
    """Show the start again."""
    await ack()
    await client.views_publish(user_id=user_of(body), view=start_of_home(engine))


async def home_ask_callback(
    ack: AsyncAck,
    body: dict[str, Any],
    client: AsyncWebClient,
    engine: Engine,
    registry: Registry,
) -> None:
    """Answer what was typed into the box, in the Home tab."""
    await ack()
    user, question = user_of(body), typed_in(body)
    if wants_help(question):
        page = help_page(registry.usages())
    else:
        page = restated_page(answer_page(engine.ask(question), user, private=True), question)
    stamp = start_of_home(engine)["private_metadata"]
    await client.views_publish(user_id=user, view=home_page(page, stamp))


def typed_in(body: dict[str, Any]) -> str:
    """Read what stands in the box: it comes with Enter itself, and beside a click on the button."""
    action = body["actions"][0]
    if action["action_id"] == ids.HOME_ASK:
        return action.get("value") or ""
    values = (body["view"].get("state") or {}).get("values") or {}
    return ((values.get(ids.QUESTION) or {}).get(ids.HOME_ASK) or {}).get("value") or ""


def start_of_home(engine: Engine) -> View:
    """Return the start of the Home tab."""
    return home_view(engine.categories())
