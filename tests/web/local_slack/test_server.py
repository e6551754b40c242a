"""The local Slack takes what Slack takes and refuses what Slack refuses."""

from __future__ import annotations

import json

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.models.blocks import ButtonElement, SectionBlock
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.web.local_slack import ALICE, GENERAL, LocalSlack, Violation
from tests.web.local_slack.samples import (
    modal,
    section,
)
from tests.web.local_slack.staging import client, refusal, with_button


async def test_forms_and_json_are_read_alike(slack: LocalSlack) -> None:
    """Slack reads blocks from JSON and from a form, and records both as objects."""
    blocks = [SectionBlock(text="Hello", accessory=ButtonElement(text="Go", action_id="go"))]
    await client(slack).chat_postMessage(channel=GENERAL, text="Hello", blocks=blocks)
    form = {"channel": GENERAL, "text": "Hello", "blocks": json.dumps([section()])}
    await client(slack).api_call("chat.postMessage", data=form)
    shown = [call.params["blocks"][0]["type"] for call in slack.calls_to("chat.postMessage")]
    assert shown == ["section", "section"]
    assert slack.violations == []


async def test_refusals_are_worded_as_slack_does(slack: LocalSlack) -> None:
    """A refused call is answered with an error and pointers, and kept as a violation."""
    with pytest.raises(SlackApiError) as caught:
        await client(slack).chat_postMessage(channel=GENERAL, text="a", blocks=[section("")])
    line = "[ERROR] must be more than 0 characters [json-pointer:/blocks/0/text/text]"
    assert caught.value.response.data == {
        "ok": False,
        "error": "invalid_blocks",
        "response_metadata": {"messages": [line]},
    }
    assert slack.violations == [Violation("chat.postMessage", "invalid_blocks", (line,))]


async def test_calls_that_make_no_sense_are_refused(slack: LocalSlack) -> None:
    """Unknown methods, tokens of the wrong sort and wrong arguments each have their error."""
    bot, ghost = client(slack), client(slack, "xoxb-ghost")
    app = client(slack, slack.app_token)
    nobody = AsyncWebClient(base_url=slack.api_url)
    post = "chat.postMessage"
    odd = {"channel": GENERAL, "text": "a", "colour": "red"}
    cases = [
        (bot.api_call("chat.postMassage"), "unknown_method"),
        (nobody.auth_test(), "not_authed"),
        (ghost.auth_test(), "invalid_auth"),
        (app.auth_test(), "not_allowed_token_type"),
        (bot.apps_connections_open(app_token=slack.bot_token), "not_allowed_token_type"),
        (bot.api_call(post, json={"text": "a"}), "invalid_arguments"),
        (bot.api_call(post, json=odd), "invalid_arguments"),
        (bot.api_call(post, data={"channel": GENERAL, "blocks": "[{"}), "invalid_blocks_format"),
        (bot.chat_postMessage(channel="C404", text="a"), "channel_not_found"),
        (bot.chat_postMessage(channel=GENERAL, text="a", thread_ts="1"), "invalid_arguments"),
        (bot.chat_postEphemeral(channel=GENERAL, user="U404", text="a"), "user_not_in_channel"),
        (bot.users_info(user="U404"), "user_not_found"),
        (bot.chat_update(channel=GENERAL, ts="1700000000.000001", text="a"), "message_not_found"),
    ]
    assert [await refusal(call) for call, _ in cases] == [error for _, error in cases]
    assert [each.error for each in slack.violations] == [error for _, error in cases]


async def test_a_bot_changes_its_own_messages_only(slack: LocalSlack) -> None:
    """The bot edits and deletes what it wrote, and nothing that others wrote or that is private."""
    bot = client(slack)
    theirs = slack.payloads.message("mine")["event"]["ts"]
    own = await bot.chat_postMessage(channel=GENERAL, text="one", blocks=[section("one")])
    whisper = await bot.chat_postEphemeral(channel=GENERAL, user=ALICE, text="psst")
    await bot.chat_update(channel=GENERAL, ts=own["ts"], text="two")
    message = slack.workspace.messages[GENERAL, own["ts"]]
    assert (message["text"], message["blocks"][0]["text"]["text"]) == ("two", "one")
    unseen = bot.chat_update(channel=GENERAL, ts=whisper["message_ts"], text="a")
    assert await refusal(unseen) == "message_not_found"
    alien = bot.chat_update(channel=GENERAL, ts=theirs, text="a")
    assert await refusal(alien) == "cant_update_message"
    assert await refusal(bot.chat_delete(channel=GENERAL, ts=theirs)) == "cant_delete_message"
    await bot.reactions_add(channel=GENERAL, name="eyes", timestamp=theirs)
    link = await bot.chat_getPermalink(channel=GENERAL, message_ts=own["ts"])
    assert link["permalink"].endswith(f"/{GENERAL}/p{own['ts'].replace('.', '')}")
    await bot.chat_delete(channel=GENERAL, ts=own["ts"])
    assert (GENERAL, own["ts"]) not in slack.workspace.messages


