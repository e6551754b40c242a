"""Which criteria a message touches: the window about it, and the reply below the message."""

import json
from collections.abc import Sequence
from dataclasses import replace

from bot.answers import Answer, Reason
from bot.answers.texts import name, names
from bot.slack import texts
from bot.slack.blocks import ids
from bot.slack.blocks.answer import answer_page
from bot.slack.blocks.elements import (
    Block,
    actions,
    button,
    context,
    cut,
    literal_section,
    quote,
    section,
)
from bot.slack.blocks.page import TOP_TEXT, Page
from bot.slack.blocks.views import View, modal
from bot.slack.blocks.why import matched_words
from bot.slack.mrkdwn import bold, escape, literal


def touched_view(reasons: Sequence[Reason], unread: Sequence[str], where: dict[str, str]) -> View:
    """Show which criteria a message touches, and what of it could not be read.

    ``unread`` names files and the like, as people named them. ``where`` is the message to reply to.
    """
    blocks: list[Block] = []
    for reason in reasons:
        shown = name(reason.choice)
        show = button(
            texts.show(reason.choice.code or texts.ANSWER),
            ids.PICK_ENTRY,
            reason.choice.entry_id,
            texts.show(shown),
        )
        blocks += [section(bold(shown), show), literal_section(matched_words(reason))]
    nothing = texts.NOTHING_READ if unread else texts.NOTHING_TOUCHED
    head = [section(texts.TOUCHES if reasons else nothing)]
    if unread:
        head.append(quote(texts.UNREAD, literal(", ".join(unread))))
    entry_ids = " ".join(reason.choice.entry_id for reason in reasons)
    reply = actions([button(texts.REPLY_IN_THREAD, ids.REPLY_IN_THREAD, entry_ids)])
    page = Page(texts.MATCH_TITLE, "", tuple(head), tuple(blocks), (reply,) if reasons else ())
    return modal(page, ids.MATCH_VIEW, json.dumps(where))


def touched_page(answer: Answer, asker: str) -> Page:
    """Show in public which criteria a message touches, with their resources."""
    page = answer_page(answer, asker)
    said = f"{texts.TOUCHED_REPLY}: {escape(names(card.choice for card in answer.cards))}"
    return replace(page, text=cut(said, TOP_TEXT), head=(context(texts.touched_by(asker)),))
