"""From a catalog to a model that answers its phrasings."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.knowledge import Catalog, load_catalog
from bot.matching import Calibration, Decision, Match, Matcher, Model
from bot.matching.model import MISSING, STALE
from bot.training import Question
from bot.training.fitting import PASSES
from bot.training.learning import learn


@pytest.fixture(scope="module")
def model(small_catalog: Catalog) -> Model:
    """The model of the small knowledge."""
    return learn(small_catalog)


def phrased(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield every phrasing with the entry or kind that it is for."""
    for entry_id, phrasings in catalog.phrasings.items():
        for text in phrasings:
            yield entry_id, text


def leads_to(matcher: Matcher, match: Match, entry_id: str) -> bool:
    """Return whether a match answers with an entry or a twin, or refuses other business."""
    if entry_id in matcher.catalog.off_topics:
        return match.decision is Decision.REFUSE and match.off_topic == entry_id
    family_of = matcher.standards.family_of
    same = match.candidates and family_of[match.candidates[0].entry_id] == family_of[entry_id]
    return match.decision is Decision.ANSWER and bool(same)


def test_a_learned_model_is_fresh(small_catalog: Catalog, model: Model) -> None:
    """A model that was just learned from a catalog fits it, and there is nothing to say of it."""
    matcher = Matcher(small_catalog, model)

    assert matcher.is_fresh
    assert matcher.notice is None


def test_a_learned_phrasing_is_answered(small_catalog: Catalog, model: Model) -> None:
    """Every phrasing leads to its entry, and other business is refused."""
    matcher = Matcher(small_catalog, model)

    for entry_id, text in phrased(small_catalog):
        assert leads_to(matcher, matcher.match(text), entry_id), text


@pytest.mark.parametrize(
    ("text", "entry_id"),
    [
        ("will it cost anything to use the checklist", "topic:cost"),
        ("sunday hours in the evening", "2035:LE2"),
        ("may libraries take money", "2031:LE1"),
        ("how warm will it be tomorrow", "off:weather"),
    ],
)
def test_what_was_not_phrased_is_answered_by_its_words(
    small_catalog: Catalog, model: Model, text: str, entry_id: str
) -> None:
    """Questions in other words than those learned lead to the same entries."""
    matcher = Matcher(small_catalog, model)

    assert leads_to(matcher, matcher.match(text), entry_id)


def test_a_saved_model_is_found_beside_its_knowledge(small: Path, model: Model) -> None:
    """What was learned and saved is what a matcher on that folder uses, and answers the same by."""
    model.save(small)
    catalog = load_catalog(small)

    matcher = Matcher(catalog)

    assert matcher.is_fresh
    assert matcher.match("is it free") == Matcher(catalog, model).match("is it free")


def test_the_same_knowledge_gives_the_same_model(
    small_catalog: Catalog, model: Model, tmp_path: Path
) -> None:
    """Learning again gives the same bytes."""
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()

    again = learn(load_catalog(small_catalog.folder))

    assert model.save(first).read_bytes() == again.save(second).read_bytes()


def more_asked(catalog: Catalog) -> Catalog:
    """Return a catalog with a phrasing that no model has learned."""
    return replace(
        catalog,
        phrasings={**catalog.phrasings, "2035:LE2": ("could you stay late for night owls please",)},
    )


def test_a_stale_model_says_so_and_still_answers(small_catalog: Catalog, model: Model) -> None:
    """With phrasings changed since, old and new ones are recognized, and what to do is said."""
    matcher = Matcher(more_asked(small_catalog), model)

    assert not matcher.is_fresh
    assert matcher.notice == STALE
    for entry_id, text in phrased(matcher.catalog):
        assert leads_to(matcher, matcher.match(text), entry_id), text
    asked = matcher.match("could you stay late for nightowls please")
    assert leads_to(matcher, asked, "2035:LE2")


def test_a_missing_model_says_so_and_still_answers(small_catalog: Catalog) -> None:
    """Without a model phrasings and codes are recognized, and all else is refused."""
    matcher = Matcher(small_catalog, Model())

    assert not matcher.is_fresh
    assert matcher.notice == MISSING
    for entry_id, text in phrased(small_catalog):
        assert leads_to(matcher, matcher.match(text), entry_id), text
    assert leads_to(matcher, matcher.match("LE2"), "2035:LE2")
    assert matcher.match("sunday hours, will they cost").decision is Decision.REFUSE


@pytest.mark.parametrize(
    "damage",
    [lambda path: path.unlink(), lambda path: path.write_text("<<<<<<< HEAD\n")],
    ids=["missing", "in conflict"],
)
def test_a_folder_without_a_usable_model_says_so(
    small: Path, model: Model, damage: Callable[[Path], object]
) -> None:
    """A model that is gone or damaged is told in a line, and nothing is learned silently."""
    damage(model.save(small))

    assert Matcher(load_catalog(small)).notice == MISSING


def test_a_calibration_that_was_fitted_is_kept(small_catalog: Catalog) -> None:
    """Without a bank the numbers given stay; without any, the defaults."""
    fitted = Calibration(slope=1.2, answer=0.7)

    assert learn(small_catalog, calibration=fitted).calibration == fitted.to_numbers()
    assert learn(small_catalog).calibration == Calibration().to_numbers()


def test_a_bank_fits_the_calibration(small_catalog: Catalog, model: Model) -> None:
    """With a bank the thresholds are fitted, and nothing else is learned from it."""
    # Two judges who differ, so that no line parts right from wrong.
    labels = ["2031:LE1", "2035:LE2", "2031:LE1", "topic:cost"]
    bank = [
        Question(str(number), text, label, "plain", frozenset({label}), False, frozenset())
        for text in ("do we lend for free", "hours of lending", "what does a loan cost")
        for number, label in enumerate(labels)
    ]

    fitted = learn(small_catalog, bank)

    assert fitted.calibration != model.calibration
    assert fitted.calibration.keys() == model.calibration.keys()
    assert replace(fitted, calibration=model.calibration) == model


def test_an_entry_of_no_known_word_does_no_harm(small_catalog: Catalog) -> None:
    """A phrasing of which nothing is left after filler is passed over."""
    catalog = replace(
        small_catalog,
        phrasings={**small_catalog.phrasings, "topic:cost": ("hello", "???", "is it free")},
    )

    matcher = Matcher(catalog, learn(catalog))

    assert matcher.is_fresh
    assert leads_to(matcher, matcher.match("is it free"), "topic:cost")


def test_progress_is_told(small_catalog: Catalog) -> None:
    """After each round progress is reported."""
    told: list[int] = []

    learn(small_catalog, progress=lambda done, _: told.append(done))

    assert told == list(range(1, PASSES + 1))
