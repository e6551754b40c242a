"""The Bolt app: its client, its middleware, its listeners. The same for both modes."""

import logging
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.engine import Engine
from bot.knowledge import Catalog
from bot.matching import Matcher
from bot.ops.health import Health
from bot.ops.settings import Settings
from bot.slack.client import retry_handlers
from bot.slack.dedupe import Deduplicator
from bot.slack.errors import on_error
from bot.slack.identity import Identity
from bot.slack.listeners import register
from bot.slack.middleware import DedupeMiddleware, Inject
from bot.slack.posting import TIMEOUT, quiet
from bot.slack.registry import Registry

framework = logging.getLogger("slack_bolt.wwc")
framework.setLevel(logging.INFO)
"""Bolt prints payloads at DEBUG; with this logger it never does."""
framework.addFilter(lambda record: "`token`" not in str(record.msg))
"""Bolt warns that SLACK_BOT_TOKEN is ignored; identity.py serves every request with it."""


def build_client(settings: Settings) -> AsyncWebClient:
    """Return a client that obeys SLACK_API_URL and tries again where that is safe."""
    return AsyncWebClient(
        token=settings.bot_token,
        base_url=settings.api_url,
        timeout=TIMEOUT,
        retry_handlers=retry_handlers(),
        logger=quiet,
    )


def build_app(
    settings: Settings,
    catalog: Catalog,
    matcher: Matcher,
    *,
    health: Health | None = None,
    identity: Identity | None = None,
) -> AsyncApp:
    """Build the app with every listener. Touches no network."""
    dedupe = Deduplicator()
    things: dict[str, Any] = {
        "engine": Engine(catalog, matcher),
        "dedupe": dedupe,
        "health": health or Health("socket" if settings.socket_mode else "http"),
    }

    app = AsyncApp(
        name="wwc-bot",
        logger=framework,
        client=build_client(settings),
        before_authorize=Inject(things),
        authorize=identity or Identity(settings.bot_token),
        signing_secret=settings.signing_secret,
        attaching_conversation_kwargs_enabled=False,  # say() and the like, which nobody here uses
        raise_error_for_unhandled_request=True,
    )
    registry = things["registry"] = Registry(app)
    app.use(DedupeMiddleware(dedupe))
    app.error(on_error)
    register(registry, settings)
    return app
