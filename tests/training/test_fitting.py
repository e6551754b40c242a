"""Fitting weights on a few examples."""

import math
from collections.abc import Mapping

import pytest

from bot.matching import Model
from bot.matching.model import UNITS
from bot.training.fitting import PASSES, SMALLEST, Example, fit, inverse_frequencies

CLASSES = ["pets", "taxes", "roads"]
EXAMPLES: list[Example] = [
    ("pets", {"cat": 1, "the": 1}),
    ("pets", {"cat": 1, "dog": 2}),
    ("pets", {"dog": 1, "the": 1}),
    ("taxes", {"tax": 1, "the": 1}),
    ("taxes", {"tax": 2, "law": 1}),
    ("taxes", {"law": 1, "fee": 1}),
    ("roads", {"street": 1, "the": 1}),
    ("roads", {"street": 1, "lane": 1}),
]


def chances(examples: list[Example], counts: Mapping[str, int]) -> dict[str, float]:
    """Return the chances that a model fitted on examples gives to a question."""
    return Model(classes=tuple(CLASSES), table=fit(examples, CLASSES)).chances(counts)


@pytest.mark.parametrize(("name", "counts"), EXAMPLES)
def test_an_example_leads_to_its_class(name: str, counts: Mapping[str, int]) -> None:
    """What was learned is known again."""
    found = chances(EXAMPLES, counts)

    assert max(found, key=found.__getitem__) == name


def test_a_telling_word_leads_to_its_class() -> None:
    """One word of an example is enough where no other class has it."""
    assert chances(EXAMPLES, {"cat": 1})["pets"] > 0.5
    assert chances(EXAMPLES, {"tax": 1})["taxes"] > 0.5


def test_a_word_of_all_classes_tells_nothing() -> None:
    """A word that stands with every class leaves the chances near to each other."""
    assert max(chances(EXAMPLES, {"the": 1}).values()) < 0.5


def test_two_runs_give_the_same_table() -> None:
    """Nothing depends on chance or on the run."""
    assert fit(EXAMPLES, CLASSES) == fit(EXAMPLES, CLASSES)


def test_the_order_of_features_changes_nothing() -> None:
    """The order in which the features of an example were found does not show in the table."""
    turned = [(name, dict(reversed(list(counts.items())))) for name, counts in EXAMPLES]

    assert fit(turned, CLASSES) == fit(EXAMPLES, CLASSES)


def test_the_table_is_what_a_model_reads() -> None:
    """Every feature has its frequency and, for some classes, a weight, all in whole units."""
    table = fit(EXAMPLES, CLASSES)

    assert table.keys() == {feature for _, counts in EXAMPLES for feature in counts}
    for row in table.values():
        places = row[1::2]
        assert all(type(number) is int for number in row)
        assert len(row) % 2 == 1
        assert places == sorted(set(places))
        assert all(0 <= place < len(CLASSES) for place in places)
    assert table["cat"][0] == round(math.log(1 + 8 / 2) * UNITS)


def test_a_weight_below_the_limit_is_left_out() -> None:
    """Weights that change next to nothing take no room: a word of one class has no others."""
    names = [f"class-{number}" for number in range(40)]
    table = fit([(name, {f"word-of-{name}": 1, "the": 1}) for name in names], names)

    weights = [abs(weight) for row in table.values() for weight in row[2::2]]
    assert min(weights) >= SMALLEST
    assert len(weights) < len(names) * len(table)
    assert any(len(row) == 3 for row in table.values())


def test_an_example_without_features_does_no_harm() -> None:
    """A phrasing of which nothing is left is passed over; the others are learned all the same."""
    examples = [*EXAMPLES, ("roads", {})]

    for name, counts in EXAMPLES:
        found = chances(examples, counts)
        assert max(found, key=found.__getitem__) == name


def test_nothing_to_learn_gives_an_empty_table() -> None:
    """A catalog of which nothing is left to learn raises nothing."""
    assert fit([], CLASSES) == {}
    assert fit([("pets", {})], CLASSES) == {}


def test_a_class_without_examples_is_never_likely() -> None:
    """A class that nobody phrased is not found for what others were learned by."""
    for name, counts in EXAMPLES[:6]:
        found = chances(EXAMPLES[:6], counts)
        assert found["roads"] < found[name]


def test_progress_is_told_after_each_round() -> None:
    """After each round the number done is reported, and of how many."""
    told: list[tuple[int, int]] = []

    fit(EXAMPLES, CLASSES, lambda done, of: told.append((done, of)))

    assert told == [(done, PASSES) for done in range(1, PASSES + 1)]


def test_frequencies_are_inverse() -> None:
    """A feature counts ln(1 + N/df), and the rarer it is the more; how often in one counts once."""
    found = inverse_frequencies([{"the": 3, "cat": 1}, {"the": 1}, {"the": 1}, {"dog": 9}])

    assert found == pytest.approx(
        {"the": math.log(1 + 4 / 3), "cat": math.log(5), "dog": math.log(5)}
    )


def test_a_pair_of_a_single_example_is_no_feature() -> None:
    """Pairs of words count from the second example on; single words from the first."""
    found = inverse_frequencies([{"a_b": 1, "a": 1}, {"b_c": 1}, {"b_c": 1}])

    assert found.keys() == {"a", "b_c"}
