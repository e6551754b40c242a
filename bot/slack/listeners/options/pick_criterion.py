"""What the search window offers while somebody types."""

from collections.abc import Sequence
from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.models.blocks import Option, OptionGroup

from bot.answers import Choice
from bot.engine import Engine
from bot.slack.blocks.elements import Block
from bot.slack.blocks.views import option


async def suggest_callback(ack: AsyncAck, payload: dict[str, Any], engine: Engine) -> None:
    """Answer with the entries that fit what was typed so far."""
    await ack(
        options=options(engine.suggest(payload.get("value") or "", OptionGroup.options_max_length))
    )


def options(found: Sequence[Choice]) -> list[Block]:
    """Lay entries out as options of a menu."""
    return [
        option(one).to_dict()
        for one in found[: OptionGroup.options_max_length]
        if len(one.entry_id) <= Option.value_max_length
    ]
