"""A page: what is shown at once, on whatever surface, cut to what Slack takes there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.slack import texts
from bot.slack.blocks.elements import Block, context, section

# Slack recommends at most 4,000 characters of top-level text.
TOP_TEXT = 3500

# Blocks of a message and of a view: https://docs.slack.dev/reference/block-kit/blocks
MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100

# Characters of all texts of a message. The limit is not documented; others found it:
# https://github.com/slackapi/bolt-js/issues/2509
ALL_TEXTS = 11_000

_MORE = context(texts.MORE)
_PARTS = ("elements", "accessory", "options", "positive_button", "negative_button")


@dataclass(frozen=True)
class Page:
    """A title for windows, a text for notifications and screen readers, and blocks.

    ``head`` and ``actions`` always stay; ``body`` is shown as far as there is room.
    """

    title: str
    text: str
    head: tuple[Block, ...] = ()
    body: tuple[Block, ...] = ()
    actions: tuple[Block, ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of a message."""
        return self.fit(MESSAGE_BLOCKS)

    def fit(self, most: int) -> tuple[Block, ...]:
        """Return at most so many blocks, with a word where the body was too long."""
        around = len(self.head) + len(self.actions)
        left = ALL_TEXTS - texts_length((*self.head, *self.actions, _MORE))
        for kept, block in enumerate(self.body):
            left -= texts_length((block,))
            if left < 0 or around + kept + 1 >= most:
                return (*self.head, *self.body[:kept], _MORE, *self.actions)
        return (*self.head, *self.body, *self.actions)


def joined(pages: Sequence[Page]) -> Page:
    """Return pages one below the other, under the title of a single one."""
    title = pages[0].title if len(pages) == 1 else texts.TITLE
    body = tuple(block for page in pages for block in page.body)
    return Page(title, "\n".join(page.text for page in pages)[:TOP_TEXT], body=body)


def sentence_page(sentence: str, title: str = texts.TITLE) -> Page:
    """Return a page of one sentence of ours."""
    return Page(title, sentence, body=(section(sentence),))


def texts_length(blocks: Iterable[Block]) -> int:
    """Count the characters of all texts in blocks: of sections, small print and buttons.

    A text is a text object ({"text": {"text": ...}}) or, in small print, the object itself.
    """
    length = 0
    for block in blocks:
        text = block.get("text", "")
        length += len(text if isinstance(text, str) else text["text"])
        for part in _PARTS:
            if part in block:
                inside = block[part]
                length += texts_length(inside if isinstance(inside, list) else [inside])
    return length
