"""Short answers to questions for a list or a number: the criteria of a practice, the practices."""

from bot.answers import words
from bot.answers.browse import categories, edition
from bot.answers.compose import choice
from bot.answers.models import Part, Words
from bot.answers.short import one_line, small_of_standard, source_words
from bot.answers.texts import name
from bot.answers.words import say
from bot.knowledge import Catalog


def practice_list_part(catalog: Catalog, practice_id: str) -> Part:
    """List the criteria of a practice, one a line, and say how many there are or are known."""
    practice = catalog.practices[practice_id]
    criteria = catalog.criteria_of[practice_id]
    known = edition(catalog, practice.standard)
    whole = known.known == known.total
    if not criteria:
        sentence = words.KNOWN_NONE
    elif len(criteria) == 1:
        sentence = words.HAS_ONE if whole else words.KNOWN_ONE
    else:
        sentence = words.HAS if whole else words.KNOWN_OF
    shown = choice(catalog, practice_id)
    return Part(
        sentence=say(sentence, name=name(shown), count=len(criteria)),
        choice=shown,
        lines=tuple(one_line(f"{one.code} {one.title}") for one in criteria),
        small=(small_of_standard(catalog, practice.standard), *source_words(practice.source)),
    )


def all_practices_part(catalog: Catalog, standard_id: str) -> Part:
    """List the practices of a standard with the number of their criteria."""
    standard = catalog.standards[standard_id]
    listed = categories(catalog, standard_id)
    known = edition(catalog, standard_id)
    more = "" if known.known == known.total else f" ({say(words.KNOWN_HERE, count=known.known)})"
    sentence = say(
        words.ALL_OF, standard=standard.title, total=standard.criteria_total, count=len(listed)
    )
    lines = "; ".join(f"{one.choice.title} ({one.abbreviation}, {one.count})" for one in listed)
    return Part(
        sentence=sentence.removesuffix(":") + more + ":",
        lines=(one_line(f"{lines}."), one_line(say(words.HOW_TO_LIST))),
        small=(small_of_standard(catalog, standard_id), *source_words(standard.source)),
    )


def numbered(catalog: Catalog, entry_ids: tuple[str, ...]) -> tuple[tuple[Words, ...], ...]:
    """Return entries as numbered lines, to pick from."""
    return tuple(
        one_line(f"{number}. {name(choice(catalog, one))}")
        for number, one in enumerate(entry_ids, 1)
    )
