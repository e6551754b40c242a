"""A Card as a page: everything that is known of one entry."""

from dataclasses import replace
from functools import lru_cache

from bot.answers import Card
from bot.answers.texts import card_sections, name
from bot.slack import texts
from bot.slack.blocks import ids
from bot.slack.blocks.elements import (
    ASK_A_PERSON,
    BROWSE,
    actions,
    context,
    cut,
    feedback,
    share_button,
)
from bot.slack.blocks.page import TOP_TEXT, Page
from bot.slack.blocks.sections import section_blocks, section_text

# Cards kept as pages, whose blocks nobody changes once they are made.
KEPT = 1_000


@lru_cache(KEPT)
def bare_card_page(card: Card) -> Page:
    """Show one entry in a window or the Home tab."""
    title, said = name(card.choice), card_sections(card)
    text, body = section_text(said), section_blocks(said, quoted=card.wording)
    return Page(title, cut(text, TOP_TEXT), body=body)


def card_page(card: Card, asker: str, *, private: bool = True) -> Page:
    """Show one entry in a message; a ``private`` one can be shared with the channel."""
    entry_id = card.choice.entry_id
    share = [share_button(ids.SHARE_CARD, entry_id)] if private else []
    below = actions([*share, ASK_A_PERSON, BROWSE])
    return replace(bare_card_page(card), actions=(below, feedback(entry_id, asker)))


def shared_card_page(card: Card, asker: str) -> Page:
    """Show one entry to everybody, with the person named who shares it."""
    page = card_page(card, asker, private=False)
    said = cut(f"{texts.shared_by(asker)} {page.text}", TOP_TEXT)
    return replace(page, text=said, head=(context(texts.shared_by(asker)),))
