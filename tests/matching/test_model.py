"""The table that scores questions, and its file."""

import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bot.matching import Model, load_model
from bot.matching.model import FILE_NAME, FORMAT, LENGTH, SHARE, UNKNOWN_IDF, divisor

# "cat" has an idf of 1 and speaks for a with 2; "tax" has one of 2, for b with 1, against a with 1.
MODEL = Model(
    classes=("a", "b", "off"),
    table={"cat": [20, 0, 40], "tax": [40, 0, -20, 1, 20], "of": [5]},
    words={"tax": 2, "café": 1},
    calibration={"slope": 1.5, "answer": 0.6},
    learned_from=7,
)


@pytest.mark.parametrize(
    ("counts", "unknown", "sums", "length"),
    [
        ({}, 0, [0, 0, 0], 0),
        ({"cat": 1}, 0, [2, 0, 0], 1),
        ({"cat": 5}, 0, [2 * (1 + math.log(5)), 0, 0], 1 + math.log(5)),
        ({"tax": 1}, 0, [-2, 2, 0], 2),
        ({"cat": 1, "tax": 1}, 0, [0, 2, 0], math.sqrt(5)),
        ({"cat": 1, "of": 1}, 0, [2, 0, 0], math.hypot(1, 0.25)),  # a word that tells nothing
        ({"cat": 1}, 1, [2, 0, 0], math.hypot(1, UNKNOWN_IDF)),
        ({"cat": 1, "zzz": 1}, 0, [2, 0, 0], 1),  # what is unknown counts only where it is said
        ({}, 3, [0, 0, 0], 3 * UNKNOWN_IDF),
    ],
)
def test_scores_are_products_of_vectors(
    counts: dict[str, int], unknown: int, sums: list[float], length: float
) -> None:
    """The question's vector over a part of its length, times the weights, as worked out by hand."""
    assert MODEL.scores(counts, unknown) == pytest.approx([s / divisor(length) for s in sums])


@pytest.mark.parametrize(
    ("length", "expected"),
    [(0.0, 1.0), (LENGTH, LENGTH), (2 * LENGTH, 2**SHARE * LENGTH), (1.0, LENGTH ** (1 - SHARE))],
)
def test_a_longer_vector_is_divided_by_a_part_of_its_length(length: float, expected: float) -> None:
    """The vector of a plain question becomes 1 long, that of a story longer."""
    assert divisor(length) == pytest.approx(expected)


def test_scores_are_the_same_when_asked_again() -> None:
    """Rows that were read once give the same numbers ever after."""
    assert MODEL.scores({"cat": 1, "tax": 2}) == MODEL.scores({"cat": 1, "tax": 2})


def test_chances_follow_the_scores() -> None:
    """Chances are the softmax of the scores."""
    powers = [math.exp(2 / divisor(1)), 1, 1]

    chances = MODEL.chances({"cat": 1})

    assert list(chances) == ["a", "b", "off"]
    assert list(chances.values()) == pytest.approx([power / sum(powers) for power in powers])


@given(
    st.dictionaries(st.sampled_from(["cat", "tax", "of", "zzz"]), st.integers(1, 50)),
    st.integers(0, 20),
)
def test_chances_are_one_together(counts: dict[str, int], unknown: int) -> None:
    """The chances of all classes add up to 1, for any question."""
    assert sum(MODEL.chances(counts, unknown).values()) == pytest.approx(1)


def test_weights_of_any_size_have_chances() -> None:
    """Scores that no power could hold still give chances."""
    model = Model(classes=("a", "b"), table={"x": [20, 0, 10**6]})

    assert model.chances({"x": 1}) == pytest.approx({"a": 1, "b": 0})


def test_an_empty_model_knows_nothing() -> None:
    """A model that nothing was learned for scores nothing and raises nothing."""
    assert Model().scores({"cat": 1}) == []
    assert Model().chances({"cat": 1}, 2) == {}
    assert Model().unknown(["cat"]) == 1
    assert Model().supports([["cat"]], "a") == [0]


@pytest.mark.parametrize(
    ("feature", "name", "support"),
    [
        ("cat", "a", 2),
        ("tax", "a", -2),
        ("tax", "b", 2),
        ("tax", "off", 0),
        ("of", "a", 0),
        ("zzz", "a", 0),
        ("cat", "zzz", 0),
    ],
)
def test_support_is_what_a_feature_speaks_for(feature: str, name: str, support: float) -> None:
    """A feature supports a class by its idf times its weight; what is unknown says nothing."""
    telling = {feature: [5 * row[0], *row[1:]] for feature, row in MODEL.table.items()}
    model = replace(MODEL, table=telling)

    assert model.supports([[feature]], name) == [5 * support]


