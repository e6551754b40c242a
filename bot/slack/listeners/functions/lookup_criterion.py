"""The workflow step: a question in; what we know, or why we do not, out."""

from typing import Any

from slack_bolt.context.complete.async_complete import AsyncComplete
from slack_bolt.context.fail.async_fail import AsyncFail

from bot.answers import Answer
from bot.answers.texts import names
from bot.engine import Engine
from bot.matching import Decision
from bot.slack import texts
from bot.slack.blocks.answer import spoken


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
    text = " ".join(map(spoken, answer.parts))
    if answer.decision is not Decision.ANSWER:
        text = f"{text} {names(answer.choices)}".strip()
        none = dict.fromkeys(("code", "title", "url", "standard", "link_status"), "")
        return {**none, "found": False, "answer": text}
    card, urls = answer.cards[0], _urls(answer)
    return {
        "code": card.choice.code,
        "title": card.choice.title,
        "url": urls[0] if urls else "",
        "answer": text,
        "found": True,
        "standard": card.choice.standard,
        "link_status": _status(answer, urls[0]) if urls else "",
    }


def _urls(answer: Answer) -> list[str]:
    """Return the addresses to start with, those of the first thing that was asked."""
    return [one.url for part in answer.parts[:1] for line in part.links for one in line if one.url]


def _status(answer: Answer, url: str) -> str:
    """Return the state of a link: that of its resource; of a working copy it is not known."""
    states = {one.url: one.status for card in answer.cards for one in card.resources}
    return states.get(url, "unknown")
