"""Payloads as Slack sends them in 2026: one builder for every door of the bot.

Shapes from https://docs.slack.dev/reference/events,
https://docs.slack.dev/reference/interaction-payloads and the scenario tests of
https://github.com/slackapi/bolt-python. Every id is fresh; people, channels and messages that a
payload mentions exist in the workspace afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping

from .interactions import Interactions
from .message_events import MessageEvents
from .schema import Json
from .workspace import ALICE, APP, BOT_USER, GENERAL, TEAM

STEP_INPUTS = {"question": "string"}
STEP_OUTPUTS = {
    **dict.fromkeys(("code", "title", "url", "answer", "standard", "link_status"), "string"),
    "found": "boolean",
}


class Payloads(MessageEvents, Interactions):
    """Builds every payload: messages, what people do with the mouse, and the events below."""

    # The app's own place

    def app_home_opened(self, tab: str = "home", *, user: str = ALICE) -> Json:
        """Someone opens the Home or the Messages tab.

        https://docs.slack.dev/reference/events/app_home_opened: a `view` comes along once the Home
        tab has been published.
        """
        event = {
            "type": "app_home_opened",
            "user": user,
            "channel": self._place.direct(user),
            "tab": tab,
        }
        view = self._place.home(user)
        return self.event({**event, "view": view} if view and tab == "home" else event)

    def assistant_thread_started(self, *, user: str = ALICE, context: str = GENERAL) -> Json:
        """Someone opens the legacy assistant.

        https://docs.slack.dev/reference/events/assistant_thread_started
        """
        return self._assistant("assistant_thread_started", user, context, self._place.ts())

    def assistant_thread_context_changed(
        self, *, user: str = ALICE, context: str = GENERAL, thread_ts: str | None = None
    ) -> Json:
        """Someone looks at another channel beside the legacy assistant.

        https://docs.slack.dev/reference/events/assistant_thread_context_changed
        """
        thread_ts = thread_ts or self._place.ts()
        return self._assistant("assistant_thread_context_changed", user, context, thread_ts)

    def _assistant(self, kind: str, user: str, context: str, thread_ts: str) -> Json:
        thread = {
            "user_id": user,
            "context": {"channel_id": context, "team_id": TEAM, "enterprise_id": None},
            "channel_id": self._place.direct(user),
            "thread_ts": thread_ts,
        }
        return self.event({"type": kind, "assistant_thread": thread})

    def function_executed(
        self,
        question: str,
        *,
        callback_id: str = "lookup_criterion",
        outputs: Mapping[str, str] = STEP_OUTPUTS,
    ) -> Json:
        """Someone's workflow runs the bot's step.

        https://docs.slack.dev/reference/events/function_executed

        The token in it, not the bot's, is what Bolt then calls the Web API with.
        """
        execution, token = self._place.new("Fx"), f"xwfp-{self._place.new('T')}"
        self._place.executions[execution] = {"state": "running", "outputs": dict(outputs)}
        self._place.workflow_tokens.add(token)
        function = {
            "id": self._place.new("Fn"),
            "callback_id": callback_id,
            "title": "Look up a criterion",
            "description": "Finds the criterion that a question is about",
            "type": "app",
            "input_parameters": [_parameter(name, sort) for name, sort in STEP_INPUTS.items()],
            "output_parameters": [_parameter(name, sort) for name, sort in outputs.items()],
            "app_id": APP,
            "date_created": 1700000000,
            "date_updated": 1700000000,
            "date_deleted": 0,
        }
        event = {
            "type": "function_executed",
            "function": function,
            "inputs": {"question": question},
            "function_execution_id": execution,
            "workflow_execution_id": self._place.new("Wx"),
            "bot_access_token": token,
        }
        return self.event(event)

    # The life of an app

    def url_verification(self) -> Json:
        """Slack checks a Request URL: https://docs.slack.dev/reference/events/url_verification."""
        challenge = self._place.new("challenge-")
        return {"token": "verification-token", "challenge": challenge, "type": "url_verification"}

    def tokens_revoked(self) -> Json:
        """Someone takes the bot's token away: https://docs.slack.dev/reference/events/tokens_revoked."""
        return self.event({"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [BOT_USER]}})

    def app_uninstalled(self) -> Json:
        """Someone removes the app: https://docs.slack.dev/reference/events/app_uninstalled."""
        return self.event({"type": "app_uninstalled"})

    def link_shared(self, url: str, *, user: str = ALICE, channel: str = GENERAL) -> Json:
        """Someone pastes a link of the bot: https://docs.slack.dev/reference/events/link_shared."""
        posted = self.message(url, user=user, channel=channel)["event"]
        event = {
            "type": "link_shared",
            "user": user,
            "channel": channel,
            "message_ts": posted["ts"],
            "unfurl_id": f"{channel}.{posted['ts']}.{self._place.new('u')}",
            "source": "conversations_history",
            "is_bot_user_member": True,
            "links": [{"url": url, "domain": url.split("/")[2]}],
        }
        return self.event(event)


def _parameter(name: str, sort: str) -> Json:
    return {"name": name, "title": name.title(), "type": sort, "is_required": True}
