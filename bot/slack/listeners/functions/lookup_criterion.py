"""The workflow step: a question in; what we know, or why we do not, out."""

from typing import Any

from slack_bolt.context.complete.async_complete import AsyncComplete
from slack_bolt.context.fail.async_fail import AsyncFail

from bot.answers import Answer, Choice
from bot.answers.plain import plain
from bot.engine import Engine
from bot.matching import Decision
from bot.slack import texts


async def lookup_criterion_callback(
    event: dict[str, Any], complete: AsyncComplete, fail: AsyncFail, engine: Engine
) -> None:
    """Complete, also where we are not sure, so that the workflow goes on; fail unless asked."""
    question = str((event.get("inputs") or {}).get("question") or "").strip()
    if question:
        await complete(outputs_of(engine.ask(question)))
    else:
        await fail(texts.NO_QUESTION)


def outputs_of(answer: Answer) -> dict[str, str | bool]:
    """Return the outputs of the step; what there is not is an empty text.

    ``found``: whether we stand behind the answer. ``url``: the link to start with, in the state
    ``link_status`` ("live", "archived", "unknown"). ``code`` and ``standard`` are empty for topics.
    """
    text = plain(answer.parts)
    if answer.decision is not Decision.ANSWER:
        none = dict.fromkeys(("code", "title", "url", "standard", "link_status"), "")
        return {**none, "found": False, "answer": text}
    first = answer.parts[0].choice or Choice("", "")
    urls = [one.url for line in answer.parts[0].links for one in line if one.url]
    states = {one.url: one.status for card in answer.cards for one in card.resources}
    return {
        "code": first.code,
        "title": first.title,
        "url": urls[0] if urls else "",
        "answer": text,
        "found": True,
        "standard": first.standard,
        # Of a working copy the state is not known.
        "link_status": states.get(urls[0], "unknown") if urls else "",
    }
