"""Options of the search window."""

from bot.slack.listeners.options.pick_criterion import options
from bot.web.local_slack.acknowledgments import check_options
from tests.slack.blocks.samples import card_of, choices


def test_options_are_names_with_ids() -> None:
    """An option shows the name of an entry and stands for its id."""
    assert options([card_of("2018:OD1").choice]) == [
        {
            "text": {"type": "plain_text", "text": "OD1 Open data policy (2018)", "emoji": False},
            "value": "2018:OD1",
        }
    ]


def test_options_keep_to_the_limits() -> None:
    """Options are at most 100 and short; an id too long for one is left out."""
    many = choices(range(150))
    assert check_options({"options": options(many)}) is None
    assert len(options(many)) == 100
    assert options(()) == []
    assert options([many[0]._replace(entry_id="x" * 151)]) == []
