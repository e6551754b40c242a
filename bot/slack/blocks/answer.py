"""An Answer as a page: cards, choices or a refusal, with what can be done about it."""

from collections.abc import Iterator
from functools import cache, lru_cache

from bot.answers import Answer, Card, Reason
from bot.answers import texts as answers
from bot.matching import Decision
from bot.slack import texts
from bot.slack.blocks import ids
from bot.slack.blocks.card import KEPT, card_blocks, card_text, choice_row
from bot.slack.blocks.page import (
    BUTTON_VALUE,
    TOP_TEXT,
    VIEW_BLOCKS,
    Block,
    Page,
    actions,
    button,
    context,
    cut,
    fit,
    literal_section,
    plain,
    section,
)
from bot.slack.mrkdwn import carry, defuse, escape, literal


def answer_page(answer: Answer, asker: str, *, private: bool = False) -> Page:
    """Lay an answer out for a message. ``private`` answers can be shared with the channel."""
    tail = [_answer_actions(answer, private=private), _manners(_entry_ids(answer), asker)]
    return Page(texts.TITLE, answer_text(answer), fit(_body(answer, asker), tail))


def shared_page(answer: Answer, asker: str) -> Page:
    """Lay an answer out for everybody, with the asker named and the question quoted."""
    page = answer_page(answer, asker)
    asked = context(texts.asked_by(asker), plain(literal(answer.question), 400))
    said = f"{texts.asked_by(asker)} “{defuse(answer.question)}” {page.text}"
    return Page(page.title, cut(said, TOP_TEXT), fit((asked, *page.blocks[:-2]), page.blocks[-2:]))


def plain_answer(answer: Answer, asker: str) -> tuple[Block, ...]:
    """Lay an answer out for a window or the Home tab, where messages' extras are not allowed."""
    return fit(_body(answer, asker), most=VIEW_BLOCKS - 10)


def card_page(card: Card, asker: str, *, private: bool = True) -> Page:
    """Lay one entry out for a message, such as one picked from a list."""
    buttons = [_share(ids.SHARE_CARD, card.choice.entry_id)] if private else []
    buttons += [_ask_a_person(), _browse()]
    tail = [actions(buttons), _manners(card.choice.entry_id, asker)]
    return Page(
        answers.name(card.choice), cut(card_text(card), TOP_TEXT), fit(card_blocks(card), tail)
    )


def shared_card(card: Card, asker: str) -> Page:
    """Lay one entry out for everybody, with the person named who shares it."""
    page = card_page(card, asker, private=False)
    said = f"{texts.shared_by(asker)} {page.text}"
    shared = context(texts.shared_by(asker))
    return Page(page.title, cut(said, TOP_TEXT), fit((shared, *page.blocks[:-2]), page.blocks[-2:]))


def plain_card(card: Card) -> tuple[Block, ...]:
    """Lay one entry out for a window or the Home tab."""
    return fit(card_blocks(card), most=VIEW_BLOCKS - 10)


def answer_text(answer: Answer) -> str:
    """Say an answer in mrkdwn text, for notifications and screen readers."""
    if answer.decision is Decision.ANSWER:
        return cut("\n".join(map(card_text, answer.cards)), TOP_TEXT)
    names = escape("; ".join(map(answers.name, answer.choices)))
    if answer.decision is Decision.CHOICES:
        return cut(f"{answers.NOT_SURE} {answers.PICK} {names}", TOP_TEXT)
    guesses = f" {answers.GUESSES} {names}" if names else ""
    return cut(escape(answers.refusal(answer.off_topic)) + guesses, TOP_TEXT)


