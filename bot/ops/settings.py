"""The environment, read once into frozen Settings; each problem is a sentence saying what to do.

Nothing here touches the network. The tokens' first letters are Slack's own
(https://docs.slack.dev/authentication/tokens); anything more about them only Slack can tell.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

DEFAULT_API_URL = "https://slack.com/api/"
DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 3000
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
COMMAND = re.compile(r"/[a-z0-9_-]{1,31}")
"""What Slack takes as the name of a slash command: at most 32 characters, no capitals."""

PAGES = "at https://api.slack.com/apps choose your app, then"
GET_BOT = f"{PAGES} OAuth & Permissions, Bot User OAuth Token"
GET_APP = (
    f"{PAGES} Basic Information, App-Level Tokens, and create one with the scope connections:write"
)
GET_SIGNING = f"{PAGES} Basic Information, App Credentials, Signing Secret"


@dataclass(frozen=True)
class Settings:
    """What ``wwc-bot run`` was told. Secrets are left out of ``repr``."""

    bot_token: str = field(repr=False)
    app_token: str | None = field(default=None, repr=False)
    signing_secret: str | None = field(default=None, repr=False)
    api_url: str = DEFAULT_API_URL
    command_ask: str = "/wwc"
    command_criteria: str = "/criteria"
    knowledge: Path | None = None
    log_level: str = "INFO"

    @property
    def socket_mode(self) -> bool:
        """Socket Mode where an app-level token is set, HTTP otherwise."""
        return self.app_token is not None


class SettingsError(Exception):
    """The environment does not let the bot start; ``problems`` are sentences for its owner."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        """Keep the problems."""
        super().__init__("\n".join(problems))
        self.problems = problems


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Read and check the environment.

    Raises:
        SettingsError: with every problem found, not only the first.

    """
    reader = _Reader(environment)
    settings = Settings(
        bot_token=reader.bot_token(),
        app_token=reader.app_token(),
        signing_secret=reader.signing_secret(),
        api_url=reader.api_url(),
        command_ask=reader.command("WWC_BOT_COMMAND_ASK", "/wwc"),
        command_criteria=reader.command("WWC_BOT_COMMAND_CRITERIA", "/criteria"),
        knowledge=reader.knowledge(),
        log_level=reader.log_level(),
    )
    if settings.command_ask == settings.command_criteria:
        reader.problems.append(
            "WWC_BOT_COMMAND_ASK and WWC_BOT_COMMAND_CRITERIA name the same command; "
            "give each its own name."
        )
    if reader.problems:
        raise SettingsError(tuple(reader.problems))
    return settings


def read_port(environment: Mapping[str, str]) -> int:
    """Return PORT, which hosting platforms set, or the default.

    Raises:
        SettingsError: when PORT is no port number.

    """
    port = environment.get("PORT", "").strip() or str(DEFAULT_PORT)
    if not re.fullmatch(r"[0-9]{1,5}", port) or int(port) > 65_535:
        raise SettingsError(("PORT must be a number from 0 to 65535, such as 3000.",))
    return int(port)


class _Reader:
    """Reads one variable at a time and collects what is wrong."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = environment
        self.problems: list[str] = []

    def value(self, name: str) -> str | None:
        """Return a variable without surrounding space; empty counts as not set."""
        return self.environment.get(name, "").strip() or None

    def bot_token(self) -> str:
        token = self.value("SLACK_BOT_TOKEN")
        if token is None:
            self.problems.append(f"SLACK_BOT_TOKEN is not set. To get it: {GET_BOT}.")
        elif not re.fullmatch(r"(xox[be]-|xoxe\.xoxb-)[!-~]+", token):
            self.problems.append(
                "SLACK_BOT_TOKEN does not look like a bot token, which begins with xoxb-. "
                f"To get it: {GET_BOT}."
            )
        return token or ""

    def app_token(self) -> str | None:
        token = self.value("SLACK_APP_TOKEN")
        if token and not re.fullmatch(r"xapp-[!-~]+", token):
            self.problems.append(
                "SLACK_APP_TOKEN does not look like an app-level token, which begins with xapp-. "
                f"To get it: {GET_APP}."
            )
        return token

    def signing_secret(self) -> str | None:
        secret = self.value("SLACK_SIGNING_SECRET")
        if secret is None and self.value("SLACK_APP_TOKEN") is None:
            self.problems.append(
                "Neither SLACK_APP_TOKEN (for Socket Mode) nor SLACK_SIGNING_SECRET (for HTTP) is "
                f"set; the bot needs one of them. For Socket Mode: {GET_APP}. "
                f"For HTTP: {GET_SIGNING}."
            )
        if secret and secret.startswith(("xox", "xapp-")):
            self.problems.append(
                "SLACK_SIGNING_SECRET holds a token, not the signing secret. "
                f"To get it: {GET_SIGNING}."
            )
        return secret

    def api_url(self) -> str:
        url = self.value("SLACK_API_URL") or DEFAULT_API_URL
        try:
            parts = urlsplit(url)
            host, _ = parts.hostname or "", parts.port
        except ValueError:
            parts, host = urlsplit(""), ""
        here = host in ("localhost", "127.0.0.1", "::1")
        if not host or parts.scheme not in ("https", *(["http"] if here else [])):
            self.problems.append(
                "SLACK_API_URL must be a full address that begins with https://, such as "
                f"{DEFAULT_API_URL} (the default) or https://slack-gov.com/api/ for GovSlack."
            )
        return url if url.endswith("/") else url + "/"

    def command(self, name: str, default: str) -> str:
        command = self.value(name) or default
        if not COMMAND.fullmatch(command):
            self.problems.append(
                f"{name} must be a slash and at most 31 small letters, digits, - or _, such as "
                f"{default}; use the name that the app's Slash Commands page shows."
            )
        return command

    def knowledge(self) -> Path | None:
        folder = self.value("WWC_BOT_KNOWLEDGE")
        if folder and not Path(folder).is_dir():
            self.problems.append(
                "WWC_BOT_KNOWLEDGE does not name a folder. Leave it out to use the knowledge that "
                "comes with the bot."
            )
        return Path(folder) if folder else None

    def log_level(self) -> str:
        level = (self.value("WWC_BOT_LOG_LEVEL") or "INFO").upper()
        if level not in LOG_LEVELS:
            self.problems.append(f"WWC_BOT_LOG_LEVEL must be one of {', '.join(LOG_LEVELS)}.")
            return "INFO"
        return level
