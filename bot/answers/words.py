"""The bot's own words in short answers, and how they are put into the language of the asker.

The templates are English; ``say`` looks them up in the message catalog of the language in which the
question was asked (bot/answers/locale). What the knowledge says is never translated.
"""

from contextvars import ContextVar
from functools import lru_cache
from gettext import NullTranslations, translation
from pathlib import Path

LANGUAGES = ("en", "es", "pt")
"""Languages of the bot's own words; the first is that of the templates."""

language: ContextVar[str] = ContextVar("language", default=LANGUAGES[0])
"""The language in which the current answer is worded."""


def say(template: str, **values: object) -> str:
    """Return a template in the current language, filled with values."""
    return _messages(language.get()).gettext(template).format(**values)


@lru_cache(len(LANGUAGES))
def _messages(code: str) -> NullTranslations:
    return translation("answers", Path(__file__).parent / "locale", [code], fallback=True)


def N_(template: str) -> str:  # noqa: N802 - the name that gettext's tools look for
    """Mark a template for the message catalog."""
    return template


START_HERE = N_("Start here:")
FOR_PRACTICE = N_("For the whole practice:")
STATE = {
    "live": N_("in use when last seen"),
    "archived": N_("archived, may not open"),
    "unknown": N_("not verified, may be gone"),
}
OFFICIAL = N_("official wording")
OURS = N_("our words")
CURRENT = N_("{standard} (current)")
RETIRED = N_("{standard} (no longer in force)")
SAME_SENTENCE = N_("the same sentence in {standard}")
SOURCE = N_("source")
CHECKED = N_("link checked {day}")
ABOUT_PROGRAM = N_("about the program")
NO_RESOURCE = N_("No resource about this is known.")

PROOF = N_("{name}:")
NO_PROOF = N_("What proof counts for {name} is not known here. Ask the program.")
NO_EXAMPLE = N_("I know no example of a city for {name}.")
EXAMPLES = N_("Examples for {name}:")
NAMED_BY = {
    "city": N_("the city itself names it for certification"),
    "program": N_("the program names it as an example"),
    "nobody": N_("that it fits is our inference"),
}
HELPERS = N_("Who helps with {name}:")
NO_HELPER = N_("Nobody is named who helps with {name}.")
HELPED = {
    "active": N_("active"),
    "closed": N_("closed"),
    "unknown": N_("whether it is active is not known"),
}
LICENSE = N_("License: {license}.")
NO_LICENSE = N_("Its license is not known.")

SAME = N_("{one} and {other} are the same: the sentence did not change.")
NEAR = N_("{one} and {other} ask nearly the same.")
NEAR_PRACTICE = N_("{other} is the practice of today nearest to {one}.")
NO_TWIN = N_("{one} has no successor that asks the same in the {standard} standard.")
NO_ORIGIN = N_("{one} has no forerunner that asks the same in the {standard} standard.")
NEAREST = N_("Nearest: {names}.")
DIFFERENT = N_("{names} ask for different things.")
ONE_IS_CURRENT = N_("The {standard} standard is the current one.")

HAS = N_("{name} has {count} criteria:")
HAS_ONE = N_("{name} has 1 criterion:")
KNOWN_OF = N_("Of {name}, {count} criteria are known here:")
KNOWN_ONE = N_("Of {name}, 1 criterion is known here:")
KNOWN_NONE = N_("Of {name}, no criterion is known here.")
ALL_OF = N_("The {standard} has {total} criteria in {count} practices:")
HOW_TO_LIST = N_("Name a practice to list its criteria.")
KNOWN_HERE = N_("{count} known here")

ESTIMATE = N_(
    "{met} of {total} criteria ({percent}%) would be {level}: an estimate, not an assessment."
)
BELOW = N_(
    "{met} of {total} criteria ({percent}%) would be below {level}: an estimate, not an assessment."
)
NEXT = N_("{level} begins at {criteria} criteria ({percent}%): {more} more.")
HIGHEST = N_("That is the highest level.")
TOO_MANY = N_("The {standard} has only {total} criteria.")
LEVEL_TAKES = N_("{level} takes at least {percent}% of the criteria: {criteria} of {total}.")

BIG_ENOUGH = N_("Yes, as far as population goes: {number} residents is above the least, {least}.")
JUST_ENOUGH = N_("Yes, as far as population goes: {number} residents is exactly the least.")
TOO_SMALL = N_("No: {number} residents is below the least, {least}.")
ELIGIBLE = {"yes": N_("Yes."), "no": N_("No."), "unknown": N_("That is not known.")}

CITY_LEVEL = N_("{city}: {levels}.")
CITY_SEEN = N_("{level}, seen for {year}")
CITY_TODAY = N_("What holds today stands on the program's own list.")
CITY_UNKNOWN = N_(
    "I do not know about {city}: it is not among the {count} cities that I know by name, and those "
    "are not all."
)
CITY_CHECK = N_("The program's own list of cities shows it.")

THANKS = N_("You're welcome. Ask again any time.")
HELLO = N_("Hello! Ask me about {program} in plain words, for example: {example}")
BYE = N_("Good bye. Ask again any time.")
STOP = N_("All right, I'm quiet. I only speak when you ask me something.")
OKAY = N_("Good. Ask again any time.")
HELP = N_(
    "I answer questions about {program}: what a criterion asks, what proof it takes, who helps, "
    "how standards and levels compare. Try: {examples}"
)
SELF = N_(
    "I'm a bot, a program and not a person. I answer questions about {program} from a checked list "
    "of facts; I do not make anything up. Ask me, or ask for help."
)
WHAT_DO_YOU_MEAN = N_(
    "Which criterion or subject do you mean? Name it (such as {subject}), or give a code ({code})."
)
NO_NUMBER = N_("There is no number {number} in what I showed. Which do you mean?")
NONE_OF_THESE = N_("Then please tell me in other words what you need.")
WHY = N_("I answered with {name}. It rests on: {source} ({known}).")

WHICH = N_("Which of these do you mean? Reply with the number.")
PERHAPS = N_("Do you mean this?")
NO_CODE = N_("I know nothing called {codes}.")
THERE_IS = N_("There is: {names}.")
REFUSAL = N_("I don't know. I found nothing that answers this.")
NOT_READ = N_(
    "I don't know: I understood none of these words. I read English, Spanish and Portuguese."
)
OTHER_BUSINESS = N_("It looks like a question about {kind}, and I know only {program}.")
ASK_BETTER = N_("Name what you need help with (such as {subject}), or a code ({code}).")
MORE_ASKED = N_("You asked for {count} more; please ask again for those.")
