"""The environment, read once into frozen Settings; each problem is a sentence saying what to do.

Nothing here touches the network. The tokens' first letters are Slack's own
(https://docs.slack.dev/authentication/tokens); anything more about them only Slack can tell.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final, NamedTuple
from urllib.parse import SplitResult, urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, field_validator

DEFAULT_API_URL: Final = "https://slack.com/api/"
DEFAULT_HOST: Final = "127.0.0.1"
DEFAULT_PORT: Final = 3000
PROXIES: Final = ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy")
"""Where slack_sdk looks for a proxy; the first that is set counts, for every call."""

PAGES: Final = "at https://api.slack.com/apps choose your app, then"
GET_BOT: Final = f"{PAGES} OAuth & Permissions, Bot User OAuth Token"
GET_APP: Final = (
    f"{PAGES} Basic Information, App-Level Tokens, and create one with the scope connections:write"
)
GET_SIGNING: Final = f"{PAGES} Basic Information, App Credentials, Signing Secret"
NAMED: Final = (
    "must be a slash and at most 31 small letters, digits, - or _, such as {}; use the name that "
    "the app's Slash Commands page shows."
)


def _of_form(form: str) -> Callable[[str], str | None]:
    return lambda value: value if re.fullmatch(form, value) else None


def _folder(value: str) -> Path | None:
    return Path(value) if Path(value).is_dir() else None


def _api_url(value: str) -> str | None:
    parts = _split(value)
    here = parts.hostname in ("localhost", "127.0.0.1", "::1")
    if not parts.hostname or parts.scheme not in ("https", *(["http"] if here else [])):
        return None
    return value if value.endswith("/") else value + "/"


def _split(address: str) -> SplitResult:
    """Split an address; one that cannot be read has no parts."""
    try:
        parts = urlsplit(address)
        _ = parts.port  # raises where it is not a number
    except ValueError:
        return urlsplit("")
    return parts


class Variable(NamedTuple):
    """Where a setting is read from.

    Attributes:
        name: of the environment variable.
        read: returns the value of the setting, None where the variable cannot be right.
        problem: what is said then, after the name.

    """

    name: str
    read: Callable[[str], str | Path | None]
    problem: str


VARIABLES: Final = {
    "bot_token": Variable(
        "SLACK_BOT_TOKEN",
        _of_form(r"(xoxb-|xoxe\.xoxb-)[!-~]+"),
        f"does not look like a bot token, which begins with xoxb-. To get it: {GET_BOT}.",
    ),
    "app_token": Variable(
        "SLACK_APP_TOKEN",
        _of_form(r"xapp-[!-~]+"),
        f"does not look like an app-level token, which begins with xapp-. To get it: {GET_APP}.",
    ),
    "signing_secret": Variable(
        "SLACK_SIGNING_SECRET",
        _of_form(r"[0-9a-f]{32}"),
        "does not look like a signing secret, which has 32 digits from 0 to 9 and a to f. "
        f"To get it: {GET_SIGNING}.",
    ),
    "api_url": Variable(
        "SLACK_API_URL",
        _api_url,
        f"must be a full address that begins with https://, such as {DEFAULT_API_URL} (the "
        "default) or https://slack-gov.com/api/ for GovSlack.",
    ),
    # What Slack takes as the name of a command: at most 32 characters, no capitals.
    "command_ask": Variable(
        "WWC_BOT_COMMAND_ASK", _of_form(r"/[a-z0-9_-]{1,31}"), NAMED.format("/wwc")
    ),
    "command_criteria": Variable(
        "WWC_BOT_COMMAND_CRITERIA", _of_form(r"/[a-z0-9_-]{1,31}"), NAMED.format("/criteria")
    ),
    "knowledge": Variable(
        "WWC_BOT_KNOWLEDGE",
        _folder,
        "does not name a folder. Leave it out to use the knowledge that comes with the bot.",
    ),
    "log_level": Variable(
        "WWC_BOT_LOG_LEVEL",
        lambda value: _of_form("DEBUG|INFO|WARNING|ERROR")(value.upper()),
        "must be one of DEBUG, INFO, WARNING, ERROR.",
    ),
}


class Settings(BaseModel):
    """What ``wwc-bot run`` was told. Secrets are left out of ``repr``."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)

    bot_token: str = Field("", repr=False)
    app_token: str | None = Field(None, repr=False)
    signing_secret: str | None = Field(None, repr=False)
    api_url: str = DEFAULT_API_URL
    command_ask: str = "/wwc"
    command_criteria: str = "/criteria"
    knowledge: Path | None = None
    log_level: str = "INFO"

    @property
    def socket_mode(self) -> bool:
        """Socket Mode where an app-level token is set, HTTP otherwise."""
        return self.app_token is not None

    @field_validator("*", mode="before")
    @classmethod
    def _can_be_right(cls, value: Any, info: ValidationInfo) -> Any:
        variable = VARIABLES[str(info.field_name)]
        if not value or not isinstance(value, str):
            return value
        if re.fullmatch(r"(['\"]).*\1", value):
            raise ValueError(
                f"{variable.name} stands in quotes, which some tools keep as a part of the value "
                "(docker run --env-file does). Take them away."
            )
        if (read := variable.read(value)) is None:
            raise ValueError(f"{variable.name} {variable.problem}")
        return read

    @field_validator("bot_token")
    @classmethod
    def _is_set(cls, token: str) -> str:
        if not token:
            raise ValueError(f"SLACK_BOT_TOKEN is not set. To get it: {GET_BOT}.")
        return token

    @field_validator("signing_secret")
    @classmethod
    def _is_set_for_http(cls, secret: str | None, info: ValidationInfo) -> str | None:
        if secret is None and info.data.get("app_token", "wrong") is None:
            raise ValueError(
                "Neither SLACK_APP_TOKEN (for Socket Mode) nor SLACK_SIGNING_SECRET (for HTTP) is "
                f"set; the bot needs one of them. For Socket Mode: {GET_APP}. "
                f"For HTTP: {GET_SIGNING}."
            )
        return secret

    @field_validator("command_criteria")
    @classmethod
    def _is_another_command(cls, command: str, info: ValidationInfo) -> str:
        if command == info.data.get("command_ask"):
            raise ValueError(
                "WWC_BOT_COMMAND_ASK and WWC_BOT_COMMAND_CRITERIA name the same command; "
                "give each its own name."
            )
        return command


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
    problems = [*_misspelled(environment), *proxy_problems(environment)]
    values = {setting: environment.get(v.name, "").strip() for setting, v in VARIABLES.items()}
    try:
        settings = Settings.model_validate({s: value for s, value in values.items() if value})
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


def _misspelled(environment: Mapping[str, str]) -> Iterator[str]:
    """Name variables that are nearly one of ours, and would be left out without a word."""
    ours = [variable.name for variable in VARIABLES.values()]
    for name in sorted(set(environment) - set(ours)):
        if name.startswith("WWC_") and (near := get_close_matches(name, ours, 1, 0.85)):
            yield f"{name} is not a setting. Did you mean {near[0]}?"


def proxy_problems(environment: Mapping[str, str]) -> Iterator[str]:
    """Check the proxy of the environment: aiohttp speaks to HTTP proxies alone."""
    name = next((name for name in PROXIES if environment.get(name)), "")
    proxy = environment.get(name, "").strip()
    parts = _split(proxy)
    if parts.scheme.startswith("socks"):
        yield f"{name} names a SOCKS proxy, which the bot cannot use. Name an HTTP proxy."
    elif proxy and not (parts.scheme in ("http", "https") and parts.hostname):
        yield (
            f"{name} must be the full address of an HTTP proxy without quotes, such as "
            "http://proxy.example:8080."
        )
