"""Lists: every category and criterion is shown, page by page where there are many."""

from dataclasses import replace

import pytest

from bot.answers import CategoryPage
from bot.answers import texts as answers
from bot.slack.blocks import ids
from bot.slack.blocks.browse import categories_page, criteria_page, unknown_category_page
from bot.slack.blocks.page import Page
from bot.slack.blocks.values import read_more
from tests.slack.blocks.samples import LONG, choices, shown
from tests.slack.bots import engine
from tests.slack.reading import button_texts, nodes, values


def opened_by(page: Page, action_id: str) -> list[str]:
    """List what the buttons of a kind open."""
    return [
        node["value"]
        for node in nodes({"blocks": page.blocks})
        if ids.numbered(action_id).fullmatch(node.get("action_id", ""))
    ]


def category(practice_id: str) -> CategoryPage:
    """Return a category of the shipped knowledge."""
    page = engine().category(practice_id)
    assert page
    return page


def test_every_category_is_listed_with_its_count() -> None:
    """The list names each category, counts its criteria and opens it."""
    page = categories_page(engine().categories())
    said = shown(page)
    for one in engine().categories():
        assert answers.category_line(one) in said
        assert answers.edition(one.edition) in said
        assert one.choice.entry_id in opened_by(page, ids.OPEN_CATEGORY)


@pytest.mark.parametrize("practice_id", sorted(engine().catalog.practices))
def test_every_criterion_of_a_category_is_listed(practice_id: str) -> None:
    """Each category shows every criterion with whose words it is in, and can open it."""
    listed = category(practice_id)
    page = criteria_page([listed])
    said = shown(page)
    for line in listed.lines:
        assert line.wording in said
        assert answers.name(line.choice) in said
        assert all(resource.title in said for resource in line.resources)
    assert opened_by(page, ids.PICK_ENTRY) == [line.choice.entry_id for line in listed.lines]
    for one in answers.category_rest(listed):
        assert one.title in said


@pytest.mark.parametrize("practice_id", sorted(engine().catalog.practices))
def test_buttons_say_what_they_open(practice_id: str) -> None:
    """Each criterion's button has its code, each category's its title, all of it readable."""
    page = criteria_page([category(practice_id)])
    buttons = button_texts({"blocks": page.blocks})
    assert buttons[:-1] == [f"Show {line.choice.code}" for line in category(practice_id).lines]
    opening = button_texts({"blocks": categories_page(engine().categories()).blocks})
    assert category(practice_id).category.choice.title in opening
    assert max(map(len, opening)) <= 30


def test_categories_of_both_standards_stand_under_their_names() -> None:
    """Two categories in one list have a heading each."""
    pages = [category("2022:open-data"), category("2018:open-data")]
    page = criteria_page(pages)
    headings = [b["text"]["text"] for b in page.blocks if b["type"] == "header"]
    assert headings == [answers.name(one.category.choice) for one in pages]
    assert page.title == "Open Data (2022); Open Data (2018)"


@pytest.mark.parametrize("wording", ["A short one.", "A long one. " * 200])
def test_a_long_category_is_paged(wording: str) -> None:
    """More criteria than fit are shown page by page, each of them once, however long they are."""
    page = category("2022:data-management")
    lines = tuple(
        replace(line, choice=line.choice._replace(title=f"Number {n}."), wording=wording)
        for line in page.lines[:1]
        for n in range(30)
    )
    long = replace(page, lines=lines)
    seen, more = "", ["0 2022:data-management"]
    while more:
        first, practice_ids = read_more(more[0])
        assert practice_ids == ("2022:data-management",)
        part = criteria_page([long], first)
        seen += shown(part)
        more = values({"blocks": part.blocks}, ids.SHOW_MORE)
    assert [seen.count(f"Number {n}.") for n in range(30)] == [1] * 30
    assert f"{first + 1} to 30 of 30 criteria" in seen


def test_a_place_beyond_the_end_is_the_beginning() -> None:
    """A button that is older than the list leads to its beginning."""
    listed = [category("2022:open-data")]
    assert criteria_page(listed, 500) == criteria_page(listed)


def test_endless_categories_are_cut() -> None:
    """A category of any length makes a valid page."""
    page = category("2022:open-data")
    lines = tuple(replace(page.lines[0], choice=one, wording=LONG) for one in choices(range(30)))
    assert shown(criteria_page([replace(page, summary=LONG, gap=LONG, lines=lines)]))
    named = [replace(one, choice=one.choice._replace(title=LONG)) for one in engine().categories()]
    assert shown(categories_page(named))


@pytest.mark.parametrize("typed", ["zoning", "*x* <!here> _y_ :wave:", LONG])
def test_an_unknown_category_is_quoted_and_the_nearest_offered(typed: str) -> None:
    """What was typed is repeated without its markup working; the nearest names open."""
    page = unknown_category_page(typed, engine().find_category("zoning").nearest)
    assert typed[:50] in shown(page)
    assert "<" not in page.text
    assert values({"blocks": page.blocks}, f"{ids.OPEN_CATEGORY}_0")
    assert "Browse criteria" in button_texts({"blocks": page.blocks})
