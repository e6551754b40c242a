"""What the search window offers while somebody types."""

from collections.abc import Sequence
from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck

from bot.answers import Choice
from bot.answers import texts as answers
from bot.engine import Engine
from bot.slack.blocks.page import OPTION_VALUE, OPTIONS, Block, plain


async def suggest_callback(ack: AsyncAck, payload: dict[str, Any], engine: Engine) -> None:
    """Answer with the entries that fit what was typed so far."""
    await ack(options=options(engine.suggest(payload.get("value") or "", OPTIONS)))


def options(found: Sequence[Choice]) -> list[Block]:
    """Lay entries out as options of a menu."""
    return [
        {"text": plain(answers.name(one)), "value": one.entry_id}
        for one in found[:OPTIONS]
        if len(one.entry_id) <= OPTION_VALUE
    ]
