"""The environment, read once into frozen Settings; each problem is a sentence saying what to do.

Nothing here touches the network. The tokens' first letters are Slack's own
(https://docs.slack.dev/authentication/tokens); anything more about them only Slack can tell.
"""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Final, Literal
from urllib.parse import SplitResult, urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, field_validator

DEFAULT_API_URL: Final = "https://slack.com/api/"
DEFAULT_HOST: Final = "127.0.0.1"
DEFAULT_PORT: Final = 3000
VARIABLES: Final = {
    "bot_token": "SLACK_BOT_TOKEN",
    "app_token": "SLACK_APP_TOKEN",
    "signing_secret": "SLACK_SIGNING_SECRET",
    "api_url": "SLACK_API_URL",
    "command_ask": "WWC_BOT_COMMAND_ASK",
    "command_criteria": "WWC_BOT_COMMAND_CRITERIA",
    "knowledge": "WWC_BOT_KNOWLEDGE",
    "log_level": "WWC_BOT_LOG_LEVEL",
}
"""The variable that each setting is read from."""

PROXIES: Final = ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy")
"""Where slack_sdk looks for a proxy; the first that is set counts, for every call."""

PAGES: Final = "at https://api.slack.com/apps choose your app, then"
GET_BOT: Final = f"{PAGES} OAuth & Permissions, Bot User OAuth Token"
GET_APP: Final = (
    f"{PAGES} Basic Information, App-Level Tokens, and create one with the scope connections:write"
)
GET_SIGNING: Final = f"{PAGES} Basic Information, App Credentials, Signing Secret"


class Settings(BaseModel):
    """What ``wwc-bot run`` was told. Secrets are left out of ``repr``."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_default=True, hide_input_in_errors=True
    )

    bot_token: str = Field("", repr=False)
    app_token: str | None = Field(None, repr=False)
    signing_secret: str | None = Field(None, repr=False)
    api_url: str = DEFAULT_API_URL
    command_ask: str = "/wwc"
    command_criteria: str = "/criteria"
    knowledge: Path | None = None
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @property
    def socket_mode(self) -> bool:
        """Socket Mode where an app-level token is set, HTTP otherwise."""
        return self.app_token is not None

    @field_validator("*", mode="before")
    @classmethod
    def _without_quotes(cls, value: object, info: ValidationInfo) -> object:
        if isinstance(value, str) and re.fullmatch(r"(['\"]).*\1", value):
            raise ValueError(
                f"{VARIABLES[str(info.field_name)]} stands in quotes, which some tools keep as a "
                "part of the value (docker run --env-file does). Take them away."
            )
        return value

    @field_validator("bot_token")
    @classmethod
    def _bot_token(cls, token: str) -> str:
        if not token:
            raise ValueError(f"SLACK_BOT_TOKEN is not set. To get it: {GET_BOT}.")
        if not re.fullmatch(r"(xoxb-|xoxe\.xoxb-)[!-~]+", token):
            raise ValueError(
                "SLACK_BOT_TOKEN does not look like a bot token, which begins with xoxb-. "
                f"To get it: {GET_BOT}."
            )
        return token

    @field_validator("app_token")
    @classmethod
    def _app_token(cls, token: str | None) -> str | None:
        if token and not re.fullmatch(r"xapp-[!-~]+", token):
            raise ValueError(
                "SLACK_APP_TOKEN does not look like an app-level token, which begins with xapp-. "
                f"To get it: {GET_APP}."
            )
        return token

    @field_validator("signing_secret")
    @classmethod
    def _signing_secret(cls, secret: str | None, info: ValidationInfo) -> str | None:
        if secret is None and info.data.get("app_token", "wrong") is None:
            raise ValueError(
                "Neither SLACK_APP_TOKEN (for Socket Mode) nor SLACK_SIGNING_SECRET (for HTTP) is "
                f"set; the bot needs one of them. For Socket Mode: {GET_APP}. "
                f"For HTTP: {GET_SIGNING}."
            )
        if secret and not re.fullmatch(r"[0-9a-f]{32}", secret):
            raise ValueError(
                "SLACK_SIGNING_SECRET does not look like a signing secret, which has 32 digits "
                f"from 0 to 9 and a to f. To get it: {GET_SIGNING}."
            )
        return secret

    @field_validator("api_url")
    @classmethod
    def _api_url(cls, url: str) -> str:
        parts = _split(url)
        here = parts.hostname in ("localhost", "127.0.0.1", "::1")
        if not parts.hostname or parts.scheme not in ("https", *(["http"] if here else [])):
            raise ValueError(
                "SLACK_API_URL must be a full address that begins with https://, such as "
                f"{DEFAULT_API_URL} (the default) or https://slack-gov.com/api/ for GovSlack."
            )
        return url if url.endswith("/") else url + "/"

    @field_validator("command_ask", "command_criteria")
    @classmethod
    def _command(cls, command: str, info: ValidationInfo) -> str:
        # What Slack takes as the name of a command: at most 32 characters, no capitals.
        if not re.fullmatch(r"/[a-z0-9_-]{1,31}", command):
            default = cls.model_fields[str(info.field_name)].default
            raise ValueError(
                f"{VARIABLES[str(info.field_name)]} must be a slash and at most 31 small letters, "
                f"digits, - or _, such as {default}; use the name that the app's Slash Commands "
                "page shows."
            )
        if command == info.data.get("command_ask"):
            raise ValueError(
                "WWC_BOT_COMMAND_ASK and WWC_BOT_COMMAND_CRITERIA name the same command; "
                "give each its own name."
            )
        return command

    @field_validator("knowledge")
    @classmethod
    def _knowledge(cls, folder: Path | None) -> Path | None:
        if folder and not folder.is_dir():
            raise ValueError(
                "WWC_BOT_KNOWLEDGE does not name a folder. Leave it out to use the knowledge that "
                "comes with the bot."
            )
        return folder

    @field_validator("log_level", mode="before")
    @classmethod
    def _log_level(cls, level: str) -> str:
        if level.upper() not in ("DEBUG", "INFO", "WARNING", "ERROR"):
            raise ValueError("WWC_BOT_LOG_LEVEL must be one of DEBUG, INFO, WARNING, ERROR.")
        return level.upper()


class SettingsError(Exception):
    """The environment does not let the bot start; ``problems`` are sentences for its owner."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        """Keep the problems."""
        super().__init__("\n".join(problems))
        self.problems = problems


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Read and check the environment. Space around a value is dropped; empty counts as not set.

    Raises:
        SettingsError: with every problem found, not only the first.

    """
    problems = [*_misspelled(environment), *_proxy_problems(environment)]
    given = {
        setting: environment[name].strip()
        for setting, name in VARIABLES.items()
        if environment.get(name, "").strip()
    }
    try:
        settings = Settings.model_validate(given)
    except ValidationError as error:
        said = [str(problem["ctx"]["error"]) for problem in error.errors()]
        raise SettingsError((*said, *problems)) from None
    if problems:
        raise SettingsError(tuple(problems))
    return settings


