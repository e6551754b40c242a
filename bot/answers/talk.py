"""What is said where no entry answers: courtesy, refusals, what is meant, and what to pick from."""

from bot.answers import words
from bot.answers.compose import card, choice
from bot.answers.lists import numbered
from bot.answers.models import Part
from bot.answers.short import one_line
from bot.answers.texts import confidence, name
from bot.answers.words import say
from bot.knowledge import Catalog
from bot.matching import Match

COURTESY = {
    "thanks": words.THANKS,
    "hello": words.HELLO,
    "bye": words.BYE,
    "stop": words.STOP,
    "okay": words.OKAY,
    "help": words.HELP,
    "self": words.SELF,
    "yes": words.OKAY,
    "no": words.NONE_OF_THESE,
}
"""Kinds of asking that no entry answers -> what is said."""


def courtesy_part(catalog: Catalog, kind: str) -> Part:
    """Meet small talk and questions about the bot."""
    program = catalog.program
    return Part(
        say(
            COURTESY[kind],
            program=program.title,
            example=program.examples[0],
            examples=" / ".join(program.examples),
        )
    )


def what_do_you_mean_part(catalog: Catalog) -> Part:
    """Ask what is meant where the question points to something that was not said."""
    program = catalog.program
    return Part(say(words.WHAT_DO_YOU_MEAN, subject=program.subjects[0], code=program.code))


def refusal_part(catalog: Catalog, match: Match, *, understood: bool) -> Part:
    """Say that we do not know, what the question seems to be about, and how to ask better.

    ``understood``: whether any word of the question is known; where none is, no subject is named.
    """
    program = catalog.program
    better = say(words.ASK_BETTER, subject=program.subjects[0], code=program.code)
    if not understood:
        return Part(say(words.NOT_READ), lines=(one_line(better),))
    off_topic = catalog.off_topics.get(match.off_topic or "")
    said = say(words.REFUSAL)
    if off_topic and off_topic.named:
        said += " " + say(words.OTHER_BUSINESS, kind=off_topic.title, program=program.title)
    return Part(said, lines=(one_line(better),))


def choices_part(catalog: Catalog, entry_ids: tuple[str, ...], unknown: tuple[str, ...]) -> Part:
    """Ask which of some entries is meant, each on a line with its number."""
    asked = say(words.WHICH) if len(entry_ids) > 1 else say(words.PERHAPS)
    if unknown:
        asked = f"{say(words.NO_CODE, codes=', '.join(unknown))} {asked}"
    return Part(asked, lines=numbered(catalog, entry_ids))


def why_part(catalog: Catalog, entry_id: str) -> Part:
    """Say which entry was answered with, and what it rests on."""
    shown = card(catalog, entry_id)
    known = confidence(shown.confidence, official=shown.official)
    sentence = say(words.WHY, name=name(shown.choice), source="; ".join(shown.source), known=known)
    return Part(sentence, choice=choice(catalog, entry_id))
