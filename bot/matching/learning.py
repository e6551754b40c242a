"""Learning from the phrasings which words speak for which entry.

Counting comes first: the weight of a feature for an entry is its average over the entry's
phrasings ("imprinting", Qi, Brown and Lowe 2018). Then every phrasing is asked as a question, a few
times over, and whenever the chance given to its entry is too low, or that of another too high, the
weights of its features are corrected: multinomial logistic regression by stochastic gradient with
AdaGrad steps (Duchi et al. 2011). Counting alone answers little more than half as many rightly.
"""

import math
import random
from collections import Counter, defaultdict
from collections.abc import Sequence

from bot.matching.vectors import Vector

PASSES = 6
"""Rounds over all examples in one run."""

PASSES_LATER = 12
"""Rounds over what is added to weights that were learned before. A new word in a new phrasing is
not found with 6 rounds; with 30 it outweighs what was learned before."""

RUNS = 3
"""Runs whose weights are averaged (bagging, Breiman 1996). What a single run leaves out by chance
moves the quality by 0.015 up or down; the average is steadier, and a little better."""

LEFT_OUT = 0.4
"""Share of a phrasing's features that a round leaves out at random (dropout, Srivastava et al.
2014), so that no single word has to be there: people leave words out, too."""

CERTAIN = 0.9
"""Chance that a phrasing is to give its entry (label smoothing, Szegedy et al. 2016): full
certainty about examples makes overconfident answers to questions."""

IMPRINT = 20.0
"""Scale of the counted weights; 10 to 40 give the same quality, 0 (no counting) a little less."""

STEP = 0.5
"""Learning rate of AdaGrad; 0.3 learns too little in these passes, 0.8 forgets the earlier ones."""

FIRST_SQUARE = 0.01
"""AdaGrad's start value, which keeps the first step of a rare feature from being a leap."""

IGNORED_ERROR = 0.02
"""Entries whose chance is off by less are left alone: three quarters of the work, no quality."""

MOST_CORRECTED = 25_000_000
"""Examples times entries up to which corrections are affordable (the shipped knowledge has 1.6
million and takes 27 s, so this is seven minutes); beyond, weights are only counted."""

Weights = dict[str, dict[str, float]]
"""feature -> entry -> weight"""


def learn(examples: Sequence[tuple[str, Vector]], entries: Sequence[str], weights: Weights) -> None:
    """Add what the examples (entry, vector) teach to the weights of the given entries.

    Weights that are there already are the starting point, so that phrasings added later can be
    learned without repeating the others. The order is shuffled with fixed seeds: the same
    knowledge gives the same weights everywhere.
    """
    known = {entry for by_entry in weights.values() for entry in by_entry}
    totals = Counter(entry for entry, _ in examples)
    for entry, vector in examples:
        if entry in known:
            continue
        for feature, weight in vector:
            by_entry = weights.setdefault(feature, {})
            by_entry[entry] = by_entry.get(entry, 0.0) + IMPRINT * weight / totals[entry]
    if len(examples) * len(entries) > MOST_CORRECTED:
        return
    counted = {feature: dict(by_entry) for feature, by_entry in weights.items()}
    weights.clear()
    for run in range(RUNS):
        corrected = {feature: dict(by_entry) for feature, by_entry in counted.items()}
        _practise(examples, entries, corrected, run, PASSES_LATER if known else PASSES)
        for feature, by_entry in corrected.items():
            average = weights.setdefault(feature, {})
            for entry, weight in by_entry.items():
                average[entry] = average.get(entry, 0.0) + weight / RUNS


def _practise(
    examples: Sequence[tuple[str, Vector]],
    entries: Sequence[str],
    weights: Weights,
    seed: int,
    passes: int,
) -> None:
    """Ask every example a few times over, in random order, and correct the weights."""
    squares: dict[str, dict[str, float]] = defaultdict(dict)
    order = list(examples)
    dice = random.Random(seed)  # noqa: S311  # order of practice, nothing secret
    for _ in range(passes):
        dice.shuffle(order)
        for entry, vector in order:
            kept = [pair for pair in vector if dice.random() > LEFT_OUT] or vector
            louder = [(feature, value / (1 - LEFT_OUT)) for feature, value in kept]
            _correct(entry, louder, entries, weights, squares)


def _correct(
    entry: str,
    vector: Vector,
    entries: Sequence[str],
    weights: Weights,
    squares: dict[str, dict[str, float]],
) -> None:
    """Move the weights of the features so that the chances come nearer to what they should be."""
    scores = dict.fromkeys(entries, 0.0)
    for feature, value in vector:
        for other, weight in weights.get(feature, {}).items():
            scores[other] += value * weight
    top = max(scores.values())
    powers = {other: math.exp(score - top) for other, score in scores.items()}
    total = sum(powers.values())
    for other, power in powers.items():
        error = CERTAIN * (other == entry) - power / total
        if -IGNORED_ERROR < error < IGNORED_ERROR:
            continue
        for feature, value in vector:
            gradient = error * value
            seen = squares[feature]
            square = seen.get(other, FIRST_SQUARE) + gradient * gradient
            seen[other] = square
            by_entry = weights.setdefault(feature, {})
            by_entry[other] = by_entry.get(other, 0.0) + STEP * gradient / math.sqrt(square)
