"""The app manifests and the registered listeners say the same, in both directions."""

import ast
import json
from pathlib import Path
from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp

import bot.slack
from bot.matching import Decision
from bot.ops.settings import Settings
from bot.slack import texts
from bot.slack.listeners import register
from bot.slack.listeners.functions.lookup_criterion import outputs_of
from bot.slack.registry import Registration, Registry

from .bots import OPEN_DATA, engine

FOLDER = Path(__file__).parents[2] / "deploy" / "slack"
MODES = ("socket", "http")
SCOPES_OF_METHODS = {
    "chat_postMessage": "chat:write",
    "chat_postEphemeral": "chat:write",
    "conversations_history": "im:history",
    "assistant_threads_setSuggestedPrompts": "assistant:write",
    "views_open": None,
    "views_push": None,
    "views_update": None,
    "views_publish": None,
    "auth_test": None,
}
"""What each method that we call needs: https://docs.slack.dev/reference/methods."""

SUBSCRIBED_AS = {"message": "message.im"}


def manifest(mode: str) -> dict[str, Any]:
    """Read a manifest."""
    loaded: dict[str, Any] = json.loads((FOLDER / f"manifest-{mode}.json").read_text("utf-8"))
    return loaded


def registry(**more: Any) -> list[Registration]:
    """List what is registered."""
    settings = Settings(bot_token="xoxb-1", signing_secret="0" * 32, **more)
    registered = Registry(AsyncApp(token="xoxb-1", signing_secret="0" * 32))
    register(registered, settings)
    return registered.registered


def names(kind: str) -> set[str]:
    """Give the names of the registry of a kind."""
    return {one.name for one in registry() if one.kind == kind}


@pytest.mark.parametrize("mode", MODES)
def test_listeners_and_manifest_agree(mode: str) -> None:
    """Every listener has its entry and every entry its listener."""
    made = manifest(mode)
    features, settings = made["features"], made["settings"]
    subscribed = set(settings["event_subscriptions"]["bot_events"])
    heard = {SUBSCRIBED_AS.get(name, name) for name in names("event")}
    assert subscribed == heard | {"function_executed"}
    assert {one["command"] for one in features["slash_commands"]} == names("command")
    for kind in ("global", "message"):
        listed = {one["callback_id"] for one in features["shortcuts"] if one["type"] == kind}
        assert listed == names(f"{kind}_shortcut")
    assert set(made["functions"]) == names("function")
    assert settings["interactivity"]["is_enabled"]
    prompts = features["agent_view"]["suggested_prompts"]
    assert [(one["title"], one["message"]) for one in prompts] == list(texts.PROMPTS)


@pytest.mark.parametrize("mode", MODES)
def test_no_scope_is_missing_and_none_unused(mode: str) -> None:
    """The scopes are those that the registry and the methods we call need, and no other."""
    called = called_methods()
    assert called <= SCOPES_OF_METHODS.keys()
    needed = {SCOPES_OF_METHODS[name] for name in called} - {None}
    needed |= {scope for one in registry() for scope in one.scopes}
    assert set(manifest(mode)["oauth_config"]["scopes"]["bot"]) == needed


def called_methods() -> set[str]:
    """Find the methods of the Web API that the code calls."""
    found = set()
    for file in Path(bot.slack.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name | ast.Attribute):
                owner = node.value.id if isinstance(node.value, ast.Name) else node.value.attr
                if (
                    owner == "client"
                    and "_" in node.attr
                    and node.attr.split("_")[0]
                    in (
                        "chat",
                        "views",
                        "assistant",
                        "auth",
                        "users",
                        "conversations",
                        "reactions",
                    )
                ):
                    found.add(node.attr)
    return found


@pytest.mark.parametrize("mode", MODES)
def test_step_parameters(mode: str) -> None:
    """The step's outputs in the manifest are those that it gives, in their types."""
    step = manifest(mode)["functions"]["lookup_criterion"]
    assert set(step["input_parameters"]) == {"question"}
    kinds = {"string": str, "boolean": bool}
    outputs = outputs_of(engine().ask(OPEN_DATA))
    declared = {name: kinds[one["type"]] for name, one in step["output_parameters"].items()}
    assert declared == {name: type(value) for name, value in outputs.items()}


def test_the_two_manifests_differ_in_addresses_only() -> None:
    """Only HTTP has Request URLs, all on /slack/events; only Socket Mode has no address."""
    socket, http = manifest("socket"), manifest("http")
    assert socket["settings"].pop("socket_mode_enabled") is True
    assert http["settings"].pop("socket_mode_enabled") is False
    assert "http" not in json.dumps(socket).replace("https://", "http")
    urls = [http["settings"]["event_subscriptions"].pop("request_url")]
    urls.append(http["settings"]["interactivity"].pop("request_url"))
    urls.append(http["settings"]["interactivity"].pop("message_menu_options_url"))
    urls += [command.pop("url") for command in http["features"]["slash_commands"]]
    assert {url.rpartition("example.org")[2] for url in urls} == {"/slack/events"}
    assert socket == http


@pytest.mark.parametrize("mode", MODES)
def test_limits_of_the_manifest(mode: str) -> None:
    """Lengths as https://docs.slack.dev/reference/app-manifest has them."""
    made = manifest(mode)
    shown = made["display_information"]
    assert len(shown["name"]) <= 35
    assert len(shown["description"]) <= 140
    assert 174 <= len(shown["long_description"]) <= 4000
    # "Names must be ... 24 characters": https://docs.slack.dev/interactivity/implementing-shortcuts
    assert all(len(one["name"]) <= 24 for one in made["features"]["shortcuts"])
    assert all(len(one["description"]) <= 150 for one in made["features"]["shortcuts"])


@pytest.mark.parametrize(("_", "question"), texts.PROMPTS)
def test_every_prompt_is_answered(_: str, question: str) -> None:
    """The suggested prompts are questions that we answer."""
    assert engine().ask(question).decision is Decision.ANSWER


def test_command_names_can_be_changed() -> None:
    """Renamed commands are registered and taught under their new names."""
    renamed = registry(command_ask="/certify", command_criteria="/wwc-criteria")
    commands = {one.name: one for one in renamed if one.kind == "command"}
    assert set(commands) == {"/certify", "/wwc-criteria"}
    assert all(name in one.usage for name, one in commands.items())
