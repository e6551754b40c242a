"""The Bolt app: its client, its middleware, its listeners. The same for both modes."""

from typing import Any

from slack_bolt.async_app import AsyncApp

from bot.engine import Engine
from bot.knowledge import Catalog
from bot.matching import Matcher
from bot.ops.health import Health
from bot.ops.settings import Settings
from bot.slack.auth import Identity
from bot.slack.bolt_workarounds import framework
from bot.slack.client import RetryHandler, build_client
from bot.slack.dedupe import Deduplicator
from bot.slack.error_handler import on_error
from bot.slack.listeners import register
from bot.slack.middleware import DedupeMiddleware, Inject
from bot.slack.registry import Registry
from bot.slack.timings import Timings


def build_app(
    settings: Settings,
    catalog: Catalog,
    matcher: Matcher,
    health: Health,
    identity: Identity,
    timings: Timings,
) -> AsyncApp:
    """Build the app with every listener. Touches no network."""
    dedupe = Deduplicator()
    dependencies: dict[str, Any] = {
        "engine": Engine(catalog, matcher),
        "dedupe": dedupe,
        "health": health,
    }

    app = AsyncApp(
        name="wwc-bot",
        logger=framework,
        client=build_client(
            settings.api_url, settings.bot_token, handler=RetryHandler(pauses=timings.pauses)
        ),
        before_authorize=Inject(dependencies),
        authorize=identity,
        request_verification_enabled=False,  # transport/verification.py checks before Bolt parses
        attaching_conversation_kwargs_enabled=False,  # say() and the like, which nobody here uses
        raise_error_for_unhandled_request=True,
    )
    registry = dependencies["registry"] = Registry(app)
    app.use(DedupeMiddleware(dedupe))
    app.error(on_error)
    register(registry, settings)
    return app
