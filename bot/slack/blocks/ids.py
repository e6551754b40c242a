"""The action_ids that buttons carry and listeners match, and the ids of views and blocks.

An action_id has to be unique in its block (the pages of the elements say so, such as
https://docs.slack.dev/reference/block-kit/block-elements/button-element), so buttons of one row are
numbered, and those that stand alone beside a section are not. Slack names the blocks itself where
no listener reads their names.
"""

import re

PICK_ENTRY = "pick_entry"
OPEN_CATEGORY = "open_category"
SWITCH_STANDARD = "switch_standard"
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

# The row of entries to pick from where nothing was answered yet; ":" and its asker follow.
CHOICES = "choices"


def numbered(action_id: str) -> re.Pattern[str]:
    """Return what matches an action_id, alone or with its number in a row."""
    return re.compile(rf"{action_id}(_\d+)?")


def asker_of(block_id: str) -> str | None:
    """Return whose choices a block holds, if it holds any."""
    kind, _, asker = block_id.partition(":")
    return asker if kind == CHOICES and asker else None
