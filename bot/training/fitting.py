"""Fitting the model's weights: multinomial logistic regression on the phrasings.

Every phrasing is asked as a question, some rounds over, and where the chance given to a class is
too low or too high, the weights of its features are corrected: mini-batch gradient steps with
AdaGrad (Duchi et al. 2011). All arithmetic is sparse, in double precision and in a fixed order, so
that the same knowledge gives the same weights on any machine.
"""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import numpy as np
import scipy.sparse as sp

from bot.matching.model import UNITS, divisor

PASSES = 20
"""Rounds over all examples. Thirty were no better than twenty on the tune half."""

AVERAGED = 10
"""Last rounds whose weights are averaged (Polyak 1990): what dropout leaves to chance evens out."""

BATCH = 64
"""Examples corrected at a time."""

LEFT_OUT = 0.4
"""Share of a phrasing's features that a round leaves out at random (dropout, Srivastava et al.
2014), so that no single word has to be there: people leave words out, too."""

CERTAIN = 0.9
"""Chance that a phrasing is to give its class (label smoothing, Szegedy et al. 2016): full
certainty about examples makes overconfident answers to questions."""

STEP = 0.5
"""Learning rate of AdaGrad."""

FIRST_SQUARE = 0.1
"""AdaGrad's start value, which keeps the first step of a rare feature from being a leap."""

IGNORED_ERROR = 0.01
"""Chances that are off by less are left alone, so that the corrections of a batch stay sparse."""

RAREST_PAIR = 2
"""Phrasings that a pair of words must stand in to be a feature of its own."""

SHRINK = 0.02
"""What every weight loses toward zero after a round (soft thresholding, as in the lasso of
Tibshirani 1996): half of the weights vanish, and quality stays."""

SMALLEST = 2
"""Units of the model (twentieths) below which a weight is left out."""

Example = tuple[str, Mapping[str, int]]
"""A class, and the features of one of its phrasings with their counts."""


def fit(
    examples: Sequence[Example],
    classes: Sequence[str],
    progress: Callable[[int, int], None] | None = None,
) -> dict[str, list[int]]:
    """Return the table of a Model for these examples.

    ``progress`` is told after each round how many are done, and of how many.
    """
    idf = inverse_frequencies([counts for _, counts in examples])
    position = {feature: at for at, feature in enumerate(sorted(idf))}
    vectors = _matrix([counts for _, counts in examples], position, idf)
    at = {name: place for place, name in enumerate(classes)}
    wanted = np.array([at[name] for name, _ in examples], dtype=np.int64)
    weights = _descend(vectors, wanted, len(classes), progress)
    kept = np.rint(weights * UNITS).astype(np.int64)
    return {
        feature: [round(idf[feature] * UNITS), *_row(kept[place])]
        for feature, place in position.items()
    }


def inverse_frequencies(documents: Sequence[Mapping[str, int]]) -> dict[str, float]:
    """Return the inverse document frequency ln(1 + N/df) of each feature that is kept."""
    frequency = Counter(feature for counts in documents for feature in counts)
    return {
        feature: math.log(1 + len(documents) / count)
        for feature, count in frequency.items()
        if count >= RAREST_PAIR or "_" not in feature
    }


def _matrix(
    documents: Sequence[Mapping[str, int]], position: Mapping[str, int], idf: Mapping[str, float]
) -> sp.csr_matrix:
    """Return the documents as rows, as Model.scores weighs a question."""
    values: list[float] = []
    columns: list[int] = []
    ends = [0]
    for counts in documents:
        kept = [(f, idf[f] * (1 + math.log(n))) for f, n in sorted(counts.items()) if f in idf]
        scale = divisor(math.hypot(*(value for _, value in kept)))
        columns += [position[feature] for feature, _ in kept]
        values += [value / scale for _, value in kept]
        ends.append(len(columns))
    return sp.csr_matrix((values, columns, ends), shape=(len(documents), len(position)))


def _descend(
    vectors: sp.csr_matrix,
    wanted: np.ndarray,
    classes: int,
    progress: Callable[[int, int], None] | None,
) -> np.ndarray:
    """Return the weights, features by classes."""
    dice = np.random.default_rng(0)
    shape = (vectors.shape[1], classes)
    weights, squares, average = np.zeros(shape), np.full(shape, FIRST_SQUARE), np.zeros(shape)
    for done in range(PASSES):
        order = dice.permutation(vectors.shape[0])
        for start in range(0, len(order), BATCH):
            chosen = order[start : start + BATCH]
            batch = vectors[chosen]
            kept = dice.random(batch.data.size) >= LEFT_OUT
            batch.data = np.where(kept, batch.data / (1 - LEFT_OUT), 0.0)
            batch.eliminate_zeros()
            slope = (batch.T @ _errors(batch @ weights, wanted[chosen])).tocoo()
            squares[slope.row, slope.col] += slope.data**2
            weights[slope.row, slope.col] += (
                STEP * slope.data / np.sqrt(squares[slope.row, slope.col])
            )
        weights = np.sign(weights) * np.maximum(np.abs(weights) - SHRINK, 0.0)
        if done >= PASSES - AVERAGED:
            average += weights / AVERAGED
        if progress:
            progress(done + 1, PASSES)
    return average


def _errors(scores: np.ndarray, wanted: np.ndarray) -> sp.csr_matrix:
    """Return what each class's chance lacks for each example, without what is negligible."""
    scores = scores - scores.max(axis=1, keepdims=True)
    chances = np.exp(scores)
    chances /= chances.sum(axis=1, keepdims=True)
    errors = -chances
    errors[np.arange(len(wanted)), wanted] += CERTAIN
    errors[np.abs(errors) < IGNORED_ERROR] = 0.0
    return sp.csr_matrix(errors)


def _row(weights: np.ndarray) -> list[int]:
    return [
        int(number)
        for place in np.flatnonzero(np.abs(weights) >= SMALLEST)
        for number in (place, weights[place])
    ]
