"""Running ``wwc-bot`` as people run it: a process of its own, its output and its exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).parents[2]


def wwc_bot(
    *arguments: str, stdin: bytes = b"", cwd: Path = TOP, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run ``python -m bot`` and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "bot", *arguments],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(TOP), **environment},
        check=False,
        timeout=600,  # ends only what hangs
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )


def asked(stdin: bytes) -> list[dict[str, object]]:
    """Return the objects that ``ask --json`` gives for lines of input."""
    done = wwc_bot("ask", "--json", stdin=stdin)
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]
