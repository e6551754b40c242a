"""The deployment kit, checked by the tools of its own trade."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from bot.ops.settings import read_settings

TOP = Path(__file__).parents[2]
DEPLOY = TOP / "deploy"
UNIT = DEPLOY / "wwc-bot.service"
ANALYZE = shutil.which("systemd-analyze")


def test_dockerfile_passes_its_linter() -> None:
    """Hadolint finds nothing in the Dockerfile."""
    hadolint = Path(sys.executable).parent / "hadolint"

    done = subprocess.run(
        [hadolint, DEPLOY / "Dockerfile"], capture_output=True, text=True, check=False
    )

    assert done.stdout == ""
    assert done.returncode == 0


def test_image_runs_without_root_and_copies_what_it_needs() -> None:
    """The last stage has a user of its own, and every copied path is let through .dockerignore."""
    lines = (DEPLOY / "Dockerfile").read_text().splitlines()
    last_stage = lines[max(at for at, line in enumerate(lines) if line.startswith("FROM")) :]
    allowed = {
        line[1:] for line in (TOP / ".dockerignore").read_text().splitlines() if line[0] == "!"
    }
    copied = {
        name
        for line in lines
        if line.startswith("COPY ") and "--from" not in line
        for name in line.split()[1:-1]
    }

    assert "USER 10001" in last_stage
    assert copied == allowed
    assert all((TOP / name).exists() for name in copied)


@pytest.mark.skipif(not ANALYZE, reason="needs systemd's own checker")
def test_unit_passes_systemds_check(tmp_path: Path) -> None:
    """Systemd accepts the unit; its command is put where the checker can find it."""
    unit = tmp_path / UNIT.name
    unit.write_text(UNIT.read_text().replace("/opt/wwc-bot/bin/wwc-bot", sys.executable))

    done = subprocess.run(
        [str(ANALYZE), "verify", "--man=no", unit], capture_output=True, text=True, check=False
    )

    ours = [line for line in done.stderr.splitlines() if UNIT.name in line]
    assert ours == []
    assert done.returncode == 0


@pytest.mark.skipif(not ANALYZE, reason="needs systemd's own checker")
def test_unit_is_hardened() -> None:
    """Systemd's own rating of the unit's exposure is in its best class (2 or less of 10)."""
    done = subprocess.run(
        [str(ANALYZE), "security", "--offline=yes", "--threshold=20", UNIT],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout[-400:]


def test_compose_file_starts_the_image_with_the_env_file() -> None:
    """Compose builds our Dockerfile, reads the env file and gives no privilege."""
    service = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]["wwc-bot"]

    assert (DEPLOY / service["build"]["context"] / service["build"]["dockerfile"]).resolve() == (
        DEPLOY / "Dockerfile"
    )
    assert service["env_file"] == ".env"
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]


def test_example_environment_is_what_the_bot_reads() -> None:
    """Filled in, the example file is a valid environment in either mode."""
    lines = (DEPLOY / "env.example").read_text().splitlines()
    names = [line.lstrip("# ").split("=")[0] for line in lines if "=" in line]
    filled = {"SLACK_BOT_TOKEN": "xoxb-1-1-abc", "SLACK_APP_TOKEN": "xapp-1-A-1-abc"}

    assert set(names) == {*filled, "SLACK_SIGNING_SECRET", "SLACK_API_URL"}
    assert read_settings(filled).socket_mode


def test_every_shell_line_can_be_pasted() -> None:
    """A shell takes every line of the instructions as it stands."""
    blocks = re.findall(
        r"```(?:sh|console)\n(.*?)```", (DEPLOY / "README.md").read_text(), re.DOTALL
    )

    assert blocks
    for block in blocks:
        assert not block.startswith(("#", "$"))
        done = subprocess.run(["/bin/sh", "-n"], input=block, text=True, check=False)
        assert done.returncode == 0
