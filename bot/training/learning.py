"""``wwc-bot learn``: from a catalog and a question bank to a Model."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.knowledge import Catalog
from bot.matching import Calibration, Matcher, Model
from bot.matching.phrasings import checksum, known_texts
from bot.matching.reading import Reader, count_features, count_words
from bot.matching.standards import Standards
from bot.training.calibrating import fit_calibration
from bot.training.fitting import fit
from bot.training.questions import Question


def learn(
    catalog: Catalog,
    bank: Sequence[Question] = (),
    calibration: Calibration | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Model:
    """Learn the phrasings of a catalog, and fit the calibration on a bank of labeled questions.

    Without a bank the calibration given is kept. ``progress`` is told after each round how many are
    done, and of how many.
    """
    texts = known_texts(catalog, Standards(catalog))
    words = count_words(text for lines in texts.values() for text in lines)
    reader = Reader(catalog.vocabulary, words)
    examples = [
        (name, count_features(token for sentence in reader.read(text) for token in sentence))
        for name, lines in texts.items()
        for text in lines
    ]
    model = Model(
        classes=tuple(texts),
        table=fit([example for example in examples if example[1]], list(texts), progress),
        words=words,
        calibration=(calibration or Calibration()).to_numbers(),
        learned_from=checksum(catalog, texts),
    )
    if bank:
        fitted = fit_calibration(bank, Matcher(catalog, model))
        model = replace(model, calibration=fitted.to_numbers())
    return model
