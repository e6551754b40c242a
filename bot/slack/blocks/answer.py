"""An Answer as a page: cards, choices or a refusal, with what can be done about it."""

from dataclasses import replace

from slack_sdk.models.blocks import ButtonElement

from bot.answers import Answer, Reason
from bot.answers.texts import likely, name, offer, opening
from bot.matching import Decision
from bot.slack import texts
from bot.slack.blocks import ids, values
from bot.slack.blocks.card import bare_card_page
from bot.slack.blocks.elements import (
    ASK_A_PERSON,
    BROWSE,
    Block,
    actions,
    button,
    choice_row,
    context,
    cut,
    feedback,
    literal_section,
    quote,
    section,
    share_button,
)
from bot.slack.blocks.page import TOP_TEXT, Page
from bot.slack.mrkdwn import bold, defuse, escape, literal


def bare_answer_page(answer: Answer, asker: str) -> Page:
    """Show an answer in a window or the Home tab, where the extras of messages are not allowed."""
    said, offered = opening(answer), offer(answer)
    named = list(map(name, answer.choices))
    pages = list(map(bare_card_page, answer.cards))
    opened = escape("\n".join(said))
    offering = escape(f"{offered.title} {'; '.join(named)}") if offered and not pages else ""
    body, spoken = ([section(opened)], [opened]) if said else ([], [])
    for page in pages:
        body += page.body
        spoken.append(page.text)
    if offering:
        spoken.append(offering)
    if offered:
        settled = answer.decision is Decision.ANSWER
        row_id = None if settled else f"{ids.CHOICES}:{asker}"
        body.append(context(offered.title))
        body.append(choice_row(offered.choices, named, block_id=row_id))
    return Page(texts.TITLE, cut("\n".join(spoken), TOP_TEXT), body=tuple(body))


def answer_page(answer: Answer, asker: str, *, private: bool = False) -> Page:
    """Show an answer in a message. ``private`` answers can be shared with the channel."""
    about = " ".join([card.choice.entry_id for card in answer.cards]) or answer.decision
    page = bare_answer_page(answer, asker)
    buttons = [ASK_A_PERSON, BROWSE]
    if answer.reasons:
        buttons.insert(0, button(texts.WHY, ids.WHY, answer.key))
    if private:
        buttons.insert(0, share_button(ids.SHARE_ANSWER, values.share(answer)))
    return replace(page, actions=(actions(buttons), feedback(about, asker)))


def shared_page(answer: Answer, asker: str) -> Page:
    """Show an answer to everybody, with the asker named and the question quoted."""
    page = answer_page(answer, asker)
    asked = quote(texts.asked_by(asker), literal(answer.question))
    said = f"{texts.asked_by(asker)} “{defuse(answer.question)}” {page.text}"
    return replace(page, text=cut(said, TOP_TEXT), head=(asked,))


def why_page(answer: Answer) -> Page:
    """Explain an answer: the words behind each entry, its score and the runners-up."""
    blocks: list[Block] = [context(bold(texts.WHY))]
    for place, reason in enumerate(answer.reasons, 1):
        blocks += reason_blocks(reason, place, answer.margin if place == 1 else None)
    if not answer.reasons:
        blocks.append(section(escape(" ".join(opening(answer)))))
    named = "; ".join(f"{name(one.choice)} {likely(one)}" for one in answer.reasons)
    said = cut(f"{texts.WHY}: {escape(named)}", TOP_TEXT)
    return Page(texts.WHY, said, body=tuple(blocks))


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
