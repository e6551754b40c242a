"""``wwc-bot run`` as a process: exit codes, sentences, signals."""

import asyncio
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.exit_codes import DONE, REFUSED, WRONG_USE
from bot.cli.run import run
from bot.web.local_slack import Delivery, LocalSlack
from tests.conftest import SMALL
from tests.slack.bots import MODES, OPEN_DATA, patient_slack

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-W", "error", "-c", "from bot.cli.run import run; run()")


def environment(**variables: str) -> dict[str, str]:
    """Make an environment without any setting of ours but these."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SLACK_", "WWC_", "PORT"))
    }
    return {**kept, **variables}


@pytest.mark.parametrize(
    ("variables", "named"),
    [
        ({}, ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "api.slack.com/apps")),
        ({"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "wrong"}, ("SLACK_APP_TOKEN",)),
        ({"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1", "PORT": "x"}, ("PORT",)),
    ],
)
def test_misconfigured(
    variables: dict[str, str], named: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is missing or wrong is named with how to get it; exit 2, before any network call."""

    def no_network(*_: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr("socket.socket.connect", no_network)
    for name in [*os.environ]:
        if name.startswith(("SLACK_", "WWC_", "PORT")):
            monkeypatch.delenv(name)
    result = CliRunner().invoke(run, [], env=variables)
    assert result.exit_code == WRONG_USE
    assert not result.stdout
    for word in named:
        assert word in result.stderr
    assert "Traceback" not in result.stderr


def test_help() -> None:
    """The help says how the mode is chosen and what the exit codes mean."""
    result = CliRunner().invoke(run, ["--help"])
    assert result.exit_code == DONE
    for word in ("SLACK_APP_TOKEN", "/slack/events", "/healthz", "Exit code", "--port", "PORT"):
        assert word in result.output


async def start(
    slack: LocalSlack, mode: str, *options: str, **more: str
) -> asyncio.subprocess.Process:
    """Start the command with little knowledge against a local Slack, on a free port or as told."""
    small = {"WWC_BOT_KNOWLEDGE": str(SMALL)}
    env = environment(**{**small, **slack.environment(mode), **more})
    return await asyncio.create_subprocess_exec(
        *COMMAND, "--port", "0", *options, cwd=ROOT, env=env, stderr=subprocess.PIPE
    )


@pytest.mark.parametrize("mode", MODES)
async def test_a_life_in_a_process(mode: str) -> None:
    """It starts, answers, stops on SIGTERM with 0, and its log holds neither text nor tokens."""
    async with patient_slack() as slack:
        more = {"SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "s"}
        process = await start(slack, mode, WWC_BOT_LOG_LEVEL="DEBUG", **more)
        assert process.stderr
        log = ""
        while " ready" not in log:
            line = await process.stderr.readline()
            assert line, log
            log += line.decode()
        port = log.partition("listening on http://127.0.0.1:")[2].split()[0]
        delivery: Delivery = slack.socket
        if mode == "http":
            delivery = slack.http(f"http://127.0.0.1:{port}/slack/events")
        assert (await delivery.event(slack.payloads.app_mention(OPEN_DATA))).ok
        await slack.wait_for(lambda: slack.calls_to("chat.postMessage"))
        process.send_signal(signal.SIGTERM)
        log += (await process.stderr.read()).decode()
        assert await process.wait() == DONE
        assert slack.violations == []
    assert "Traceback" not in log
    assert "Warning" not in log
    for hidden in (OPEN_DATA, LocalSlack.bot_token, LocalSlack.app_token, "ticket=9"):
        assert hidden not in log


async def ended(process: asyncio.subprocess.Process) -> tuple[int, str]:
    """Wait until the command ends; return its exit code and what it said."""
    _, error = await process.communicate()
    return await process.wait(), error.decode()


@pytest.mark.parametrize(
    ("host", "named"),
    [("127.0.0.1", "--port"), ("nosuchhost.invalid", "--host"), ("203.0.113.9", "--host")],
)
async def test_an_address_that_cannot_be_used(host: str, named: str) -> None:
    """A taken port or a host that is not ours is named before Slack is asked anything; exit 2."""
    async with patient_slack() as slack:
        taken = slack.url.rpartition(":")[2]
        code, error = await ended(await start(slack, "socket", "--host", host, "--port", taken))
        assert (code, slack.calls) == (WRONG_USE, [])
    assert named in error
    assert "Traceback" not in error


async def test_a_wrong_token_has_an_exit_code_of_its_own() -> None:
    """Slack's refusal is one sentence on standard error, and not the exit code of a crash."""
    async with patient_slack() as slack:
        code, error = await ended(await start(slack, "socket", SLACK_BOT_TOKEN="xoxb-wrong"))
    assert code == REFUSED
    assert "invalid_auth" in error
    assert "SLACK_BOT_TOKEN" in error
    assert "Traceback" not in error


def test_a_crash_is_told_apart_from_what_a_restart_cannot_mend() -> None:
    """Only the codes for wrong settings and refused tokens keep systemd from starting us again."""
    crash = subprocess.run(
        [sys.executable, "-c", "raise MemoryError"], stderr=subprocess.DEVNULL, check=False
    )
    unit = (ROOT / "deploy/wwc-bot.service").read_text()
    kept_down = re.findall(r"^RestartPreventExitStatus=(.*)$", unit, re.MULTILINE)
    assert kept_down == [f"{WRONG_USE} {REFUSED}"]
    assert str(crash.returncode) not in kept_down[0].split()
