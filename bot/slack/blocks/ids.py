"""The action_ids that buttons carry and listeners match, and the ids of views and blocks.

An action_id has to be unique in its block (the pages of the elements say so, such as
https://docs.slack.dev/reference/block-kit/block-elements/button-element), so buttons of one row are
numbered, and those that stand alone beside a section are not. Slack names the blocks itself where
no listener reads their names.
"""

import re

PICK_ENTRY = "pick_entry"
OPEN_CATEGORY = "open_category"
PICK_CRITERION = "pick_criterion"
SHARE_ANSWER = "share_answer"
FEEDBACK = "feedback"
REMOVE = "remove_answer"
ASK_A_PERSON = "ask_a_person"
NONE_OF_THESE = "none_of_these"
BROWSE = "browse_criteria"
SHOW_MORE = "show_more"
HOME_START = "home_start"
HOME_ASK = "home_ask"
HOME_ASK_BUTTON = "home_ask_button"
REPLY_IN_THREAD = "reply_in_thread"

MORE = "more"
# What the options of the menu MORE begin with, beside PICK_ENTRY and BROWSE; ids or a key follow.
EVERYTHING = "everything"
OTHERS = "others"
WHY = "why"

SEARCH_VIEW = "search_criteria"
MATCH_VIEW = "match_message"
CARD_VIEW = "card"
HOME_VIEW = "home"

# The blocks of what was typed, which Slack keeps while a view changes.
QUESTION = "question"
SEARCH = "search"

# An entry to pick where nothing was answered yet; ":", its asker and its number follow.
CHOICES = "choices"


def numbered(action_id: str) -> re.Pattern[str]:
    """Return what matches an action_id, alone or with its number in a row."""
    return re.compile(rf"{action_id}(_\d+)?")


def asker_of(block_id: str) -> str | None:
    """Return whose choices a block holds, if it holds any."""
    kind, _, rest = block_id.partition(":")
    return rest.partition(":")[0] or None if kind == CHOICES else None
