"""What the local Slack sends is what Slack would send."""

from __future__ import annotations

import json

import pytest

from bot.web.local_slack import BOT_USER, GENERAL, LocalSlack
from tests.web.local_slack.samples import (
    actions,
    entry,
    feedback,
    foot,
    modal,
    option,
    select,
    words,
)
from tests.web.local_slack.staging import with_button


async def test_every_payload_is_fresh_json(slack: LocalSlack) -> None:
    """Every builder gives JSON with ids of its own, and mentions come with a twin."""
    build = slack.payloads
    view = slack.workspace.open(modal(entry(), submit=words("Go"), notify_on_close=True))
    parent = build.direct_message("What is open data?")
    mention, twin = build.mention_twins("hello")
    events = [
        mention,
        twin,
        parent,
        build.app_mention("hello"),
        build.own_message("hello"),
        build.bot_message("hello"),
        build.bot_message("hello", legacy=True),
        build.message_changed(parent, "What is closed data?"),
        build.message_deleted(parent),
        build.channel_join(),
        build.thread_reply(parent, "And why?"),
        build.app_home_opened("messages"),
        build.assistant_thread_started(),
        build.assistant_thread_context_changed(),
        build.link_shared("https://example.org/OD1"),
        build.function_executed("open data?"),
        build.tokens_revoked(),
        build.app_uninstalled(),
    ]
    others = [
        build.url_verification(),
        build.command("/criteria"),
        build.message_shortcut(parent),
        build.block_suggestion("open"),
        build.view_submission(view, {"typed": "why?"}),
        build.view_closed(view),
    ]
    assert json.loads(json.dumps(events + others)) == events + others
    assert len({event["event_id"] for event in events}) == len(events)
    assert mention["event"]["ts"] == twin["event"]["ts"]
    assert (mention["event"]["type"], twin["event"]["type"]) == ("app_mention", "message")
    assert events[10]["event"]["thread_ts"] == parent["event"]["ts"]
    state = others[4]["view"]["state"]["values"][view["blocks"][0]["block_id"]]
    assert state == {"typed": {"type": "plain_text_input", "value": "why?"}}


async def test_only_what_is_there_can_be_pressed(slack: LocalSlack) -> None:
    """A click names a button of the surface with its value; a button that is not there fails."""
    rated = {"text": "a", "blocks": [foot(feedback()), actions(select(option()))]}
    message = slack.workspace.post(GENERAL, BOT_USER, rated)
    click = slack.payloads.click(message, "rate", value="negative")
    assert click["actions"][0]["value"] == "negative"
    assert click["message"]["ts"] == message["ts"]
    picked = slack.payloads.click(message, "pick", value="2018:OD1")
    assert picked["actions"][0]["selected_option"] == option()
    private = slack.payloads.click(with_button(slack), "press")
    assert private["container"]["is_ephemeral"]
    assert "message" not in private
    for action_id, value in (("nothing", None), ("rate", "maybe"), ("pick", "2018:OD9")):
        with pytest.raises(AssertionError):
            slack.payloads.click(message, action_id, value=value)
