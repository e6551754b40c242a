"""``wwc-bot run``: start the bot in Slack."""

import asyncio
import gc
import os
import sys

import click

from bot.cli.exit_codes import REFUSED, WRONG_USE
from bot.knowledge import KnowledgeError, load_catalog
from bot.matching import Matcher
from bot.ops import logs
from bot.ops.settings import DEFAULT_HOST, SettingsError, read_port, read_settings


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

    Exit code 0: stopped by a signal; 2: something is not set or set wrongly, said before anything
    is sent; 4: Slack refuses a token. Any other code is a crash, after which a restart is right.
    """
    try:
        settings = read_settings(os.environ)
        port = read_port(os.environ) if port is None else port
        catalog = load_catalog(settings.knowledge) if settings.knowledge else load_catalog()
    except (SettingsError, KnowledgeError) as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        sys.exit(WRONG_USE)
    # Slow to import; --help does not need it.
    from bot.slack.bolt_workarounds import honor_no_proxy
    from bot.slack.errors import CannotListenError, SlackRefusedError
    from bot.slack.runtime import run as run_bot

    honor_no_proxy(settings.api_url)
    logs.set_up(settings.log_level)
    matcher = Matcher(catalog)
    gc.freeze()  # the knowledge stays: the collector need not go through it while people wait
    try:
        asyncio.run(run_bot(settings, catalog, matcher, host, port))
    except CannotListenError as error:
        click.echo(str(error), err=True)
        sys.exit(WRONG_USE)
    except SlackRefusedError as error:
        click.echo(str(error), err=True)
        sys.exit(REFUSED)
