"""The action_ids that buttons carry and listeners match, and the ids of views and blocks.

An action_id has to be unique in its block (the pages of the elements say so, such as
https://docs.slack.dev/reference/block-kit/block-elements/button-element), so buttons of one row are
numbered, and those that stand alone beside a section are not. Slack names the blocks itself where
no listener reads their names.
"""

import re

PICK_ENTRY = re.compile(r"pick_entry(_\d+)?")
OPEN_CATEGORY = re.compile(r"open_category(_\d+)?")
SWITCH_STANDARD = re.compile(r"switch_standard_\d+")
PICK_CRITERION = "pick_criterion"
WHY = "why_this_answer"
SHARE_ANSWER = "share_answer"
SHARE_CARD = "share_card"
FEEDBACK = "feedback"
REMOVE = "remove_answer"
ASK_A_PERSON = "ask_a_person"
BROWSE = "browse_criteria"
SHOW_MORE = "show_more"
HOME_START = "home_start"
HOME_ASK = "home_ask"
REPLY_IN_THREAD = "reply_in_thread"

SEARCH_VIEW = "search_criteria"
MATCH_VIEW = "match_message"
CARD_VIEW = "card"
HOME_VIEW = "home"

SEE_ALSO = "see_also"
CHOICES = "choices"


def pick_entry(number: int | None = None) -> str:
    """Name the button that shows an entry, by its number in a row."""
    return "pick_entry" if number is None else f"pick_entry_{number}"


def open_category(number: int | None = None) -> str:
    """Name the button that opens a category, by its number in a row."""
    return "open_category" if number is None else f"open_category_{number}"


def switch_standard(standard: str) -> str:
    """Name the button that switches to a standard."""
    return f"switch_standard_{standard}"


def choices(asker: str) -> str:
    """Name the row of entries to pick from where nothing was answered yet, with its asker."""
    return f"{CHOICES}:{asker}"


def asker_of(block_id: str) -> str | None:
    """Return whose choices a block holds, if it holds any."""
    kind, _, asker = block_id.partition(":")
    return asker if kind == CHOICES and asker else None