def test_words_that_everybody_uses_are_no_reason() -> None:
    """A word that is too common supports nothing, whatever its weight."""
    assert MODEL.supports([["cat"], ["tax"]], "a") == [0, 0]


def test_a_model_is_read_as_it_was_saved(tmp_path: Path) -> None:
    """Saving and loading gives an equal model, and saving that one the same bytes."""
    path = MODEL.save(tmp_path)
    saved = path.read_bytes()

    again = load_model(tmp_path)

    assert again == MODEL
    assert again.scores({"cat": 1, "tax": 1}) == MODEL.scores({"cat": 1, "tax": 1})
    assert again.save(tmp_path).read_bytes() == saved
    assert [each.name for each in tmp_path.iterdir()] == [FILE_NAME]


def test_the_order_of_learning_does_not_show(tmp_path: Path) -> None:
    """The same model gives the same bytes, however its features were ordered."""
    saved = MODEL.save(tmp_path).read_bytes()
    turned = Model(
        MODEL.classes,
        dict(reversed(list(MODEL.table.items()))),
        dict(reversed(list(MODEL.words.items()))),
        dict(reversed(list(MODEL.calibration.items()))),
        MODEL.learned_from,
    )

    assert turned.save(tmp_path).read_bytes() == saved


def test_the_file_says_what_to_do_on_a_conflict(tmp_path: Path) -> None:
    """The first lines say that the file is generated, by what, and what to do after a conflict."""
    head = MODEL.save(tmp_path).read_text().splitlines()[:3]

    assert "merge conflict" in "".join(head)
    assert "wwc-bot learn" in "".join(head)


def test_line_ends_of_windows_do_no_harm(tmp_path: Path) -> None:
    """A checkout that turns line ends into those of Windows leaves the model usable."""
    path = MODEL.save(tmp_path)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert load_model(tmp_path) == MODEL


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut off": lambda saved: saved[:-10],
    "cut off after the first line": lambda saved: saved.split(b"\n")[0] + b"\n",
    "a weight changed": lambda saved: saved.replace(b"40", b"41", 1),
    "a line lost": lambda saved: b"\n".join(saved.split(b"\n")[:6] + saved.split(b"\n")[7:]),
    "a line twice": lambda saved: saved + saved.split(b"\n")[-2],
    "of another format": lambda saved: saved.replace(b'"format": %d' % FORMAT, b'"format": 0', 1),
    "another checksum": lambda saved: saved.replace(b'"checksum": ', b'"checksum": 1', 1),
    "a merge conflict": lambda saved: b"<<<<<<< HEAD\n" + saved + b"=======\n",
    "a byte order mark": lambda saved: b"\xef\xbb\xbf" + saved,
    "not UTF-8": lambda saved: saved.replace(b"cat", b"c\xfft"),
    "not JSON": lambda _: b"model: none\n",
    "a pointer to large storage": lambda _: b"version https://git-lfs.example/spec/v1\nsize 12\n",
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_file_gives_an_empty_model(
    tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    """A file that is not what was saved is not used at all."""
    path = MODEL.save(tmp_path)
    path.write_bytes(damage(path.read_bytes()))

    assert load_model(tmp_path) == Model()


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_single_changed_byte_gives_an_empty_model(tmp_path: Path, data: st.DataObject) -> None:
    """No byte can change without being noticed."""
    path = MODEL.save(tmp_path)
    saved = bytearray(path.read_bytes())
    place = data.draw(st.integers(0, len(saved) - 1))
    byte = data.draw(st.integers(0, 255))
    assume(byte != saved[place])
    saved[place] = byte
    path.write_bytes(saved)

    assert load_model(tmp_path) == Model()


def test_a_missing_file_gives_an_empty_model(tmp_path: Path) -> None:
    """A folder without a model, none at all, and a folder in its place give an empty one."""
    assert load_model(tmp_path) == Model()
    assert load_model(tmp_path / "none") == Model()

    (tmp_path / FILE_NAME).mkdir()

    assert load_model(tmp_path) == Model()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """Saving into a folder that does not exist raises what the system says."""
    with pytest.raises(OSError, match="none"):
        MODEL.save(tmp_path / "none")
