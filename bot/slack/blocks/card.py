"""A Card as blocks: the criterion, its wording marked official or ours, links with their state."""

from collections.abc import Iterator, Sequence

from bot.answers import Card, Choice, Crosswalk, Fact, ResourceLink
from bot.slack import words
from bot.slack.blocks import ids
from bot.slack.blocks.limits import ACTION_ELEMENTS, Block, actions, button, context, section
from bot.slack.escape import escape

CROSSWALK_FROM = 40
MEMBERS_FROM = 60
"""Where the numbers of a card's buttons begin; those of the answer around it are smaller."""

PER_CARD = 100
"""Numbers set aside for each card of an answer."""


def card_blocks(card: Card, index: int = 0) -> Iterator[Block]:
    """Lay a card out; ``index`` is its place in the answer."""
    start = index * PER_CARD
    yield section(f"*{escape(_heading(card))}*\n{escape(words.place_of(card))}")
    yield section(f"> {escape(card.wording)}")
    yield context(escape(_provenance(card)))
    if card.evidence:
        yield section(f"*{words.EVIDENCE}:* {escape(card.evidence)}")
    yield from map(_fact, card.facts[1:])
    if card.gap:
        yield section(f"*{words.GAP}:* {escape(card.gap)}")
    yield from _resources(card)
    if card.crosswalk:
        yield from _crosswalk(card.crosswalk, start + CROSSWALK_FROM)
    if card.note:
        yield context(escape(card.note))
    if card.criteria:
        yield choice_row(card.criteria, start + MEMBERS_FROM)


def card_text(card: Card) -> str:
    """Say a card in one paragraph of mrkdwn, for notifications and screen readers."""
    said = [f"{_heading(card)}, {words.place_of(card)}: {card.wording}"]
    said += [f"{fact.text}" for fact in card.facts[1:]]
    said += [
        f"{one.title} ({one.provider}): {one.url} ({words.link_state(one)})"
        for one in card.resources
    ]
    return escape(" ".join(said))


def choice_row(choices: Sequence[Choice], start: int, block_id: str | None = None) -> Block:
    """Return a row of buttons, one for each entry."""
    shown = choices[:ACTION_ELEMENTS]
    return actions([entry_button(one, start + n) for n, one in enumerate(shown)], block_id)


def entry_button(choice: Choice, number: int, text: str | None = None) -> Block:
    """Return the button that shows an entry."""
    name = words.named(choice)
    return button(text or name, ids.pick_entry(number), choice.entry_id, words.show_label(name))


def resource_text(resource: ResourceLink) -> str:
    """Mrkdwn: a resource as a link with its provider, what it is and the state of the link."""
    text = (
        f"{_link(resource.title, resource.url)} ({escape(resource.provider)}). "
        f"{escape(resource.about)}\n_{escape(words.link_state(resource))}_"
    )
    if resource.successor_url:
        text += f" See {_link(resource.successor_title or 'its successor', resource.successor_url)}"
    return text


def _heading(card: Card) -> str:
    return words.named(card.choice)


def _provenance(card: Card) -> str:
    whose = words.OFFICIAL if card.official else words.OURS
    return f"{whose} ({words.confidence(card.confidence)}). Source: {'; '.join(card.source)}"


def _fact(fact: Fact) -> Block:
    edition = f"{fact.standard} standard, " if fact.standard else ""
    known = f"{edition}{words.confidence(fact.confidence)}; source: {'; '.join(fact.source)}"
    return section(f"• {escape(fact.text)} _({escape(known)})_")


def _resources(card: Card) -> Iterator[Block]:
    if card.resources:
        yield section(f"*{words.RESOURCES}*")
    for resource in card.resources:
        yield section(resource_text(resource))
    if card.resources_note:
        yield context(escape(card.resources_note))
    elif not card.resources and card.kind != "topic":
        yield context(words.NO_RESOURCES)


def _crosswalk(walk: Crosswalk, start: int) -> Iterator[Block]:
    names = ", ".join(words.named(one) for one in walk.choices)
    line = f"{words.crosswalk(walk)}: {names} ({words.confidence(walk.confidence)})."
    yield context(escape(f"{line} {walk.note or ''}".strip()))
    if walk.choices:
        yield choice_row(walk.choices, start)


def _link(title: str, url: str) -> str:
    return f"<{escape(url)}|{escape(title).replace('|', '/')}>"
