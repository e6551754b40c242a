"""Buttons and menus."""

from bot.slack.blocks import ids
from bot.slack.listeners.actions.browse import (
    browse_callback,
    open_category_callback,
    show_more_callback,
)
from bot.slack.listeners.actions.feedback import feedback_callback, remove_callback
from bot.slack.listeners.actions.home import home_ask_callback, home_start_callback
from bot.slack.listeners.actions.more import more_callback
from bot.slack.listeners.actions.pick import (
    ask_a_person_callback,
    pick_criterion_callback,
    pick_entry_callback,
)
from bot.slack.listeners.actions.reply_in_thread import reply_in_thread_callback
from bot.slack.listeners.actions.share import share_answer_callback
from bot.slack.registry import Registry


def register(registry: Registry) -> None:
    """Register every button and menu."""
    registry.add("action", ids.numbered(ids.PICK_ENTRY), pick_entry_callback)
    registry.add("action", ids.PICK_CRITERION, pick_criterion_callback)
    registry.add("action", ids.ASK_A_PERSON, ask_a_person_callback)
    registry.add("action", ids.NONE_OF_THESE, ask_a_person_callback)
    registry.add("action", ids.MORE, more_callback)
    registry.add("action", ids.SHARE_ANSWER, share_answer_callback)
    registry.add("action", ids.FEEDBACK, feedback_callback)
    registry.add("action", ids.REMOVE, remove_callback)
    registry.add("action", ids.BROWSE, browse_callback)
    registry.add("action", ids.numbered(ids.OPEN_CATEGORY), open_category_callback)
    registry.add("action", ids.SHOW_MORE, show_more_callback)
    registry.add("action", ids.HOME_START, home_start_callback)
    registry.add("action", ids.HOME_ASK, home_ask_callback)
    registry.add("action", ids.HOME_ASK_BUTTON, home_ask_callback)
    registry.add("action", ids.REPLY_IN_THREAD, reply_in_thread_callback)
