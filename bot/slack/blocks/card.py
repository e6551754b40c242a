"""A Card as a page: everything that is known of one entry."""

from functools import lru_cache

from bot.answers import Card
from bot.answers.texts import card_sections, name
from bot.slack.blocks.elements import cut
from bot.slack.blocks.page import TOP_TEXT, Page
from bot.slack.blocks.sections import section_blocks, section_text

# Cards kept as pages, whose blocks nobody changes once they are made.
KEPT = 1_000


@lru_cache(KEPT)
def card_page(card: Card) -> Page:
    """Show everything that is known of one entry."""
    title, said = name(card.choice), card_sections(card)
    text, body = section_text(said), section_blocks(said, quoted=card.wording)
    return Page(title, cut(text, TOP_TEXT), body=body)
