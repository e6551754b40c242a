"""What the tests of blocks share: checks by the local Slack's rules, and endless knowledge."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from bot.answers import Answer, Card, Choice
from bot.answers.models import Part, Words
from bot.knowledge import Statement
from bot.matching import Decision
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


def answer_of(*parts: Part, ids: tuple[str, ...] = ("2018:OD1",)) -> Answer:
    """Make an answer about entries that says these parts."""
    cards = tuple(map(card_of, ids))
    return Answer("Why?", Decision.ANSWER, cards, (), (), 0.9, None, key="k" * 16, parts=parts)


def part_of(entry_id: str) -> Part:
    """Make what is said of an entry: all that a part can hold."""
    return Part(
        f"This is what <{entry_id}> asks for.",
        card_of(entry_id).choice,
        "Have a policy & keep it.",
        lines=((Words("Proof: a "), Words("page", "https://p.example/?a=1&b=2"), Words(".")),),
        links=(
            (Words("Start here: "), Words("Guide", "https://g.example"), Words(", works")),
            (Words("Old guide", "https://o.example"), Words(", archived")),
        ),
        small=(Words("2018, official, "), Words("source", "https://s.example")),
    )


def endless_part() -> Part:
    """Make a part of which everything is longer than Slack takes."""
    line = (Words(LONG), Words(LONG, "https://l.example"))
    return Part(LONG, None, LONG, (line,) * 9, (line,) * 9, line)


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
        proof=Statement.model_construct(
            text=LONG, standard=None, source=(LONG,), confidence="inferred"
        ),
        gap=LONG,
        note=LONG,
        resources=tuple(replace(long, id=f"{n}") for n in range(60)),
        criteria=choices(range(60)),
        choice=card.choice._replace(title=LONG),
        source=(LONG,) * 9,
    )
