"""What the value of a button holds: ids and a little text, at most 2,000 characters.

What people typed is escaped here, too, as wherever it goes to Slack.
"""

from collections.abc import Sequence
from typing import NamedTuple

from bot.answers import Answer
from bot.slack.blocks.elements import BUTTON_VALUE, cut
from bot.slack.mrkdwn import literal, unescape


class Share(NamedTuple):
    """What "Share with channel" needs to show an answer again, also after a restart.

    ``key``: what the engine remembers the answer by, empty where nothing was asked. ``cards``:
    entry ids. ``asked``: the first 300 characters of the question.
    """

    key: str
    cards: tuple[str, ...]
    asked: str


def share(answer: Answer) -> str:
    """Write what sharing an answer needs, one thing a line."""
    cards = " ".join(card.choice.entry_id for card in answer.cards)
    return cut("\n".join((answer.key, cards, literal(answer.question))), BUTTON_VALUE, "…")


def read_share(value: str) -> Share | None:
    """Read what ``share`` wrote; None for the button of a version that wrote something else."""
    lines = value.split("\n")
    if len(lines) != len(Share._fields):
        return None
    key, cards, asked = lines
    return Share(key, tuple(cards.split()), unescape(asked).strip())


def more(first: int, practice_ids: Sequence[str]) -> str:
    """Write where a list goes on, and of which categories it is."""
    return " ".join([str(first), *practice_ids])


def read_more(value: str) -> tuple[int, tuple[str, ...]]:
    """Read what ``more`` wrote; no category where the value holds something else."""
    first, _, practice_ids = value.partition(" ")
    return (int(first), tuple(practice_ids.split())) if first.isdecimal() else (0, ())
