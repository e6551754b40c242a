"""Answers in words: every sentence about entries, links and lists, and the order they come in.

Terminal and Slack only lay these sections out (80 columns, blocks), so they say the same.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import groupby

from bot.answers.models import (
    Answer,
    Card,
    Category,
    CategoryPage,
    Choice,
    CriterionLine,
    Crosswalk,
    Edition,
    Line,
    Reason,
    ResourceLink,
    Section,
)
from bot.knowledge import Partner, Statement
from bot.matching import Decision

PROGRAM = "What Works Cities Certification"
WHAT_IT_DOES = (
    f"I match your question against the criteria of {PROGRAM} and show the criterion, what it asks "
    "for and the resource that helps. I say so when I do not know."
)

ASKS = "What it asks"
ANSWER = "Answer"
PROOF = "Proof"
CRITERIA = "Criteria"
GAP = "Not known"
PARTNERS = "Partners"
RESOURCES = "Where to get help"
CROSSWALK = "Other standard"
NOTE = "Note"
SOURCE = "Source"

NO_RESOURCE = "No resource is named for this."
SUCCESSOR = "If it does not work:"

SEVERAL = "This may mean several things, or ask for several; all are shown."
NOT_SURE = "I am not sure what you mean."
UNKNOWN = "Nothing that I know is called {codes}."
REFUSAL = "I don't know. I found nothing that answers this."
OFF_TOPIC = f"It looks like a question about {{kind}}, and I know only {PROGRAM}."
BETTER = (
    "To ask better: name the thing you need help with (open data policy, vendor contracts, data "
    "inventory), or a code (SE3)."
)
OTHERS = "Not what you meant? These are near:"
PICK = "Is it one of these? If not, ask again in other words."
GUESSES = "The nearest that I know:"

_OUR_WORDS = {
    "verbatim-seen": "the original was read; these are our words",
    "transcription-seen": "read in a city's transcription of the portal; these are our words",
    "paraphrase-seen": "read in another source's words; these are ours",
    "computed": "our arithmetic",
    "inferred": "inferred from what was seen, not read anywhere",
    "gap": "looked for and not found",
}
_BORROWED = {
    "practice": "named for the practice, not for this criterion",
    "counterpart": "named for the criterion of another standard that asks the same or nearly so",
}
_LINK_STATE = {"live": "In use when last seen", "archived": "Archived", "unknown": "Not verified"}
_PARTNER_STATE = {"active": "active", "closed": "closed", "unknown": "not known whether active"}
_MATCH = {"same": "the same sentence", "near": "asks nearly the same"}
_COUNTS = ("no criterion known", "1 criterion known", "{count} criteria known")


def name(choice: Choice) -> str:
    """Name an entry on one line: code, title and standard, as far as it has them."""
    title = f"{choice.code} {choice.title}".strip()
    return f"{title} ({choice.standard})" if choice.standard else title


def names(choices: Iterable[Choice]) -> str:
    """Name entries on one line."""
    return "; ".join(map(name, choices))


def belongs(card: Card) -> str:
    """Say where an entry belongs."""
    return {
        "criterion": f"{card.choice.code} of the {card.standard_title}, {card.practice}",
        "practice": f"Practice of the {card.standard_title}",
        "topic": "About the program",
    }[card.kind]


def confidence(code: str, *, official: bool) -> str:
    """Say how well a statement is known; our own words may rest on an original that was read."""
    return "read word for word at its source" if official else _OUR_WORDS[code]


def origin(*, official: bool, title_ours: bool) -> str:
    """Say whose words a wording is in, and the title where that differs."""
    if not official:
        return "in our own words"
    return "official wording; the title is ours" if title_ours else "official wording"


def link_state(link: ResourceLink) -> str:
    """Say what is known about a link, and when somebody last looked."""
    state, note = _LINK_STATE[link.status], link.status_note
    known = note if note.lower().startswith(state.lower()) else f"{state}. {note}"
    return f"{known} Last checked {_day(link.checked)}."


def resource(link: ResourceLink) -> Iterator[Line]:
    """Say what and whose a resource is, in what state, and where to look if it does not work."""
    part = f" ({link.part_of})" if link.part_of else ""
    # A provider's name may begin with the title, as "Government Performance Lab, Harvard" does.
    provider = link.provider.removeprefix(f"{link.title}, ")
    yield Line(f"{part}, by {provider}", link.title, link.url)
    yield Line(link.about, detail=True)
    yield Line(link_state(link), detail=True)
    if link.borrowed_from:
        yield Line(f"{_BORROWED[link.borrowed_from].capitalize()}.", detail=True)
    if link.successor_title and link.successor_url:
        yield Line("", f"{SUCCESSOR} {link.successor_title}", link.successor_url, detail=True)


def partner(one: Partner) -> str:
    """Say what a partner supports, whether it still does, and what to know of it."""
    notes = [note for note in (one.note, one.not_to_confuse_with) if note]
    return " ".join([f"{one.title} ({_PARTNER_STATE[one.state]}): {one.supports}", *notes])


def fact(one: Statement) -> str:
    """Give a statement with its standard, its source and how well it is known."""
    standard = f" ({one.standard} standard)" if one.standard else ""
    known = confidence(one.confidence, official=False)
    return f"{one.text}{standard} [{'; '.join(one.source)}: {known}]"


def crosswalk(walk: Crosswalk) -> str:
    """Say in a sentence where an entry stands in the other standard."""
    where = f"In the {walk.standard} standard"
    named = ", ".join(f"{choice.code} {choice.title}".strip() for choice in walk.choices)
    if walk.match == "none":
        line = f"{where}: nothing that asks the same."
        line += f" Nearest: {named}." if named else ""
    else:
        practices = not any(choice.code for choice in walk.choices)
        line = f"{where}: {named} ({'the nearest practice' if practices else _MATCH[walk.match]})."
    inferred = " This is our inference." if walk.confidence == "inferred" else ""
    return line + inferred + (f" {walk.note}" if walk.note else "")


@lru_cache(1_000)  # cards kept in words; the shipped knowledge has about a hundred
def card_sections(card: Card) -> tuple[Section, ...]:
    """Say all that is known of an entry, section by section."""
    return tuple(_card_sections(card))


def _card_sections(card: Card) -> Iterator[Section]:
    yield _section(card.choice.title, belongs(card))
    if card.facts:
        yield _section(ANSWER, *map(fact, card.facts))
    else:
        whose = origin(official=card.official, title_ours=card.title_ours)
        yield _section(f"{ASKS} ({whose})", card.wording)
    if card.proof:
        yield _section(PROOF, fact(card.proof))
    if card.criteria:
        yield Section(CRITERIA, choices=card.criteria)
    none_named = NO_RESOURCE if not card.resources and card.kind != "topic" else None
    note = card.resources_note or none_named
    yield from _gap_and_help(card.gap, card.partners, card.resources, note)
    if card.crosswalk:
        yield _section(CROSSWALK, crosswalk(card.crosswalk), choices=card.crosswalk.choices)
    if card.note:
        yield _section(NOTE, card.note)
    if not card.facts:
        known = confidence(card.confidence, official=card.official)
        yield _section(SOURCE, *card.source, f"({known})")


def _gap_and_help(
    gap: str | None,
    partners: tuple[Partner, ...],
    links: tuple[ResourceLink, ...],
    note: str | None,
) -> Iterator[Section]:
    if gap:
        yield _section(GAP, gap)
    if partners:
        yield _section(PARTNERS, *map(partner, partners))
    lines = [line for link in links for line in resource(link)]
    lines += [Line(note)] if note else []
    if lines:
        yield Section(RESOURCES, tuple(lines))


def opening(answer: Answer) -> tuple[str, ...]:
    """Say what comes before the entries: what is unknown, that there are several, or no answer."""
    unknown = (UNKNOWN.format(codes=" or ".join(answer.unknown)),) if answer.unknown else ()
    if answer.decision is Decision.ANSWER:
        return (*unknown, SEVERAL) if len(answer.cards) > 1 else unknown
    if answer.decision is Decision.CHOICES:
        return unknown or (NOT_SURE,)
    return unknown or (refusal(answer.off_topic), BETTER)


def refusal(off_topic: str | None) -> str:
    """Say that we do not know, and what the question seems to be about."""
    return f"{REFUSAL} {OFF_TOPIC.format(kind=off_topic)}" if off_topic else REFUSAL


def offer(answer: Answer) -> Section | None:
    """Offer the entries to pick from, if there are any."""
    title = {Decision.ANSWER: OTHERS, Decision.CHOICES: PICK, Decision.REFUSE: GUESSES}
    return Section(title[answer.decision], (), answer.choices) if answer.choices else None


def matched(answer: Answer) -> str:
    """Say what decided an answer: a code or words of the question, and how sure we are."""
    first = answer.reasons[0]
    if answer.by_code:
        return f"Matched on the code {first.choice.code or first.choice.title}."
    typed = ", ".join(word.typed for word in first.words) or "no single word"
    return f"Matched on: {typed} ({likely(first)})."


def likely(reason: Reason) -> str:
    """Say how likely it is that an entry is meant."""
    return f"{reason.score:.0%} likely"


def count(number: int) -> str:
    """Count the criteria that we know."""
    return _COUNTS[min(number, 2)].format(count=number)


def edition(one: Edition) -> str:
    """Head the list of a standard: its years, how many criteria it has and how many we know."""
    current = "current, " if one.current else ""
    known = "all known" if one.known == one.total else f"{one.known} known"
    return f"{one.title.capitalize()} ({current}{one.years}): {one.total} criteria, {known}"


def category_line(one: Category) -> str:
    """Say what a category is called and how many of its criteria are known."""
    return f"{one.choice.title} ({one.abbreviation}): {count(one.count)}"


def category_list(listed: Iterable[Category]) -> tuple[Section, ...]:
    """List categories by standard, one a line; the choice of a line opens its category."""
    return tuple(
        _section(
            edition(one), *map(category_line, members), choices=tuple(c.choice for c in members)
        )
        for one, group in groupby(listed, key=lambda category: category.edition)
        if (members := tuple(group))
    )


def category_heading(page: CategoryPage) -> Section:
    """Head the page of a category."""
    return _section(name(page.category.choice), page.summary, f"{count(page.category.count)}.")


def criterion_section(line: CriterionLine) -> Section:
    """Say a criterion in a list, with its resources."""
    whose = origin(official=line.official, title_ours=line.title_ours)
    said = [Line(f"{line.wording} ({whose})")]
    for link in line.resources:
        borrowed = f", {_BORROWED[link.borrowed_from]}" if link.borrowed_from else ""
        state = f", {_LINK_STATE[link.status].lower()}{borrowed}"
        said.append(Line(state, link.title, link.url, detail=True))
    return Section(name(line.choice), tuple(said), (line.choice,))


def category_rest(page: CategoryPage) -> tuple[Section, ...]:
    """Say what holds for all criteria of a category: gaps, partners and resources."""
    note = None if page.resources else NO_RESOURCE
    return tuple(_gap_and_help(page.gap, page.partners, page.resources, note))


def unknown_category(typed: str, nearest: tuple[Choice, ...]) -> Section:
    """Say that no category has a name, and offer the nearest."""
    return _section(f'There is no category "{typed}". The nearest names:', choices=nearest)


def _section(title: str, *lines: str, choices: tuple[Choice, ...] = ()) -> Section:
    return Section(title, tuple(map(Line, lines)), choices)


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
