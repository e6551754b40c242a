"""/criteria: the categories, or the criteria of one."""

import pytest

from tests.slack.bots import Bot, engine
from tests.slack.reading import read, values


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", ["Open Data", "Rigorous Evaluations", "2018 standard", "2022 standard"]),
        ("\u200b", ["Open Data", "2018 standard", "2022 standard"]),
        ("help", ["Open Data", "Rigorous Evaluations", "2018 standard", "2022 standard"]),
        ("2018", ["Stakeholder Engagement", "2018 standard"]),
        ("open data", ["OD1", "Policy Generator"]),
        ("stakeholdr engagment", ["SE1", "SE3"]),
        ("rdc 2022", ["RDC1", "Results-Driven Contracting"]),
    ],
)
async def test_criteria_lists(bot: Bot, typed: str, expected: list[str]) -> None:
    """/criteria lists the categories with counts, or the criteria of one."""
    await bot.delivery.command(bot.slack.payloads.command("/criteria", typed))
    (private,) = await bot.slack.wait_for(bot.whispers)
    for word in expected:
        assert word in read(private)


async def test_criteria_of_an_unknown_category_offers_the_nearest(bot: Bot) -> None:
    """An unknown category gets the nearest names as buttons, and one of them opens its list."""
    await bot.delivery.command(bot.slack.payloads.command("/criteria", "<!channel> zoning"))
    (private,) = await bot.slack.wait_for(bot.whispers)
    assert "<!channel>" not in str(private)
    page = engine().category(values(private, "open_category_0")[0])
    click = bot.slack.payloads.click(private, "open_category_0")
    await bot.delivery.interactive(click)
    assert page
    await bot.slack.wait_for(lambda: page.lines[0].wording in read(bot.whispers()[0]))