def why_page(answer: Answer) -> Page:
    """Explain an answer: the words behind each entry, its score and the runners-up."""
    blocks: list[Block] = [context(f"*{texts.WHY_TITLE}*")]
    for place, reason in enumerate(answer.reasons):
        margin = answer.margin if place == 0 else None
        blocks += reason_blocks(reason, texts.score(reason.score, margin), place + 1)
    if not answer.reasons:
        blocks.append(section(escape(answers.refusal(answer.off_topic))))
    named = "; ".join(
        f"{answers.name(one.choice)} {texts.score(one.score, None)}" for one in answer.reasons
    )
    return Page(texts.WHY_TITLE, cut(f"{texts.WHY_TITLE}: {escape(named)}", TOP_TEXT), fit(blocks))


def reason_blocks(reason: Reason, score: str, place: int) -> list[Block]:
    """Show an entry with its score and the words of the question that spoke for it."""
    title = section(f"*{place}. {escape(answers.name(reason.choice))}*\n{escape(score)}")
    return [title, literal_section(matched_words(reason))]


def matched_words(reason: Reason) -> str:
    """List the matched words as text that Slack does not format: people typed them."""
    found = [
        f"{literal(word.typed, 60)} ({word.weight:.0%})"
        if literal(word.typed, 60) == literal(word.read_as, 60)
        else f"{literal(word.typed, 60)} → {literal(word.read_as, 60)} ({word.weight:.0%})"
        for word in reason.words
    ]
    return f"{texts.MATCHED}: {', '.join(found) or texts.NO_WORDS}"


def _body(answer: Answer, asker: str) -> Iterator[Block]:
    if answer.decision is Decision.ANSWER:
        for index, card in enumerate(answer.cards):
            yield from card_blocks(card, index)
        if answer.choices:
            yield context(answers.OTHERS)
            yield choice_row(answer.choices, 0)
        return
    if answer.decision is Decision.CHOICES:
        yield section(answers.NOT_SURE)
    else:
        yield section(escape(" ".join(answers.opening(answer))))
    if offer := answers.offer(answer):
        yield context(offer.title)
        yield choice_row(answer.choices, 0, ids.choices(asker))


def _answer_actions(answer: Answer, *, private: bool) -> Block:
    question = carry(answer.question, BUTTON_VALUE)
    buttons = [_share(ids.SHARE_ANSWER, question)] if private else []
    if answer.reasons:
        buttons.append(button(texts.WHY, ids.WHY, question))
    return actions([*buttons, _ask_a_person(), _browse()])


def _share(action_id: str, value: str) -> Block:
    return button(texts.SHARE, action_id, value, "Share this answer with the channel")


@cache
def _ask_a_person() -> Block:
    return button(texts.ASK_A_PERSON, ids.ASK_A_PERSON, "topic:contact", "See whom to ask")


@cache
def _browse() -> Block:
    return button(texts.BROWSE, ids.BROWSE, "all", "Browse the criteria by category")


@lru_cache(KEPT)
def _manners(about: str, asker: str) -> Block:
    """Return votes, and the asker's way to take the answer away.

    https://docs.slack.dev/reference/block-kit/block-elements/feedback-buttons-element and
    .../icon-button-element, whose trash only ``visible_to_user_ids`` see.
    """
    votes = {
        "type": "feedback_buttons",
        "action_id": ids.FEEDBACK,
        "positive_button": _vote(texts.HELPFUL, f"helpful {about}"),
        "negative_button": _vote(texts.NOT_HELPFUL, f"not_helpful {about}"),
    }
    trash = {
        "type": "icon_button",
        "action_id": ids.REMOVE,
        "icon": "trash",
        "text": plain(texts.REMOVE),
        "accessibility_label": texts.REMOVE,
        "value": asker,
        "visible_to_user_ids": [asker],
    }
    return {"type": "context_actions", "elements": [votes, trash]}


def _vote(text: str, value: str) -> Block:
    return {"text": plain(text), "value": value, "accessibility_label": f"{text} answer"}


def _entry_ids(answer: Answer) -> str:
    return " ".join(card.choice.entry_id for card in answer.cards) or str(answer.decision)
