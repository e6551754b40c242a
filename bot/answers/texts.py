"""The words that every surface uses for states, origins and confidence."""

from bot.answers.models import Card, Choice, Crosswalk, Fact, ResourceLink

CONFIDENCE = {
    "verbatim-seen": "read word for word at its source",
    "transcription-seen": "read in a city's transcription of the certification portal",
    "paraphrase-seen": "read in another source's words",
    "computed": "our arithmetic",
    "inferred": "inferred from what was seen, not read anywhere",
    "gap": "looked for and not found",
}

STATUS = {"live": "in use", "archived": "archived", "unknown": "not checked"}

_MATCH = {"same": "the same sentence", "near": "asks nearly the same"}


def confidence(card: Card) -> str:
    """Say how well an entry is known; our own words may rest on an original that was read."""
    if card.confidence == "verbatim-seen" and not card.official:
        return "the original was read; these are our words"
    return CONFIDENCE[card.confidence]


def origin(card: Card) -> str:
    """Say whose words the wording is in, and the title where that differs."""
    if not card.official:
        return "in our own words"
    return "official wording; the title is ours" if card.title_ours else "official wording"


def provider(link: ResourceLink) -> str:
    """Name who provides a resource, without repeating what its title says already."""
    return link.provider.removeprefix(f"{link.title}, ")


def name(choice: Choice) -> str:
    """Name an entry on one line: code, title and standard, as far as it has them."""
    title = f"{choice.code} {choice.title}".strip()
    return f"{title} ({choice.standard})" if choice.standard else title


def ask_by(choice: Choice) -> str:
    """Return the shortest text that leads to an entry when it is asked."""
    return f"{choice.code or choice.title} {choice.standard}".strip()


def crosswalk_line(crosswalk: Crosswalk) -> str:
    """Say in one sentence where an entry stands in the other standard."""
    where = f"In the {crosswalk.standard} standard"
    names = ", ".join(f"{choice.code} {choice.title}".strip() for choice in crosswalk.choices)
    if crosswalk.match == "none":
        line = f"{where}: nothing that asks the same. Nearest: {names}."
    else:
        practices = not any(choice.code for choice in crosswalk.choices)
        how = "the nearest practice" if practices else _MATCH[crosswalk.match]
        line = f"{where}: {names} ({how})."
    inferred = " This is our inference." if crosswalk.confidence == "inferred" else ""
    return line + inferred + (f" {crosswalk.note}" if crosswalk.note else "")


def fact_line(fact: Fact) -> str:
    """Give a statement with its standard, its source and how well it is known."""
    standard = f" ({fact.standard} standard)" if fact.standard else ""
    return f"{fact.text}{standard} [{'; '.join(fact.source)}: {CONFIDENCE[fact.confidence]}]"
