"""The environment: what is read, and the sentences for what is wrong."""

import pytest

from bot.ops.settings import SettingsError, read_port, read_settings

BOT = {"SLACK_BOT_TOKEN": "xoxb-1"}
SOCKET = {**BOT, "SLACK_APP_TOKEN": "xapp-1"}
HTTP = {**BOT, "SLACK_SIGNING_SECRET": "0123456789abcdef" * 2}


def test_socket_mode_where_an_app_token_is_set() -> None:
    """An app-level token means Socket Mode, also beside a signing secret; without it, HTTP."""
    assert read_settings(SOCKET).socket_mode
    assert read_settings({**SOCKET, **HTTP}).socket_mode
    assert not read_settings(HTTP).socket_mode


def test_defaults() -> None:
    """What is not set has its documented default."""
    settings = read_settings(SOCKET)
    assert settings.api_url == "https://slack.com/api/"
    assert (settings.command_ask, settings.command_criteria) == ("/wwc", "/criteria")
    assert (settings.knowledge, settings.log_level) == (None, "INFO")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://slack-gov.com/api/", "https://slack-gov.com/api/"),
        ("https://slack-gov.com/api", "https://slack-gov.com/api/"),
        ("http://127.0.0.1:5000/api", "http://127.0.0.1:5000/api/"),
    ],
)
def test_api_url(url: str, expected: str) -> None:
    """SLACK_API_URL is taken with or without its last slash."""
    assert read_settings({**SOCKET, "SLACK_API_URL": url}).api_url == expected


@pytest.mark.parametrize(
    ("environment", "variable"),
    [
        ({}, "SLACK_BOT_TOKEN"),
        ({"SLACK_APP_TOKEN": "xapp-1"}, "SLACK_BOT_TOKEN"),
        ({**SOCKET, "SLACK_BOT_TOKEN": "xapp-1"}, "SLACK_BOT_TOKEN"),
        ({**SOCKET, "SLACK_BOT_TOKEN": "  "}, "SLACK_BOT_TOKEN"),
        ({**SOCKET, "SLACK_BOT_TOKEN": "xoxb-a\x01b"}, "SLACK_BOT_TOKEN"),
        ({**SOCKET, "SLACK_APP_TOKEN": "xapp-a\x01b"}, "SLACK_APP_TOKEN"),
        (BOT, "SLACK_SIGNING_SECRET"),
        (BOT, "SLACK_APP_TOKEN"),
        ({**SOCKET, "SLACK_APP_TOKEN": "xoxb-1"}, "SLACK_APP_TOKEN"),
        ({**SOCKET, "SLACK_BOT_TOKEN": "xoxe-1"}, "SLACK_BOT_TOKEN"),
        ({**SOCKET, "SLACK_BOT_TOKEN": "'xoxb-1'"}, "SLACK_BOT_TOKEN"),
        ({**BOT, "SLACK_SIGNING_SECRET": "xoxb-1"}, "SLACK_SIGNING_SECRET"),
        ({**BOT, "SLACK_SIGNING_SECRET": '"0123456789abcdef0123456789abcdef"'}, "quotes"),
        ({**BOT, "SLACK_SIGNING_SECRET": "AbCdEfGhIjKlMnOpQrStUvWx"}, "SLACK_SIGNING_SECRET"),
        ({**BOT, "SLACK_SIGNING_SECRET": "your-signing-secret"}, "SLACK_SIGNING_SECRET"),
        (
            {**BOT, "SLACK_SIGNING_SECRET": "0123456789abcdef\u200b0123456789abcde"},
            "SIGNING_SECRET",
        ),
        ({**SOCKET, "SLACK_API_URL": "slack.com"}, "SLACK_API_URL"),
        ({**SOCKET, "SLACK_API_URL": "http://slack.com/api/"}, "SLACK_API_URL"),
        ({**SOCKET, "SLACK_API_URL": "https://[::bad"}, "SLACK_API_URL"),
        ({**SOCKET, "WWC_BOT_COMMAND_ASK": "wwc"}, "WWC_BOT_COMMAND_ASK"),
        ({**SOCKET, "WWC_BOT_COMMAND_CRITERIA": "/Cri teria"}, "WWC_BOT_COMMAND_CRITERIA"),
        ({**SOCKET, "WWC_BOT_COMMAND_ASK": "/criteria"}, "WWC_BOT_COMMAND_ASK"),
        ({**SOCKET, "WWC_BOT_KNOWLEDGE": "/nowhere/at/all"}, "WWC_BOT_KNOWLEDGE"),
        ({**SOCKET, "WWC_BOT_LOG_LEVEL": "LOUD"}, "WWC_BOT_LOG_LEVEL"),
        ({**SOCKET, "WWC_BOT_LOG_LEVEL": "'INFO'"}, "WWC_BOT_LOG_LEVEL"),
        ({**SOCKET, "WWC_BOT_COMAND_ASK": "/wwc"}, "Did you mean WWC_BOT_COMMAND_ASK?"),
        ({**SOCKET, "HTTPS_PROXY": "proxy.example:8080"}, "HTTPS_PROXY"),
        ({**SOCKET, "https_proxy": "proxy.example"}, "https_proxy"),
        ({**SOCKET, "HTTP_PROXY": '"http://proxy.example:8080"'}, "HTTP_PROXY"),
        ({**SOCKET, "HTTPS_PROXY": "http://proxy.example:port"}, "HTTPS_PROXY"),
        ({**SOCKET, "HTTPS_PROXY": "http://:8080"}, "HTTPS_PROXY"),
        ({**SOCKET, "HTTPS_PROXY": "socks5://127.0.0.1:1080"}, "SOCKS"),
    ],
)
def test_problems_name_the_variable(environment: dict[str, str], variable: str) -> None:
    """Every problem is a sentence that names its variable, and never quotes its value."""
    with pytest.raises(SettingsError) as error:
        read_settings(environment)
    assert any(variable in problem for problem in error.value.problems)
    assert all(problem.endswith((".", "?")) for problem in error.value.problems)
    for value in environment.values():
        assert value.strip() in ("", "/criteria") or f"{value} " not in f"{error.value} "


def test_all_problems_at_once() -> None:
    """Somebody who starts from nothing is told everything in one go."""
    with pytest.raises(SettingsError) as error:
        read_settings({"SLACK_API_URL": "x", "WWC_BOT_LOG_LEVEL": "x"})
    assert len(error.value.problems) == 4


def test_secrets_are_not_in_repr() -> None:
    """Printing the settings shows no secret."""
    settings = read_settings({**HTTP, **SOCKET})
    for secret in ("xoxb-1", "xapp-1", "0123456789abcdef"):
        assert secret not in repr(settings)


@pytest.mark.parametrize(("value", "port"), [("", 3000), ("8080", 8080), (" 80 ", 80)])
def test_port(value: str, port: int) -> None:
    """PORT is honoured."""
    assert read_port({"PORT": value}) == port


@pytest.mark.parametrize("value", ["http", "70000", "-1", "३०००"])
def test_bad_port(value: str) -> None:
    """A PORT that is no port is named."""
    with pytest.raises(SettingsError, match="PORT"):
        read_port({"PORT": value})


def test_a_proxy_that_can_be_used() -> None:
    """The address of an HTTP proxy is taken; the first variable that slack_sdk reads counts."""
    assert read_settings({**SOCKET, "HTTPS_PROXY": "http://user:word@proxy.example:8080"})
    assert read_settings({**SOCKET, "HTTPS_PROXY": "https://proxy.example", "http_proxy": "x"})
    assert read_settings({**SOCKET, "HTTPS_PROXY": ""})
