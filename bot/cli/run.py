"""``wwc-bot run``: start the bot in Slack."""

import asyncio
import gc
import os

import click

from bot.knowledge import KnowledgeError, load_catalog
from bot.matching import Matcher
from bot.ops import logs
from bot.ops.settings import DEFAULT_HOST, SettingsError, read_port, read_settings

MISCONFIGURED = 2


@click.command()
@click.option("--host", default=DEFAULT_HOST, show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    help="Port to listen on.  [default: the variable PORT, or 3000]",
)
def run(host: str, port: int | None) -> None:
    """Start the bot in Slack.

    Socket Mode when SLACK_APP_TOKEN is set, else HTTP: Slack's Request URL is then
    https://YOUR-HOST/slack/events. Both serve /healthz.

    Exit code 0: stopped by a signal; 1: Slack does not accept a token; 2: something is not set or
    set wrongly, said before anything is sent.
    """
    try:
        settings = read_settings(os.environ)
        port = read_port(os.environ) if port is None else port
        catalog = load_catalog(settings.knowledge) if settings.knowledge else load_catalog()
    except (SettingsError, KnowledgeError) as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        raise SystemExit(MISCONFIGURED) from None
    from bot.slack.runtime import run as run_bot  # slow to import; --help does not need it

    logs.set_up(settings.log_level)
    matcher = Matcher(catalog)
    gc.freeze()  # the knowledge stays: the collector need not go through it while people wait
    raise SystemExit(asyncio.run(run_bot(settings, catalog, matcher, host, port)))
