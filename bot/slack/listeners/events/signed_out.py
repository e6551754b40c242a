"""The app was removed from the workspace, or its token taken away."""

import logging
from typing import Any

from bot.ops import texts
from bot.ops.health import Health

log = logging.getLogger(__name__)


async def signed_out_callback(event: dict[str, Any], health: Health) -> None:
    """Say in the log what to do, and be unhealthy until Slack accepts the token again."""
    if event["type"] == "tokens_revoked" and not (event.get("tokens") or {}).get("bot"):
        return
    health.failed(event["type"])
    log.error("%s", texts.token_refused(event["type"]))
