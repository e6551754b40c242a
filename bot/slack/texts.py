"""Every word people read in Slack. Plain, short, and honest about what is not known.

Functions take data that is already safe to send (escaped by escape.py) and return text; what is
mrkdwn says so in its name or docstring, all else is plain text.
"""

from collections.abc import Sequence

from bot.answers.texts import NOT_SURE, count

SHARE = "Share with channel"
WHY = "Why this answer"
HELPFUL = "Helpful"
NOT_HELPFUL = "Not helpful"
ASK_A_PERSON = "Ask a person"
BROWSE = "Browse criteria"
SHOW = "Show"
SHOW_MORE = "Show more"
BACK = "Back to start"
REMOVE = "Remove this answer"
REPLY_IN_THREAD = "Reply in thread"
CLOSE = "Close"

MORE = "There is more than fits here. Ask for one criterion by its code to read all of it."
MORE_MARK = " … (more)"

TITLE = "WWC criteria"
SEARCH_TITLE = "Search criteria"
MATCH_TITLE = "Which criteria?"
WHY_TITLE = "Why this answer"
ERROR_TITLE = "That did not work"

MATCHED = "Matched words"
NO_WORDS = "no single word decided it"

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
TOUCHES = "These criteria are touched by the message, with the words that made them match."
TOUCHED_REPLY = "Criteria that this message touches"
UNKNOWN_ENTRY = "That entry is not in my knowledge any more. Please ask again."
FORGOTTEN = "I do not remember a question that long any more. Please ask it again."
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


def score(value: float, margin: float | None) -> str:
    """Say how sure we are, and how far ahead of the next."""
    lead = "" if margin is None else f", {margin:.0%} ahead of the next"
    return f"{value:.0%} likely{lead}"


# Browsing


def page(first: int, last: int, total: int) -> str:
    """Say which part of a list is shown."""
    return f"{first} to {last} of {count(total)}"


def standard_button(title: str, shown: bool) -> str:
    """Label a button that switches the standard."""
    return f"{title} (shown)" if shown else title


def show_label(name: str) -> str:
    """Tell a screen reader what a Show button shows."""
    return f"Show {name}"


# Workflow step


def step_unsure(names: Sequence[str]) -> str:
    """Say why the step cannot name one criterion."""
    return f"{NOT_SURE} It may be {' or '.join(names)}. Ask with more detail."


# Help


HELP_LEAD = "You can reach me in these ways:"
