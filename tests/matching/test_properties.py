"""What holds for every question, checked on many."""

import random
import re
import string
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge import Catalog
from bot.matching import Decision, Match, Matcher
from bot.training.learning import learn

SURE = 0.9
"""Score from which an answer must withstand a slip, a greeting or a signature."""


@pytest.fixture(scope="session")
def sure(catalog: Catalog, matcher: Matcher) -> dict[str, Match]:
    """Every eleventh phrasing that is answered with a high score, with its match."""
    phrasings = [text for lines in catalog.phrasings.values() for text in lines][::11]
    matches = {text: matcher.match(text) for text in phrasings}
    return {
        text: match
        for text, match in matches.items()
        if match.decision is Decision.ANSWER and match.candidates[0].score >= SURE
    }


def changed(matcher: Matcher, sure: dict[str, Match], change: object) -> list[tuple[str, str]]:
    """Return the questions whose first entry is another one after a change."""
    assert callable(change)
    assert len(sure) > 100
    moved = []
    for text, match in sure.items():
        other = matcher.match(change(text))
        if (
            other.decision is not Decision.ANSWER
            or other.candidates[0].entry_id != match.candidates[0].entry_id
        ):
            moved.append((text, change(text)))
    return moved


@pytest.fixture(scope="session")
def single(sure: dict[str, Match]) -> dict[str, Match]:
    """Those of them that are one sentence, so that no part of them could ask for something else."""
    return {
        text: match
        for text, match in sure.items()
        if match.asks == 1 and not re.search(r"[.?!;:,]\W*\w", text)
    }


@pytest.mark.hundreds
def test_case_and_punctuation_change_nothing(matcher: Matcher, single: dict[str, Match]) -> None:
    """Capitals, final marks and emoji are no part of a question."""
    sure = single
    assert changed(matcher, sure, str.upper) == []
    assert changed(matcher, sure, lambda text: f"*{text}* ?! 🙏") == []


@pytest.mark.hundreds
def test_word_order_changes_little(matcher: Matcher, single: dict[str, Match]) -> None:
    """In any order the words of a phrasing rarely lead elsewhere; pairs of words count a little."""

    def shuffled(text: str) -> str:
        words = text.replace("?", "").split()
        random.Random(len(text)).shuffle(words)
        return " ".join(words)

    moved = changed(matcher, single, shuffled)
    elsewhere = [
        text
        for text, other in moved
        if matcher.match(other).decision is Decision.ANSWER
        and matcher.match(other).candidates[0].entry_id != single[text].candidates[0].entry_id
    ]
    assert len(moved) <= len(single) // 10
    assert len(elsewhere) <= len(single) // 33


@pytest.mark.hundreds
def test_greeting_and_signature_change_nothing(matcher: Matcher, sure: dict[str, Match]) -> None:
    """Politeness in front and a name behind are not part of the question."""
    assert changed(matcher, sure, lambda text: f"hi all, {text}") == []
    assert changed(matcher, sure, lambda text: f"{text}\nthanks!") == []


@pytest.mark.hundreds
def test_one_typo_changes_no_sure_answer(matcher: Matcher, sure: dict[str, Match]) -> None:
    """Two letters swapped in the longest word leave the answer as it was."""

    def slip(text: str) -> str:
        longest = max(text.split(), key=lambda word: len(word) if word.isalpha() else 0)
        if len(longest) < 6:
            return text
        at = len(longest) // 2
        typo = longest[: at - 1] + longest[at] + longest[at - 1] + longest[at + 1 :]
        return text.replace(longest, typo, 1)

    assert len(changed(matcher, sure, slip)) <= len(sure) // 50


@pytest.mark.hundreds
def test_a_phrasing_leads_to_its_entry(catalog: Catalog, matcher: Matcher) -> None:
    """Nearly every phrasing, asked as it stands, leads to the entry it was written for."""
    asked = right = 0
    for entry_id, phrasings in catalog.phrasings.items():
        for text in phrasings[::7]:
            match = matcher.match(text)
            asked += 1
            if entry_id in catalog.off_topics:
                right += match.decision is not Decision.ANSWER
            else:
                family_of = matcher.standards.family_of
                right += family_of[entry_id] == family_of[match.candidates[0].entry_id]

    assert right >= 0.95 * asked


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_text_gets_a_decision(matcher: Matcher, text: str) -> None:
    """No text raises, and the result keeps its promises."""
    match = matcher.match(text)

    assert match.question == text
    assert len(match.candidates) <= 5
    assert all(0 <= candidate.score <= 1 for candidate in match.candidates)
    assert match.decision is Decision.REFUSE or match.candidates


@given(st.text(alphabet=string.ascii_letters + " .,!?<>@#&|*_~`\n'\"0123456789:/-", max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_markup_gets_a_decision(matcher: Matcher, text: str) -> None:
    """Slack's markup in any broken form raises nothing."""
    assert matcher.match(text).decision in Decision


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "open data " * 10_000,
        "\x00\x01\x1b[31m",
        "\u202eatad nepo",
        "\ud800",
        "<" * 5000,
    ],
    ids=["one long word", "many words", "control", "right to left", "surrogate", "brackets"],
)
def test_hostile_text_gets_a_decision(matcher: Matcher, text: str) -> None:
    """Long, invisible and malformed text is read like any other."""
    assert matcher.match(text).decision in Decision


def test_same_question_same_result(matcher: Matcher) -> None:
    """Nothing depends on what was asked before."""
    first = matcher.match("who uses our data")
    matcher.match("something else entirely")

    assert matcher.match("who uses our data") == first


@pytest.mark.hundreds
def test_an_unrelated_entry_moves_no_other(catalog: Catalog) -> None:
    """A new topic answers its own questions and moves at most one in a hundred other answers.

    Both models are learned, from every 24th phrasing, which takes a second. What is refused stays
    refused, though the entries that came near may be others.
    """
    some = {name: texts[::24] for name, texts in catalog.phrasings.items()}
    narrow = replace(catalog, phrasings=some)
    known = next(iter(catalog.topics.values()))
    topic = known.model_copy(update={"id": "topic:moon-base", "title": "Oxygen on the moon base"})
    asked = ("lunar oxygen tank refill", "who pumps air into the crater dome", "moon base airlock")
    wider = replace(
        narrow,
        topics={**catalog.topics, topic.id: topic},
        phrasings={**some, topic.id: asked},
    )
    questions = [text for texts in some.values() for text in texts][::3]

    before, after = (Matcher(one, learn(one)) for one in (narrow, wider))

    def shown(matcher: Matcher, text: str) -> tuple[Decision, str]:
        match = matcher.match(text)
        first = match.candidates[0].entry_id if match.decision is Decision.ANSWER else ""
        return match.decision, first

    moved = [text for text in questions if shown(before, text) != shown(after, text)]
    assert len(moved) <= len(questions) // 100
    assert [shown(after, text) for text in asked] == [(Decision.ANSWER, topic.id)] * 3