def read_port(environment: Mapping[str, str]) -> int:
    """Return PORT, which hosting platforms set, or the default.

    Raises:
        SettingsError: when PORT is not a port number.

    """
    port = environment.get("PORT", "").strip() or str(DEFAULT_PORT)
    if not re.fullmatch(r"[0-9]{1,5}", port) or int(port) > 65_535:
        raise SettingsError(("PORT must be a number from 0 to 65535, such as 3000.",))
    return int(port)


def _misspelled(environment: Mapping[str, str]) -> list[str]:
    """Name variables that are nearly one of ours, and would be left out without a word."""
    ours = [name for name in VARIABLES.values() if name.startswith("WWC_BOT_")]
    strange = [n for n in environment if n.startswith("WWC_") and n not in ours]
    near = {name: get_close_matches(name, ours, 1, 0.85) for name in sorted(strange)}
    return [f"{name} is not a setting; did you mean {m[0]}?" for name, m in near.items() if m]


def _proxy_problems(environment: Mapping[str, str]) -> list[str]:
    """Check the proxy that slack_sdk would use: aiohttp speaks to HTTP proxies alone."""
    name = next((name for name in PROXIES if environment.get(name)), "")
    proxy = environment.get(name, "").strip()
    parts = _split(proxy)
    if not proxy or (parts.scheme in ("http", "https") and parts.hostname):
        return []
    if parts.scheme.startswith("socks"):
        return [f"{name} names a SOCKS proxy, which the bot cannot use. Name an HTTP proxy."]
    return [
        f"{name} must be the full address of an HTTP proxy without quotes, such as "
        "http://proxy.example:8080."
    ]


def _split(address: str) -> SplitResult:
    """Split an address; one that cannot be read has no parts."""
    try:
        parts = urlsplit(address)
        _ = parts.port  # raises where it is not a number
    except ValueError:
        return urlsplit("")
    return parts
