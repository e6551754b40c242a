"""What was learned is kept in a file, which is used only when it is whole."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge import load_catalog
from bot.knowledge.learned import decode, encode

DAMAGE: tuple[tuple[bytes, bytes], ...] = (
    (b'"format": 3', b'"format": 99'),
    (b'"checksum": ', b'"checksum": 1'),
    (b'"entries": ["2018:DG1",', b'"entries": ["2018:DG1",7,'),
    (b'"slope":1', b'"slope":NaN'),
    (b'"data": [', b'"data": [1'),
    (b"AAA", b"AAB"),
    (b"\n}\n}\n", b""),
)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b'{"format": 3}', b"\n\n"])
def test_a_file_that_is_no_learned_file_is_no_obstacle(folder: Path, content: bytes) -> None:
    """What was learned can always be learned again, so a file of another kind counts as none."""
    (folder / "learned.json").write_bytes(content)

    assert load_catalog(folder).learned.entries == []


@pytest.mark.parametrize(("old", "new"), DAMAGE)
def test_damage_anywhere_in_the_learned_file_is_noticed(
    folder: Path, old: bytes, new: bytes
) -> None:
    """A learned file that is not what was written is not used, whatever was changed in it."""
    path = folder / "learned.json"
    whole = path.read_bytes()
    assert load_catalog(folder).learned.entries
    assert old in whole

    path.write_bytes(whole.replace(old, new, 1))

    assert load_catalog(folder).learned.entries == []


def test_line_ends_of_another_system_are_no_damage(folder: Path) -> None:
    """A learned file that git wrote with Windows line ends is used."""
    path = folder / "learned.json"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert load_catalog(folder).learned.entries


WEIGHTS = st.dictionaries(st.integers(0, 65_535), st.floats(-150, 150))


@given(WEIGHTS)
def test_weights_are_kept_in_hundredths(kept: dict[int, float]) -> None:
    """What is encoded is decoded again: positions rising, weights as hundredths, 30 at most."""
    positions, hundredths = decode(encode(kept.items()))

    assert list(positions) == sorted(kept)
    assert list(hundredths) == [
        round(min(max(kept[position], -30), 30) * 100) for position in positions
    ]
