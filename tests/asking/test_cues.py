"""Cues: forms, slips, gaps."""

from bot.asking.cues import Cues, read

CUES = Cues([("proof", "proof"), ("list", "all ... criteria"), ("thanks", "thank you")])


def keys(text: str) -> list[str]:
    """Return the keys of the cues in a text."""
    return [found.key for found in CUES.find(CUES.stems(read(text)))]


def test_forms_and_slips_of_a_word_are_the_word() -> None:
    """A plural and a mistyped word are found as the cue."""
    assert keys("which proofs?") == ["proof"]
    assert keys("wich prooof?") == ["proof"]


def test_a_gap_stands_for_some_words() -> None:
    """Dots match up to six words between, and these are not part of the cue."""
    (found,) = CUES.find(CUES.stems(read("all open data criteria")))

    assert found.places == (0, 3)
    assert keys("all a b c d e f g criteria") == []


def test_possessives_do_not_count() -> None:
    """The name of a city with an s behind it is the name."""
    assert read("Phoenix's level") == ["phoenix", "level"]
