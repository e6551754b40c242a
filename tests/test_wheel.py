"""The wheel works outside the checkout, with its knowledge inside."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from bot.knowledge import shipped_knowledge

TOP = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of this checkout, unpacked where an installer would put it."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, TOP],
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_wheel_carries_all_knowledge(unpacked: Path) -> None:
    """Every knowledge file is in the wheel, byte for byte."""
    for path in shipped_knowledge().glob("**/*.*"):
        packed = unpacked / "bot/knowledge/shipped" / path.relative_to(shipped_knowledge())
        assert packed.read_bytes() == path.read_bytes()


def test_installed_bot_answers_from_its_own_knowledge(unpacked: Path, tmp_path: Path) -> None:
    """Away from the checkout, the installed package finds its knowledge and answers."""
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(unpacked)!r}); "
         "import bot; assert bot.__file__.startswith(sys.path[0]); "
         "from bot.cli import main; main(['ask', 'OD1'])"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert "Policy Generator" in done.stdout
