"""An answer in a message: what is said, short, and at most five things to do about it."""

from collections.abc import Iterator
from dataclasses import replace

from slack_sdk.models.blocks import InteractiveElement

from bot.answers import Answer, Choice
from bot.answers.models import Part
from bot.answers.texts import name, names
from bot.matching import Decision
from bot.slack import texts
from bot.slack.blocks import ids, values
from bot.slack.blocks.elements import (
    ASK_A_PERSON,
    BROWSE,
    DIVIDER,
    Block,
    actions,
    button,
    context,
    cut,
    feedback,
    overflow,
    quote,
    section,
    sections,
    share_button,
)
from bot.slack.blocks.page import TOP_TEXT, Page
from bot.slack.mrkdwn import bold, defuse, escape, linked, literal, words


def bare_answer_page(answer: Answer, asker: str) -> Page:
    """Show what an answer says, with nothing to do about it but to pick what was meant."""
    said = [block for n, part in enumerate(answer.parts) for block in _part(answer, n, part)]
    text = " ".join(map(spoken, answer.parts))
    if pickable := () if answer.decision is Decision.ANSWER else answer.choices:
        text += f" {names(pickable)}"
    title = name(answer.cards[0].choice) if len(answer.cards) == 1 else texts.TITLE
    settled = asker if answer.decision is Decision.CHOICES else None
    body = (*said, *choice_blocks(pickable, settled))
    return Page(title, cut(escape(text.strip()), TOP_TEXT), body=body)


def answer_page(answer: Answer, asker: str, *, private: bool = False, share: bool = False) -> Page:
    """Show an answer with what can be done about it.

    ``private``: only the asker sees it. ``share``: what was answered can be shown to a channel.
    """
    below: list[Block] = []
    if answer.decision is Decision.ANSWER:
        sharing = [share_button(values.share(answer))] if share else []
        below.append(actions([*sharing, ASK_A_PERSON, more_menu(answer)]))
    elif not answer.choices:
        below.append(actions([ASK_A_PERSON, BROWSE]))
    about = " ".join(card.choice.entry_id for card in answer.cards) or None
    if about or not private:
        below.append(feedback(about, None if private else asker))
    return replace(bare_answer_page(answer, asker), actions=tuple(below))


def restated_page(page: Page, question: str) -> Page:
    """Put the question above its answer, where Slack does not show what somebody typed."""
    return replace(page, head=(quote(texts.YOU_ASKED, literal(question)),))


def shared_page(answer: Answer, asker: str) -> Page:
    """Show an answer to everybody: who asked what, or who looked it up."""
    page = answer_page(answer, asker)
    if not answer.question:
        said = texts.shared_by(asker)
        return replace(page, text=cut(f"{said} {page.text}", TOP_TEXT), head=(context(said),))
    asked = quote(texts.asked_by(asker), literal(answer.question))
    said = f"{texts.asked_by(asker)} “{defuse(answer.question)}” {page.text}"
    return replace(page, text=cut(said, TOP_TEXT), head=(asked,))


def choice_blocks(choices: tuple[Choice, ...], settled_by: str | None = None) -> Iterator[Block]:
    """Show entries to pick from, their names as text, and the way out.

    ``settled_by``: who asked, where their pick takes the place of the message.
    """
    for n, choice in enumerate(choices, 1):
        shown = name(choice)
        pick = button(texts.THIS_ONE, f"{ids.PICK_ENTRY}_{n}", choice.entry_id, texts.show(shown))
        row_id = f"{ids.CHOICES}:{settled_by}:{n}" if settled_by else None
        yield section(bold(f"{n}. {shown}"), pick, row_id)
    if choices:
        yield actions([button(texts.NONE_OF_THESE, ids.NONE_OF_THESE, "none")])


def others_page(choices: tuple[Choice, ...]) -> Page:
    """Show what else may have been meant."""
    body = (section(bold(texts.OTHERS)), *choice_blocks(choices))
    return Page(texts.TITLE, escape(f"{texts.OTHERS} {names(choices)}"), body=body)


def more_menu(answer: Answer) -> InteractiveElement:
    """Return what else can be done about an answer, behind three dots."""
    entry_ids = [card.choice.entry_id for card in answer.cards]
    options = [(texts.SHOW_EVERYTHING, f"{ids.EVERYTHING} {' '.join(entry_ids)}")]
    if answer.choices:
        near = " ".join(choice.entry_id for choice in answer.choices)
        options.append((texts.SOMETHING_ELSE, f"{ids.OTHERS} {near}"))
    if answer.reasons:
        options.append((texts.WHY, f"{ids.WHY} {answer.key}"))
    options.append((texts.BROWSE, f"{ids.BROWSE} all"))
    if len(answer.cards) == 1 and (walk := answer.cards[0].crosswalk) and walk.choices:
        other = walk.choices[0]
        options.append((texts.other_card(other), f"{ids.PICK_ENTRY} {other.entry_id}"))
    return overflow(ids.MORE, options)


def spoken(part: Part) -> str:
    """Say a part in plain text with its addresses, but without the small print."""
    lines = [
        " ".join(f"{one.text.strip()} {one.url}".strip() for one in line)
        for line in (*part.lines, *part.links)
    ]
    return " ".join([part.sentence, *([part.quote] if part.quote else []), *lines])


def _part(answer: Answer, place: int, part: Part) -> Iterator[Block]:
    """Lay out one of the things that were asked, numbered where there are several."""
    number = f"{place + 1}. " if len(answer.parts) > 1 else ""
    said = linked(number + part.sentence)
    if answer.decision is not Decision.REFUSE:
        said = f"*{said}*"
    if part.quote:
        said += "\n> " + escape(part.quote).replace("\n", "\n> ")
    if place:
        yield DIVIDER
    yield section(said)
    yield from sections(map(words, part.lines))
    yield from sections(map(words, part.links))
    if part.small:
        yield context(words(part.small))
