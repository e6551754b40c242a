"""``wwc-bot links``: what is said, what is written, and going on after Ctrl-C."""

import asyncio
import os
import signal
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from tests.links.site import Site, serving

from .terminal import TOP

TODAY = date.today().isoformat()


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An environment without proxies, with an own place for what was seen today."""
    proxies = dict.fromkeys(("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY"), "")
    return {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config"), **proxies}


def lead_to(site: Site, folder: Path, handbook: str, helpline: str) -> Path:
    """Let the resources of the small knowledge lead to paths of the site; return their file."""
    (folder / "examples.yaml").unlink(missing_ok=True)
    path = folder / "resources.yaml"
    text = path.read_text(encoding="utf-8")
    for old, new in (("handbook", handbook), ("helpline", helpline)):
        text = text.replace(f"https://readers.example/{old}", site.url(new, "127.0.0.1"))
    path.write_text(text, encoding="utf-8")
    return path


async def links(folder: Path, environment: dict[str, str], *options: str) -> Result:
    """Run the command while the site goes on serving."""
    arguments = ["links", "--knowledge", str(folder), *options]
    return await asyncio.to_thread(CliRunner(env=environment).invoke, main, arguments)


async def test_all_as_recorded(small: Path, environment: dict[str, str]) -> None:
    """Where a live page answers and an unknown one does not, nothing is to be done."""
    async with serving() as site:
        lead_to(site, small, "/page", "/missing")

        done = await links(small, environment)

    assert (done.exit_code, done.stdout) == (0, "3 addresses, 0 not as recorded.\n")


async def test_what_differs_is_said_and_written(small: Path, environment: dict[str, str]) -> None:
    """A table says what to do; --write records it, comments stay, and the next run is content."""
    async with serving() as site:
        path = lead_to(site, small, "/missing", "/broken")
        before = path.read_text(encoding="utf-8").replace(
            "status: live", "# Ana saw it\n    status: live"
        )
        path.write_text(before, encoding="utf-8")

        said = await links(small, environment)
        assert path.read_text(encoding="utf-8") == before
        written = await links(small, environment, "--write")
        asked = [request.path for request in site.asked]

    address = site.url("/missing", "127.0.0.1")
    assert said.exit_code == written.exit_code == 1, said.stderr
    assert said.stdout.splitlines() == [
        "recorded  seen             where",
        "live      gone             resources.yaml:5",
        "  resource:handbook",
        f"  {address}",
        "  The server says that there is no such page (404).",
        "  Find where the page went, or take the address out.",
        "",
        "-         gone             resources.yaml:23",
        "  resource:helpline",
        f"  {address}",
        "  The server says that there is no such page (404).",
        "  Find where the page went, or take the address out.",
        "",
        "3 addresses, 2 not as recorded.",
    ]
    assert written.stdout == said.stdout + f"Written: {path}, 1 of its addresses.\n"
    assert path.read_text(encoding="utf-8") == before.replace(
        "# Ana saw it\n    status: live", "# Ana saw it\n    status: unknown"
    ).replace(
        "In use when last seen.",
        "In use when last seen. The server says that there is no such page (404).",
    ).replace("checked: 2026-01-31", f"checked: {TODAY}", 1)
    assert sorted(asked) == [
        "/broken",
        "/broken",
        "/missing",
    ]  # only what was not told is asked again


async def test_going_on_after_an_interrupt(small: Path, environment: dict[str, str]) -> None:
    """Ctrl-C ends it with a sentence, and the next run goes only to the rest; --all goes to all."""
    async with serving() as site:
        lead_to(site, small, "/page", "/silent")
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "links", "--knowledge", str(small),
            cwd=TOP, env={**os.environ, **environment}, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        await site.silence.wait()
        process.send_signal(signal.SIGINT)
        _, said = await process.communicate()
        path = small / "resources.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("/silent", "/broken"))

        await links(small, environment)
        rest = [request.path for request in site.asked]
        await links(small, environment, "--all")
        everything = [request.path for request in site.asked]

    assert process.returncode == 1
    assert said.decode().endswith("Stopped after 1 of 2. The same command goes on from there.\n")
    assert "Traceback" not in said.decode()
    assert rest == ["/page", "/silent", "/broken"]
    assert everything == [*rest, "/page", "/broken"]


async def test_without_a_network(small: Path, environment: dict[str, str]) -> None:
    """Where nothing can be reached that is said, and nothing is written."""
    path = small / "resources.yaml"
    before = path.read_bytes()
    nowhere = {
        **environment,
        "http_proxy": "http://127.0.0.1:9",
        "https_proxy": "http://127.0.0.1:9",
    }

    done = await links(small, nowhere, "--write")

    assert done.exit_code == 1
    assert "No address could be reached" in done.stderr
    assert path.read_bytes() == before


async def test_a_proxy_that_cannot_be_used(small: Path, environment: dict[str, str]) -> None:
    """It is said before the first address, as wrong use."""
    done = await links(small, {**environment, "HTTPS_PROXY": "socks5://127.0.0.1:9"})

    assert done.exit_code == 2
    assert "HTTPS_PROXY names a SOCKS proxy" in done.output
