"""Buttons and menus."""

from bot.slack.blocks import ids
from bot.slack.doors import Doors
from bot.slack.listeners.actions.browse import (
    browse_callback,
    open_category_callback,
    show_more_callback,
)
from bot.slack.listeners.actions.home import (
    home_ask_callback,
    home_start_callback,
    switch_standard_callback,
)
from bot.slack.listeners.actions.manners import feedback_callback, remove_callback
from bot.slack.listeners.actions.pick import (
    ask_a_person_callback,
    pick_criterion_callback,
    pick_entry_callback,
)
from bot.slack.listeners.actions.reply_in_thread import reply_in_thread_callback
from bot.slack.listeners.actions.share import share_answer_callback, share_card_callback
from bot.slack.listeners.actions.why import why_callback


def register(doors: Doors) -> None:
    """Register every button and menu."""
    doors.action(ids.PICK_ENTRY, pick_entry_callback)
    doors.action(ids.PICK_CRITERION, pick_criterion_callback)
    doors.action(ids.ASK_A_PERSON, ask_a_person_callback)
    doors.action(ids.WHY, why_callback)
    doors.action(ids.SHARE_ANSWER, share_answer_callback)
    doors.action(ids.SHARE_CARD, share_card_callback)
    doors.action(ids.FEEDBACK, feedback_callback)
    doors.action(ids.REMOVE, remove_callback)
    doors.action(ids.BROWSE, browse_callback)
    doors.action(ids.OPEN_CATEGORY, open_category_callback)
    doors.action(ids.SHOW_MORE, show_more_callback)
    doors.action(ids.HOME_START, home_start_callback)
    doors.action(ids.HOME_ASK, home_ask_callback)
    doors.action(ids.SWITCH_STANDARD, switch_standard_callback)
    doors.action(ids.REPLY_IN_THREAD, reply_in_thread_callback)
