"""Windows and the Home tab: valid, and without what Slack takes in messages only."""

from bot.answers.texts import PROGRAM, name
from bot.slack import texts
from bot.slack.blocks import ids
from bot.slack.blocks.answer import answer_page
from bot.slack.blocks.browse import categories_page
from bot.slack.blocks.page import VIEW_BLOCKS, Page, sentence_page
from bot.slack.blocks.views import home_page, home_view, modal, search_view
from tests.slack.blocks.samples import LONG, answer_of, card_of, part_of, valid_view
from tests.slack.bots import engine
from tests.slack.reading import button_texts, nodes, read, values

PAGE = answer_page(answer_of(part_of("2018:OD1")), "U1")


def test_the_start_of_the_home_tab() -> None:
    """The Home tab says what the bot does, asks, leads to a person, and lists all categories."""
    view = home_view(engine().categories())
    assert valid_view(view)
    assert PROGRAM in read(view)
    assert button_texts(view)[:2] == [texts.ASK, texts.ASK_A_PERSON]
    opened = [n["value"] for n in nodes(view["blocks"]) if n.get("type") == "button"]
    assert opened[2:] == [one.choice.entry_id for one in engine().categories()]


def test_the_start_is_stamped_with_what_it_shows() -> None:
    """The same knowledge gives the same stamp, other knowledge another one."""
    known = engine().categories()
    stamp = home_view(known)["private_metadata"]
    assert stamp
    assert home_view(known)["private_metadata"] == stamp
    assert home_view(known[1:])["private_metadata"] != stamp
    assert home_page(PAGE, stamp)["private_metadata"] == stamp


def test_messages_keep_votes_to_themselves() -> None:
    """A page of a message can be shown in a window and the Home tab, without votes."""
    for view in (modal(PAGE), home_page(PAGE)):
        assert valid_view(view)
        assert not values(view, ids.FEEDBACK)
        assert texts.ASK_A_PERSON in button_texts(view)


def test_a_long_page_is_cut_to_the_limit_of_views() -> None:
    """The way back and the box stay, however long the page."""
    page = Page("", "", body=sentence_page("x").body * 200)
    view = home_page(page)
    assert valid_view(view)
    assert len(view["blocks"]) == VIEW_BLOCKS
    assert values(view, ids.HOME_START)
    assert texts.MORE in read(view)


def test_a_page_without_blocks_shows_its_text() -> None:
    """A window is never empty."""
    assert read(modal(Page("Title", "Just a sentence."))) == "Just a sentence."


def test_a_long_title_is_cut() -> None:
    """The title of a window has little room."""
    assert valid_view(modal(sentence_page("x", LONG)))


def test_the_button_of_a_window_says_where_it_leads() -> None:
    """A window on top of another one leads back to that; any other is closed."""
    assert modal(PAGE)["close"]["text"] == "Close"
    assert modal(PAGE, on_top=True)["close"]["text"] == "Back"


def test_the_search_window_keeps_what_was_picked() -> None:
    """Before a pick there is the menu; after it the menu shows the pick, and the answer is below."""
    assert valid_view(search_view())
    picked = search_view(card_of("2018:OD1").choice, PAGE)
    assert valid_view(picked)
    (menu,) = [n for n in nodes(picked["blocks"]) if n.get("type") == "external_select"]
    assert menu["initial_option"]["value"] == "2018:OD1"
    assert menu["initial_option"]["text"]["text"] == name(card_of("2018:OD1").choice)
    assert {block["block_id"] for block in picked["blocks"] if "block_id" in block} == {ids.SEARCH}
    assert "Have a policy" in read(picked)


def test_lists_can_be_browsed_in_a_window() -> None:
    """The list of categories is valid in a window and the Home tab."""
    page = categories_page(engine().categories())
    assert valid_view(modal(page))
    assert valid_view(home_page(page))
