"""The packed rows add up what a loop over the weights adds up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.learned import HUNDREDTHS, LARGEST, encode
from bot.matching.rows import Rows

Weights = dict[str, list[int]]

weights = st.integers(1, 90).flatmap(
    lambda targets: st.dictionaries(
        st.sampled_from("abcdefgh"),
        st.lists(st.integers(-4000, 4000), min_size=targets, max_size=targets),
        min_size=1,
    )
)
vectors = st.dictionaries(st.sampled_from("abcdefghi"), st.floats(0, 1))


def rows(dense: Weights) -> Rows:
    """Pack weights in hundredths, without the zeros."""
    encoded = {
        feature: encode((at, weight / HUNDREDTHS) for at, weight in enumerate(row) if weight)
        for feature, row in dense.items()
    }
    return Rows(encoded, len(next(iter(dense.values()))))


@given(weights, vectors)
def test_sums_are_those_of_a_loop(dense: Weights, vector: dict[str, float]) -> None:
    """Whatever the weights and values, each target gets its own sum, as near as values are kept."""
    expected = [
        sum(
            value * dense[feature][at] / HUNDREDTHS
            for feature, value in vector.items()
            if feature in dense
        )
        for at in range(len(next(iter(dense.values()))))
    ]
    assert rows(dense).add_up(list(vector.items())) == pytest.approx(expected, abs=0.05)


def test_what_is_packed_before_gives_the_same() -> None:
    """Packing ahead of the questions changes speed, not scores."""
    dense = {"a": [100, -200, 0], "b": [0, 50, 70]}
    cold, warm = rows(dense), rows(dense)
    warm.prepare()
    question = [("a", 0.6), ("b", 0.8), ("unknown", 0.1)]
    assert warm.add_up(question) == cold.add_up(question)


def test_absurd_weights_are_cut_and_spill_nowhere() -> None:
    """A weight from a damaged file is cut; its neighbours keep their own scores."""
    dense = {f"{n}": [10**7, 100, -(10**7)] for n in range(2000)}
    value = 2000**-0.5
    first, middle, last = rows(dense).add_up([(feature, value) for feature in dense])
    most = LARGEST / HUNDREDTHS * 2000 * value
    assert first == pytest.approx(most, rel=0.02)
    assert last == pytest.approx(-most, rel=0.02)
    assert middle == pytest.approx(2000 * value, rel=0.02)
