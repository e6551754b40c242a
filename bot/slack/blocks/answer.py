"""An Answer as a page: cards, choices or a refusal, with what can be done about it."""

from collections.abc import Iterator
from dataclasses import replace

from slack_sdk.models.blocks import ButtonElement

from bot.answers import Answer, Reason
from bot.answers.texts import likely, name, names, offer, opening
from bot.matching import Decision
from bot.slack import texts
from bot.slack.blocks import ids, values
from bot.slack.blocks.card import card_blocks, card_text
from bot.slack.blocks.elements import (
    ASK_A_PERSON,
    BROWSE,
    Block,
    actions,
    button,
    context,
    cut,
    feedback,
    literal_section,
    quote,
    section,
    share_button,
)
from bot.slack.blocks.page import TOP_TEXT, Page
from bot.slack.blocks.sections import choice_row
from bot.slack.mrkdwn import bold, defuse, escape, literal


def bare_answer_page(answer: Answer, asker: str) -> Page:
    """Show an answer in a window or the Home tab, where the extras of messages are not allowed."""
    return Page(texts.TITLE, answer_text(answer), body=tuple(_body(answer, asker)))


def answer_page(answer: Answer, asker: str, *, private: bool = False) -> Page:
    """Show an answer in a message. ``private`` answers can be shared with the channel."""
    buttons = [ASK_A_PERSON, BROWSE]
    if answer.reasons:
        buttons.insert(0, button(texts.WHY, ids.WHY, answer.key))
    if private:
        buttons.insert(0, share_button(ids.SHARE_ANSWER, values.share(answer)))
    about = " ".join(card.choice.entry_id for card in answer.cards) or answer.decision
    below = (actions(buttons), feedback(about, asker))
    return replace(bare_answer_page(answer, asker), actions=below)


def shared_page(answer: Answer, asker: str) -> Page:
    """Show an answer to everybody, with the asker named and the question quoted."""
    page = answer_page(answer, asker)
    asked = quote(texts.asked_by(asker), literal(answer.question))
    said = f"{texts.asked_by(asker)} “{defuse(answer.question)}” {page.text}"
    return replace(page, text=cut(said, TOP_TEXT), head=(asked,))


def answer_text(answer: Answer) -> str:
    """Say an answer in mrkdwn text, for notifications and screen readers."""
    said = list(map(escape, opening(answer))) + list(map(card_text, answer.cards))
    if not answer.cards and (offered := offer(answer)):
        said.append(escape(f"{offered.title} {names(offered.choices)}"))
    return cut("\n".join(said), TOP_TEXT)


def why_page(answer: Answer) -> Page:
    """Explain an answer: the words behind each entry, its score and the runners-up."""
    blocks: list[Block] = [context(bold(texts.WHY_TITLE))]
    for place, reason in enumerate(answer.reasons, 1):
        blocks += reason_blocks(reason, place, answer.margin if place == 1 else None)
    if not answer.reasons:
        blocks.append(section(escape(" ".join(opening(answer)))))
    named = "; ".join(f"{name(one.choice)} {likely(one)}" for one in answer.reasons)
    said = cut(f"{texts.WHY_TITLE}: {escape(named)}", TOP_TEXT)
    return Page(texts.WHY_TITLE, said, body=tuple(blocks))


def reason_blocks(
    reason: Reason, place: int, margin: float | None = None, accessory: ButtonElement | None = None
) -> list[Block]:
    """Show an entry with its score and the words of the question that spoke for it."""
    score = f"{likely(reason)}{texts.ahead(margin)}"
    title = f"{bold(f'{place}. {name(reason.choice)}')}\n{escape(score)}"
    return [section(title, accessory), literal_section(matched_words(reason))]


def matched_words(reason: Reason) -> str:
    """List the matched words as text that Slack does not format: people typed them."""
    found = []
    for word in reason.words:
        typed, read_as = literal(word.typed, 60), literal(word.read_as, 60)
        shown = typed if typed == read_as else f"{typed} → {read_as}"
        found.append(f"{shown} ({word.weight:.0%})")
    return f"{texts.MATCHED}: {', '.join(found) or texts.NO_WORDS}"


def _body(answer: Answer, asker: str) -> Iterator[Block]:
    if said := opening(answer):
        yield section(escape("\n".join(said)))
    for card in answer.cards:
        yield from card_blocks(card)
    if offered := offer(answer):
        asked_back = answer.decision is not Decision.ANSWER
        row_id = ids.choices(asker) if asked_back else ids.SEE_ALSO
        yield context(escape(offered.title))
        yield choice_row(offered.choices, list(map(name, offered.choices)), block_id=row_id)
