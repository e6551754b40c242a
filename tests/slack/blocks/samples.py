"""What the tests of blocks share: checks by the local Slack's rules, and endless knowledge."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from bot.answers import Card, Choice
from bot.knowledge import Statement
from bot.slack.blocks.page import Page
from bot.web.local_slack.validate import check_message, check_view
from tests.slack.bots import engine
from tests.slack.reading import read

LONG = "Long text with <b>marks</b> & more, and no end. " * 400


def shown(page: Page) -> str:
    """Read a page as a message, which has to be valid."""
    message = {"text": page.text, "blocks": list(page.blocks)}
    assert check_message(message) is None, check_message(message)
    return read(message)


def valid_view(view: Any) -> bool:
    """Check a window or a Home tab as the local Slack does."""
    assert check_view(view, view["type"]) is None, check_view(view, view["type"])
    return True


def card_of(entry_id: str) -> Card:
    """Return the card of an entry of the shipped knowledge."""
    card = engine().card(entry_id)
    assert card
    return card


def choices(ids: Iterable[int]) -> tuple[Choice, ...]:
    """Make entries with endless names."""
    return tuple(Choice(f"2022:X{n}", LONG, f"X{n}", "2022") for n in ids)


def endless(card: Card) -> Card:
    """Make every part of a card longer than Slack takes."""
    resource = card_of("2018:OD1").resources[0]
    long = replace(resource, title=LONG, about=LONG, status_note=LONG)
    return replace(
        card,
        wording=LONG,
        proof=Statement(text=LONG, source=(LONG,), confidence="inferred"),
        gap=LONG,
        note=LONG,
        resources=tuple(replace(long, id=f"{n}") for n in range(60)),
        criteria=choices(range(60)),
        choice=card.choice._replace(title=LONG),
        source=(LONG,) * 9,
    )
