"""The packed rows add up what a loop over the weights adds up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.learned import HUNDREDTHS, LARGEST, encode
from bot.matching.reading import Token
from bot.matching.rows import Rows
from bot.matching.vectors import vector

Weights = dict[str, list[int]]

weights = st.integers(1, 90).flatmap(
    lambda targets: st.dictionaries(
        st.sampled_from("abcdefgh"),
        st.lists(st.integers(-LARGEST, LARGEST), min_size=targets, max_size=targets),
        min_size=1,
    )
)
questions = st.lists(st.lists(st.sampled_from("abcdefghi"), min_size=1, max_size=3), max_size=30)


def rows(dense: Weights, idf: dict[str, float]) -> Rows:
    """Pack weights in hundredths, without the zeros."""
    encoded = {
        feature: encode((at, weight / HUNDREDTHS) for at, weight in enumerate(row) if weight)
        for feature, row in dense.items()
    }
    return Rows(encoded, idf, len(next(iter(dense.values()))))


def asked(features: list[list[str]]) -> list[Token]:
    """Make tokens that have these features."""
    return [Token(own[0], own[0], tuple(own)) for own in features]


@given(weights, st.lists(st.floats(0.7, 9), min_size=8, max_size=8), questions)
def test_sums_are_those_of_a_loop(
    dense: Weights, idf: list[float], question: list[list[str]]
) -> None:
    """Each target gets the product of its weights with the question's vector."""
    weight_of = dict(zip("abcdefgh", idf, strict=True))
    known = vector(asked(question), weight_of)
    expected = [
        sum(value * dense[feature][at] for feature, value in known if feature in dense) / HUNDREDTHS
        for at in range(len(next(iter(dense.values()))))
    ]

    found = rows(dense, weight_of).add_up(asked(question))

    assert found == pytest.approx(expected, rel=0.02, abs=1.0)


def test_what_is_packed_before_gives_the_same() -> None:
    """Packing ahead of the questions changes speed, not scores."""
    dense, idf = {"a": [100, -200, 0], "b": [0, 50, 70]}, {"a": 2.0, "b": 3.0}
    cold, warm = rows(dense, idf), rows(dense, idf)
    warm.prepare()
    question = asked([["a"], ["b", "a"], ["unknown"]])
    assert warm.add_up(question) == cold.add_up(question)


def test_support_is_what_a_feature_adds() -> None:
    """The support of a question's only feature is its score times the vector's length."""
    dense, idf = {"a": [100, -200, 0]}, {"a": 2.0}
    packed = rows(dense, idf)
    assert [packed.support("a", at) for at in range(3)] == [2.0, -4.0, 0.0]
    assert packed.add_up(asked([["a"]])) == [1.0, -2.0, 0.0]


def test_absurd_weights_are_cut_and_spill_nowhere() -> None:
    """A weight that is far too large is cut; its neighbours keep their own scores."""
    dense = {f"{n}": [10**7, 100, -(10**7)] for n in range(2000)}
    packed = rows(dense, dict.fromkeys(dense, 5.0))

    first, middle, last = packed.add_up(asked([[feature] for feature in dense]))

    most = LARGEST / HUNDREDTHS * 2000**0.5
    assert (first, middle, last) == pytest.approx((most, 2000**0.5, -most), rel=0.001)
