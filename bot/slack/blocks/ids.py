"""The action_ids and block_ids that buttons carry, and that listeners match.

Values of buttons are entry ids (or the question, where a click has to know it). An action_id is
unique in its message, so rows of like buttons are numbered.
"""

import re

PICK_ENTRY = re.compile(r"pick_entry_\d+")
OPEN_CATEGORY = re.compile(r"open_category_\d+")
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

CHOICES = "choices"
"""Block of the entries to pick from when nothing was answered yet; its id names the asker."""


def pick_entry(number: int) -> str:
    """Name the numbered button that shows an entry."""
    return f"pick_entry_{number}"


def open_category(number: int) -> str:
    """Name the numbered button that opens a category."""
    return f"open_category_{number}"


def switch_standard(standard: str) -> str:
    """Name the button that switches to a standard."""
    return f"switch_standard_{standard}"


def choices(asker: str) -> str:
    """Name the block of choices of somebody's question."""
    return f"{CHOICES}:{asker}"


def asker_of(block_id: str) -> str | None:
    """Return whose choices a block holds, if it holds any."""
    kind, _, asker = block_id.partition(":")
    return asker if kind == CHOICES and asker else None