async def test_long_texts_are_taken_with_advice(slack: LocalSlack) -> None:
    """A text of more than 4,000 characters is posted and noted, and refused in an update."""
    posted = await client(slack).chat_postMessage(channel=GENERAL, text="x" * 4_001)
    assert slack.violations == []
    assert "4000" in slack.advice[0]
    update = client(slack).chat_update(channel=GENERAL, ts=posted["ts"], text="x" * 4_001)
    assert await refusal(update) == "msg_too_long"


async def test_a_trigger_is_for_one_use_within_three_seconds(slack: LocalSlack) -> None:
    """A trigger_id opens one window, goes stale after three seconds and cannot be made up."""
    bot, view = client(slack), modal(section())
    trigger = slack.payloads.global_shortcut()["trigger_id"]
    await bot.views_open(trigger_id=trigger, view=view)
    again = bot.views_open(trigger_id=trigger, view=view)
    assert await refusal(again) == "exchanged_trigger_id"
    late = slack.payloads.command("/wwc")["trigger_id"]
    slack.advance(3.1)
    assert await refusal(bot.views_open(trigger_id=late, view=view)) == "expired_trigger_id"
    assert await refusal(bot.views_open(trigger_id="1.2.3", view=view)) == "invalid_trigger_id"


async def test_windows_stack_and_homes_are_published(slack: LocalSlack) -> None:
    """Three windows stack at most, a stale hash is refused and a Home tab comes with its event."""
    bot, view = client(slack), modal(section(), external_id="top")
    first = await bot.views_open(trigger_id=slack.workspace.trigger(), view=modal(section()))
    top = first["view"]["id"]
    for _ in range(2):
        trigger = slack.workspace.trigger(top)
        top = (await bot.views_push(trigger_id=trigger, view=modal(section())))["view"]["id"]
    full = bot.views_push(trigger_id=slack.workspace.trigger(top), view=view)
    assert await refusal(full) == "push_limit_reached"
    stale = bot.views_update(view_id=top, view=view, hash="1.0")
    assert await refusal(stale) == "hash_conflict"
    await bot.views_update(view_id=top, view=view)
    await bot.views_update(external_id="top", view=view)
    assert await refusal(bot.views_publish(user_id=ALICE, view=view)) == "invalid_arguments"
    assert "view" not in slack.payloads.app_home_opened()["event"]
    await bot.views_publish(user_id=ALICE, view={"type": "home", "blocks": [section("Hi")]})
    assert slack.payloads.app_home_opened()["event"]["view"]["type"] == "home"


async def test_a_response_url_serves_five_times_in_thirty_minutes(slack: LocalSlack) -> None:
    """A response_url whispers, posts, replaces and deletes; the sixth use and a late one fail."""
    command = slack.payloads.command("/wwc", "open data")
    hook = AsyncWebhookClient(command["response_url"])
    assert (await hook.send(text="psst")).status_code == 200
    await hook.send(text="all", response_type="in_channel")
    assert (await hook.send(blocks=[section()])).status_code == 400
    [whisper] = slack.workspace.ephemerals
    inner = AsyncWebhookClient(slack.payloads.click(with_button(slack), "press")["response_url"])
    await inner.send(text="changed", replace_original=True)
    changed = slack.workspace.ephemerals[-1]
    assert (whisper["text"], changed["text"], changed["blocks"]) == ("psst", "changed", [])
    await inner.send(delete_original=True)
    assert slack.workspace.ephemerals == [whisper]
    await hook.send(text="four")
    await hook.send(text="five")
    sixth = await hook.send(text="six")
    assert (sixth.status_code, json.loads(sixth.body)["error"]) == (404, "used_url")
    slack.advance(30 * 60 + 1)
    assert json.loads((await inner.send(text="late")).body)["error"] == "expired_url"
    assert len(slack.responses) == 9
