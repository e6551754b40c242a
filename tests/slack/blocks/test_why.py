"""Why an entry was shown."""

from bot.answers import Reason
from bot.answers.texts import name
from bot.matching import MatchedWord
from bot.slack import texts
from bot.slack.blocks.why import matched_words, why_page
from tests.slack.blocks.samples import card_of, shown
from tests.slack.bots import OPEN_DATA, engine


def test_winner_and_runner_up_are_named_without_percentages() -> None:
    """The first two of the ranking are shown, with the words of the first."""
    answer = engine().ask(OPEN_DATA)
    said = shown(why_page(answer))
    winner, runner_up, *others = answer.reasons
    assert f"*Chosen:* {name(winner.choice)}" in said
    assert f"*Next nearest:* {name(runner_up.choice)}" in said
    assert winner.words[0].typed in said
    assert not any(name(one.choice) in said for one in others)
    assert "%" not in said


def test_only_words_that_mattered_are_shown() -> None:
    """A word of less than a tenth of the evidence is left out; people's words are not formatted."""
    words = (MatchedWord("ordnance", "ordinance", 0.6), MatchedWord("an", "law", 0.09))
    reason = Reason(card_of("2018:OD1").choice, 0.9, words)
    assert matched_words(reason) == "Words that decided it: ordnance"
    assert matched_words(reason._replace(words=())) == f"{texts.MATCHED}: {texts.NO_WORDS}"
