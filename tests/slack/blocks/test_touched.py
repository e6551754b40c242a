"""Which criteria a message touches: the window, and the reply."""

from bot.answers.texts import name
from bot.slack import texts
from bot.slack.blocks import ids
from bot.slack.blocks.touched import touched_page, touched_view
from tests.slack.blocks.samples import (
    LONG,
    answer_of,
    card_of,
    choices,
    endless_part,
    part_of,
    shown,
    valid_view,
)
from tests.slack.bots import OPEN_DATA, engine
from tests.slack.reading import button_texts, read, values

WHERE = {"channel": "C1", "thread_ts": "1.2", "response_url": "https://r.example"}


def test_a_message_with_criteria() -> None:
    """Each criterion that a message touches is shown with its words and can be opened."""
    reasons = engine().touched(OPEN_DATA)
    view = touched_view(reasons, (), WHERE)
    assert valid_view(view)
    entry_ids = [reason.choice.entry_id for reason in reasons]
    assert values(view, ids.PICK_ENTRY) == entry_ids
    assert values(view, ids.REPLY_IN_THREAD) == [" ".join(entry_ids)]
    assert read(view).count(texts.MATCHED) == len(reasons)
    assert "%" not in read(view)
    assert f"Show {reasons[0].choice.code}" in button_texts(view)


def test_a_message_with_endless_criteria() -> None:
    """Endless names, and endlessly many, are cut."""
    (reason,) = engine().touched(OPEN_DATA)
    reasons = [reason._replace(choice=one) for one in choices(range(60))]
    assert valid_view(touched_view(reasons, (LONG,) * 60, WHERE))


def test_a_message_without_criteria() -> None:
    """A message that touches nothing is told so, without a way to reply."""
    view = touched_view((), (), WHERE)
    assert texts.NOTHING_TOUCHED in read(view)
    assert not values(view, ids.REPLY_IN_THREAD)


def test_what_could_not_be_read_is_said() -> None:
    """A file that was not read is named, and the message is not called unrelated."""
    view = touched_view((), ("budget <1>.pdf", "scan.png"), WHERE)
    assert f"{texts.NOTHING_READ}\n{texts.UNREAD}\nbudget <1>.pdf, scan.png" in read(view)
    assert texts.NOTHING_TOUCHED not in read(view)


def test_the_public_reply_says_what_an_answer_says() -> None:
    """The reply under a message names who asked, and keeps links, their state and small print."""
    parts = (part_of("2018:OD1"), part_of("2022:DM1"))
    page = touched_page(answer_of(*parts, ids=("2018:OD1", "2022:DM1")), "U1")
    said = shown(page)
    for part in ("<@U1>", "Have a policy", "Guide", "archived", "official", "source"):
        assert part in said
    assert all(name(card_of(one).choice) in page.text for one in ("2018:OD1", "2022:DM1"))
    assert shown(touched_page(answer_of(*(endless_part(),) * 5), "U1"))
