"""The search window with its type-ahead."""

from functools import partial

from tests.slack.bots import Bot, engine
from tests.slack.reading import read


async def test_search_window_with_type_ahead(bot: Bot) -> None:
    """The global shortcut opens a window; typing offers options, and picking shows the card."""
    make, views = bot.slack.payloads, bot.slack.workspace.views
    await bot.delivery.interactive(make.global_shortcut())
    await bot.slack.wait_for(lambda: views)
    (view,) = views.values()
    ack = await bot.delivery.interactive(make.block_suggestion("open d", view))
    assert 0 < len(ack.body["options"]) <= 100
    chosen = ack.body["options"][0]
    await bot.delivery.interactive(make.click(view, "pick_criterion", value=chosen))
    answer = engine().pick([chosen["value"]])
    assert answer
    sentence = answer.parts[0].sentence[:40]
    await bot.slack.wait_for(lambda: sentence in read(views[view["id"]]))
    assert chosen["text"]["text"] in str(views[view["id"]]["blocks"][1])


async def test_of_two_quick_picks_the_last_one_counts(bot: Bot) -> None:
    """Whoever picks again before the window has changed sees what they picked last."""
    make, views = bot.slack.payloads, bot.slack.workspace.views
    await bot.delivery.interactive(make.global_shortcut())
    await bot.slack.wait_for(lambda: views)
    (view,) = views.values()
    as_opened = dict(view)

    def shows(wording: str) -> bool:
        return wording in read(views[view["id"]])

    for entry_id in ("2018:OD1", "2018:SE3"):
        chosen = {"text": {"type": "plain_text", "text": "x"}, "value": entry_id}
        click = make.click(as_opened, "pick_criterion", value=chosen)
        await bot.delivery.interactive(click)
        card = engine().card(entry_id)
        assert card
        await bot.slack.wait_for(partial(shows, card.wording))
