"""Slack's own words: labels of buttons, hints, titles of windows, apologies.

What is said of entries, links and lists is worded for every surface in bot/answers/texts.py. What
is mrkdwn says so; all else is plain text.
"""

from collections.abc import Sequence

from bot.answers import Choice

SHARE = "Share with channel"
WHY = "Why this answer"
HELPFUL = "Helpful"
NOT_HELPFUL = "Not helpful"
ASK_A_PERSON = "Ask a person"
BROWSE = "Browse criteria"
THIS_ONE = "This one"
NONE_OF_THESE = "None of these"
SHOW_MORE = "Show more"
SHOW_EVERYTHING = "Show everything"
SOMETHING_ELSE = "Something else?"
ANSWER = "answer"
ASK = "Ask"
BACK_TO_START = "Back to start"
BACK = "Back"
REMOVE = "Remove this answer"
REPLY_IN_THREAD = "Reply in thread"
CLOSE = "Close"

MORE = "There is more than fits here. Ask for one criterion by its code to read all of it."
MORE_MARK = " … (more)"

TITLE = "WWC criteria"
SEARCH_TITLE = "Search criteria"
MATCH_TITLE = "Which criteria?"
ERROR_TITLE = "That did not work"

CHOSEN = "Chosen"
RUNNER_UP = "Next nearest"
MATCHED = "Words that decided it"
NO_WORDS = "no single word"
OTHERS = "Not what you meant? These are near:"
YOU_ASKED = "You asked:"

HOME_ASK = "Ask a question"
HOME_ASK_HINT = "For example: do we need an ordinance for open data?"
SEARCH_LABEL = "Type a code or a few words, then pick a criterion."
SEARCH_PLACEHOLDER = "open data policy"
CATEGORIES = "Categories of criteria"

PROMPTS_TITLE = "Try one of these"
PROMPTS = (
    ("Open data ordinance", "Do we need an ordinance for open data?"),
    ("Open data users", "How do we keep track of what open data users tell us?"),
    ("Who can be certified", "Which cities can be certified?"),
    ("Where to start", "How do we get started with certification?"),
)

THANKS = (
    "Thank you. Your vote is counted in this bot's log; it is not kept anywhere else yet, and "
    "neither is your name."
)
NOT_YOURS = "Only the person who asked can remove this answer."
POSTED = "Posted in the thread."
NOTHING_TOUCHED = "This message does not touch any criterion that I know."
NOTHING_READ = "What I could read of this message does not touch any criterion that I know."
UNREAD = "I could not read all of it:"
TOUCHES = "The message touches these criteria:"
TOUCHED_REPLY = "Criteria that this message touches"
OLD_BUTTON = (
    "I do not know that button or command any more; it belongs to another version of me. Please "
    "ask again, or see with “help” what I can do."
)
UNKNOWN_STEP = "This bot has no such step any more. Please take it out of the workflow."
UNKNOWN_ENTRY = "That entry is not in my knowledge any more. Please ask again."
FORGOTTEN = "I do not remember that answer any more. Please ask again."
NO_QUESTION = "The step got no question."

# When something goes wrong: what happened, and what to do next.

SORRY = "Sorry, something went wrong on my side. Please ask again in a minute."
SORRY_SLACK = "Slack did not take my answer. Please ask again in a minute."
SORRY_EXPIRED = "Slack waited too long for me and closed the window. Please try once more."
SORRY_NOT_IN_CHANNEL = "I am not in that channel. Invite me with /invite, then try again."
SORRY_CLOSED = (
    "Slack does not let me write in that channel, so I could not answer there. Please ask me in a "
    "direct message."
)
SORRY_SIGNED_OUT = (
    "I am not signed in to this workspace any more. Please tell whoever runs this bot."
)
UNCERTAIN = "Slack was slow. If my answer does not appear, please ask again."


# Answers


def asked_by(user: str) -> str:
    """Mrkdwn: name the person who asked."""
    return f"<@{user}> asked:"


def shared_by(user: str) -> str:
    """Mrkdwn: name the person who shares something that they looked up."""
    return f"<@{user}> shared:"


def touched_by(user: str) -> str:
    """Mrkdwn: name the person who wanted to know."""
    return f"<@{user}> asked which criteria this message touches."


def picked_by(user: str) -> str:
    """Mrkdwn: name the person who picked what is shown."""
    return f"<@{user}> picked this."


def show(name: str) -> str:
    """Say what a button opens."""
    return f"Show {name}"


def other_card(choice: Choice) -> str:
    """Name the entry of another standard that corresponds to an answer."""
    return f"The {choice.standard} one: {choice.code or choice.title}"


# Browsing


def part(first: int, last: int, total: int) -> str:
    """Say which part of a list is shown."""
    return f"{first} to {last} of {total} criteria"


# Workflow step


def step_unsure(names: Sequence[str]) -> str:
    """Say why the step cannot name one criterion."""
    return f"It may be {' or '.join(names)}. Ask with more detail."


# Help


HELP_LEAD = "You can reach me in these ways:"
