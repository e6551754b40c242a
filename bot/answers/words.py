"""The words that every surface uses for states, origins and confidence."""

from bot.answers.answer import Card, Choice, Crosswalk, Fact

CONFIDENCE = {
    "verbatim-seen": "read word for word at its source",
    "transcription-seen": "read in a city's transcription of the certification portal",
    "paraphrase-seen": "read in another source's words",
    "computed": "our arithmetic",
    "inferred": "inferred from what was seen, not read anywhere",
    "gap": "looked for and not found",
}

STATUS = {"live": "live", "archived": "archived", "unknown": "not checked"}

_MATCH = {"same": "the same sentence", "near": "asks nearly the same"}


def origin(card: Card) -> str:
    """Say whose words the wording is in."""
    return "official wording" if card.official else "in our own words"


def name(choice: Choice) -> str:
    """Name an entry on one line: code, title and standard, as far as it has them."""
    title = f"{choice.code} {choice.title}".strip()
    return f"{title} ({choice.standard})" if choice.standard else title


def ask_by(choice: Choice) -> str:
    """Return the shortest text that leads to an entry when it is asked."""
    return f"{choice.code} {choice.standard}".strip() if choice.code else choice.title


def crosswalk_line(crosswalk: Crosswalk) -> str:
    """Say in one sentence where an entry stands in the other standard."""
    where = f"In the {crosswalk.standard} standard"
    names = ", ".join(f"{choice.code} {choice.title}".strip() for choice in crosswalk.choices)
    if crosswalk.match == "none":
        line = f"{where}: nothing that asks the same. Nearest: {names}."
    else:
        line = f"{where}: {names} ({_MATCH[crosswalk.match]})."
    inferred = " (Inferred.)" if crosswalk.confidence == "inferred" else ""
    return line + inferred + (f" {crosswalk.note}" if crosswalk.note else "")


def fact_line(fact: Fact) -> str:
    """Give a statement, marked with its standard and, where it was not read as such, with why."""
    standard = f" ({fact.standard} standard)" if fact.standard else ""
    weak = fact.confidence not in ("verbatim-seen", "paraphrase-seen")
    return fact.text + standard + (f" [{CONFIDENCE[fact.confidence]}]" if weak else "")
