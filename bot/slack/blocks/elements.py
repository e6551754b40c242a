"""Elements of Block Kit within Slack's limits: too much is cut with "more" rather than refused.

slack_sdk's models know the fields and raise beyond the limits, which we therefore keep before them.
Blocks are returned as the dicts that are sent, so that whoever keeps them converts them once.
The numbers are those of https://docs.slack.dev/reference/block-kit.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from slack_sdk.models.blocks import (
    ActionsBlock,
    ButtonElement,
    ContextActionsBlock,
    ContextBlock,
    DividerBlock,
    FeedbackButtonsElement,
    HeaderBlock,
    IconButtonElement,
    InteractiveElement,
    MarkdownTextObject,
    Option,
    OverflowMenuElement,
    PlainTextObject,
    SectionBlock,
)
from slack_sdk.models.blocks.basic_components import FeedbackButtonObject

from bot.answers import Choice
from bot.answers.texts import name
from bot.slack import texts
from bot.slack.blocks import ids

Block = dict[str, Any]

SECTION = SectionBlock.text_max_length
HEADER = HeaderBlock.text_max_length
LABEL = ButtonElement.text_max_length
BUTTON_VALUE = ButtonElement.value_max_length
ROW = ActionsBlock.elements_max_length
BLOCK_ID = ActionsBlock.block_id_max_length
OPTION_VALUE = Option.value_max_length

# Characters of somebody's question that are quoted.
QUOTED = 400

_HALF = re.compile(r"(?:&[a-z]*|<[^>]*)$")


def cut(text: str, limit: int, mark: str = texts.MORE_MARK) -> str:
    """Cut text at a space, never inside an escaped character or a link, and say so."""
    if len(text) <= limit:
        return text
    start = text[: limit - len(mark)]
    start = start.rsplit(" ", 1)[0] if " " in start[-80:] else start
    return _HALF.sub("", start).rstrip() + mark


def plain_text(text: str, limit: int = LABEL) -> PlainTextObject:
    """Return text that Slack does not format."""
    return PlainTextObject(text=cut(text, limit, "…") or " ", emoji=False)


def mrkdwn(text: str) -> MarkdownTextObject:
    """Return text that Slack formats, and in which it links nothing by itself."""
    return MarkdownTextObject(text=cut(text, SECTION) or " ", verbatim=True)


def section(
    text: str, accessory: ButtonElement | None = None, block_id: str | None = None
) -> Block:
    """Return a paragraph of mrkdwn, which Slack never folds, with a button beside it."""
    named = block_id[:BLOCK_ID] if block_id else None
    return SectionBlock(
        text=mrkdwn(text), accessory=accessory, block_id=named, expand=True
    ).to_dict()


def sections(lines: Iterable[str]) -> Iterator[Block]:
    """Lay lines of mrkdwn out in as few sections as Slack's limit allows, none of them split."""
    held = ""
    for line in lines:
        if held and len(held) + 1 + len(line) > SECTION:
            yield section(held)
            held = ""
        held = f"{held}\n{line}" if held else line
    if held:
        yield section(held)


def literal_section(text: str) -> Block:
    """Return a paragraph that Slack does not format (see mrkdwn.literal)."""
    return SectionBlock(text=plain_text(text, SECTION)).to_dict()


def context(text: str) -> Block:
    """Return a line of small print."""
    return ContextBlock(elements=[mrkdwn(text)]).to_dict()


def quote(introduction: str, text: str) -> Block:
    """Return small print that quotes, after words of ours, text that Slack does not format."""
    return ContextBlock(elements=[mrkdwn(introduction), plain_text(text, QUOTED)]).to_dict()


def header(text: str) -> Block:
    """Return a heading, which screen readers announce as one."""
    return HeaderBlock(text=plain_text(text, HEADER)).to_dict()


def button(text: str, action_id: str, value: str, label: str | None = None) -> ButtonElement:
    """Return a button; ``label`` is what a screen reader says instead of the text."""
    return ButtonElement(
        text=plain_text(text),
        action_id=action_id,
        value=value[:BUTTON_VALUE] or " ",
        accessibility_label=cut(label, LABEL, "…") if label else None,
    )


def overflow(action_id: str, options: Sequence[tuple[str, str]]) -> OverflowMenuElement:
    """Return a menu behind three dots: at most five texts, each with its value."""
    return OverflowMenuElement(
        action_id=action_id,
        options=[
            Option(text=plain_text(text), value=value[:OPTION_VALUE])
            for text, value in options[: OverflowMenuElement.options_max_length]
        ],
    )


def actions(elements: Sequence[InteractiveElement], block_id: str | None = None) -> Block:
    """Return a row of buttons or menus."""
    return ActionsBlock(elements=elements[:ROW], block_id=block_id).to_dict()


DIVIDER: Block = DividerBlock().to_dict()
BROWSE = button(texts.BROWSE, ids.BROWSE, "all", "Browse the criteria by category")
ASK_A_PERSON = button(texts.ASK_A_PERSON, ids.ASK_A_PERSON, "contact", "See whom to ask")


def choice_row(choices: Sequence[Choice], action_id: str = ids.PICK_ENTRY) -> Block:
    """Return a row of buttons that open entries, each named so that the whole label is seen."""
    return actions(
        [
            button(
                texts.show(choice.code) if choice.code else choice.title,
                f"{action_id}_{n}",
                choice.entry_id,
                texts.show(name(choice)),
            )
            for n, choice in enumerate(choices)
        ]
    )


def share_button(value: str) -> ButtonElement:
    """Return the button that makes a private answer public."""
    return button(texts.SHARE, ids.SHARE_ANSWER, value, "Share this answer with the channel")


def feedback(about: str | None, asker: str | None) -> Block:
    """Return votes on what is shown, and the asker's way to take it away; one of them at least.

    ``about``: what is voted on, None where nothing was answered. ``asker``: None where the person
    can dismiss what they alone see.

    https://docs.slack.dev/reference/block-kit/block-elements/feedback-buttons-element and
    .../icon-button-element, whose trash only ``visible_to_user_ids`` see.
    """
    elements: list[FeedbackButtonsElement | IconButtonElement] = []
    if about:
        votes = FeedbackButtonsElement(
            action_id=ids.FEEDBACK,
            positive_button=_vote(texts.HELPFUL, f"helpful {about}"),
            negative_button=_vote(texts.NOT_HELPFUL, f"not_helpful {about}"),
        )
        elements.append(votes)
    if asker:
        trash = IconButtonElement(
            action_id=ids.REMOVE,
            icon="trash",
            text=plain_text(texts.REMOVE),
            accessibility_label=texts.REMOVE,
            value=asker,
            visible_to_user_ids=[asker],
        )
        elements.append(trash)
    return ContextActionsBlock(elements=elements).to_dict()


def _vote(text: str, value: str) -> FeedbackButtonObject:
    return FeedbackButtonObject(
        text=plain_text(text),
        value=value[:BUTTON_VALUE],
        accessibility_label=f"{text} answer",
    )
