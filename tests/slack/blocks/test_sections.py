"""Sections as blocks: buttons beside lines or in rows, small print, lists, quotations."""

from bot.answers import Choice, Line, Section
from bot.answers.texts import NOTE, PARTNERS, RESOURCES
from bot.slack.blocks import ids
from bot.slack.blocks.sections import section_blocks, section_text

ONE, TWO = Choice("2018:OD1", "First", "OD1", "2018"), Choice("topic:levels", "Second")


def test_choices_stand_in_a_row() -> None:
    """Entries are buttons that say what they open, read aloud in full, numbered in their row."""
    title, row = section_blocks([Section("Title", (Line("Said."),), (ONE, TWO))])
    assert title["text"]["text"] == "*Title*\nSaid."
    assert [one["text"]["text"] for one in row["elements"]] == ["Show OD1", "Second"]
    assert [one["action_id"] for one in row["elements"]] == ["pick_entry_0", "pick_entry_1"]
    assert row["elements"][0]["accessibility_label"] == "Show OD1 First (2018)"


def test_a_list_of_what_can_be_opened_has_a_heading() -> None:
    """As many lines as entries: items below a heading, and a row of buttons."""
    said = Section("Title", (Line("a"), Line("b")), (ONE, TWO))
    title, lines, row = section_blocks([said], ids.OPEN_CATEGORY)
    assert (title["type"], title["text"]["text"]) == ("header", "Title")
    assert lines["text"]["text"] == "• a\n• b"
    assert [one["value"] for one in row["elements"]] == ["2018:OD1", "topic:levels"]
    assert ids.numbered(ids.OPEN_CATEGORY).fullmatch(row["elements"][0]["action_id"])


def test_small_print_is_small() -> None:
    """Where something comes from stands in small letters."""
    (block,) = section_blocks([Section(NOTE, (Line("One."), Line("Two.")))])
    assert block["type"] == "context"
    assert block["elements"][0]["text"] == f"*{NOTE}* One. · Two."


def test_links_stand_in_front_with_their_details_below() -> None:
    """A resource is a link; sentences about it follow, and a further link has its own line."""
    lines = (
        Line(", by Us", "Guide <1>", "https://a.example/?a=1&b=2"),
        Line("About it.", detail=True),
        Line("In use.", detail=True),
        Line("", "Else: B|C", "https://b.example", detail=True),
    )
    (block,) = section_blocks([Section(RESOURCES, lines)])
    assert block["text"]["text"] == (
        f"*{RESOURCES}*\n"
        "• <https://a.example/?a=1&amp;b=2|Guide &lt;1&gt;>, by Us\n"
        "About it. In use.\n"
        "<https://b.example|Else: B/C>"
    )


def test_lists_have_bullets_and_quotations_a_bar() -> None:
    """Items of a list begin with a bullet; the line that is quoted is marked as a quotation."""
    (block,) = section_blocks([Section(PARTNERS, (Line("a"), Line("b")))])
    assert block["text"]["text"] == f"*{PARTNERS}*\n• a\n• b"
    (block,) = section_blocks([Section("Asks", (Line("Do it."),))], quoted="Do it.")
    assert block["text"]["text"] == "*Asks*\n> Do it."


def test_sections_as_one_text() -> None:
    """Screen readers get titles, lines and addresses on one line, escaped, without small print."""
    said = [
        Section("A & B", (Line("x"), Line(", by Us", "Guide", "https://a.example"))),
        Section(NOTE, (Line("small"),)),
    ]
    assert section_text(said) == "A &amp; B: x Guide, by Us https://a.example"
