"""A Card as blocks: the criterion, its wording marked official or ours, links with their state."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.answers import Card, Choice, ResourceLink
from bot.answers import texts as answers
from bot.knowledge import Statement
from bot.slack import texts
from bot.slack.blocks import ids
from bot.slack.blocks.page import (
    ACTION_ELEMENTS,
    Block,
    actions,
    button,
    context,
    section,
    sections,
)
from bot.slack.mrkdwn import escape

CROSSWALK_FROM = 40
MEMBERS_FROM = 60
"""Where the numbers of a card's buttons begin; those of the answer around it are smaller."""

PER_CARD = 100
"""Numbers set aside for each card of an answer."""

KEPT = 1_000
"""Cards and buttons kept laid out; nobody changes a block once it is made."""


@lru_cache(KEPT)
def card_blocks(card: Card, index: int = 0) -> tuple[Block, ...]:
    """Lay a card out; ``index`` is its place in the answer."""
    return tuple(_blocks(card, index * PER_CARD))


@lru_cache(KEPT)
def card_text(card: Card) -> str:
    """Say a card in one paragraph of mrkdwn, for notifications and screen readers."""
    said = [f"{_heading(card)}, {answers.belongs(card)}: {card.wording}"]
    said += [f"{fact.text}" for fact in card.facts[1:]]
    said += [
        f"{one.title} ({one.provider}): {one.url} ({answers.link_state(one)})"
        for one in card.resources
    ]
    return escape(" ".join(said))


def _blocks(card: Card, start: int) -> Iterator[Block]:
    yield section(
        f"*{escape(_heading(card))}*\n{escape(answers.belongs(card))}\n> {escape(card.wording)}"
    )
    yield context(escape(_small_print(_provenance(card), card.note)))
    yield from sections(_lines(card))
    walk = card.crosswalk
    if small := _small_print(_resources_note(card), answers.crosswalk(walk) if walk else None):
        yield context(escape(small))
    if walk and walk.choices:
        yield choice_row(walk.choices, start + CROSSWALK_FROM)
    if card.criteria:
        yield choice_row(card.criteria, start + MEMBERS_FROM)


def choice_row(choices: Sequence[Choice], start: int, block_id: str | None = None) -> Block:
    """Return a row of buttons, one for each entry."""
    shown = choices[:ACTION_ELEMENTS]
    return actions([entry_button(one, start + n) for n, one in enumerate(shown)], block_id)


@lru_cache(KEPT)
def entry_button(choice: Choice, number: int, text: str | None = None) -> Block:
    """Return the button that shows an entry."""
    name = answers.name(choice)
    return button(text or name, ids.pick_entry(number), choice.entry_id, texts.show_label(name))


def resource_text(resource: ResourceLink) -> str:
    """Mrkdwn: a resource as a link with its provider, what it is and the state of the link."""
    text = (
        f"{_link(resource.title, resource.url)} ({escape(resource.provider)}). "
        f"{escape(resource.about)}\n_{escape(answers.link_state(resource))}_"
    )
    if resource.successor_url:
        text += f" See {_link(resource.successor_title or 'its successor', resource.successor_url)}"
    return text


def _heading(card: Card) -> str:
    return answers.name(card.choice)


def _provenance(card: Card) -> str:
    whose = answers.origin(official=card.official, title_ours=card.title_ours)
    known = answers.confidence(card.confidence, official=card.official)
    return f"{answers.ASKS} ({whose}). {answers.SOURCE}: {'; '.join(card.source)} ({known})"


def _lines(card: Card) -> Iterator[str]:
    """Say in mrkdwn what else is known: what shows it, facts, gaps, resources."""
    if card.evidence:
        yield f"*{answers.EVIDENCE}:* {escape(card.evidence)}"
    yield from map(_fact, card.facts[1:])
    if card.gap:
        yield f"*{answers.GAP}:* {escape(card.gap)}"
    if card.resources:
        yield f"*{answers.RESOURCES}*"
    yield from (f"• {resource_text(resource)}" for resource in card.resources)


def _fact(fact: Statement) -> str:
    return f"• {escape(answers.fact(fact))}"


def _resources_note(card: Card) -> str | None:
    none_known = not card.resources and card.kind != "topic"
    return card.resources_note or (answers.NO_RESOURCE if none_known else None)


def _small_print(*lines: str | None) -> str:
    return "\n".join(line for line in lines if line)


def _link(title: str, url: str) -> str:
    return f"<{escape(url)}|{escape(title).replace('|', '/')}>"
