"""The workflow step: a question in; code, title, resource and answer out."""

from typing import Any

from slack_bolt.context.complete.async_complete import AsyncComplete
from slack_bolt.context.fail.async_fail import AsyncFail

from bot.answers import Answer
from bot.answers.texts import NOT_SURE, name, refusal
from bot.engine import Engine
from bot.matching import Decision
from bot.slack import texts


async def lookup_criterion_callback(
    event: dict[str, Any], complete: AsyncComplete, fail: AsyncFail, engine: Engine
) -> None:
    """Complete with what we stand behind; fail with a sentence where we do not know."""
    question = str((event.get("inputs") or {}).get("question") or "").strip()
    if not question:
        await fail(texts.NO_QUESTION)
        return
    answer = engine.ask(question)
    if outputs := outputs_of(answer):
        await complete(outputs)
    else:
        await fail(why_not(answer))


def outputs_of(answer: Answer) -> dict[str, str] | None:
    """Return the outputs of the step, all text; None where there is no answer.

    A practice or topic has no code; its name in the knowledge stands in for it.
    """
    if answer.decision is not Decision.ANSWER:
        return None
    card = answer.cards[0]
    facts = [fact.text for fact in card.facts[1:]]
    return {
        "code": card.choice.code or card.choice.entry_id,
        "title": card.choice.title,
        "url": card.resources[0].url if card.resources else "",
        "answer": " ".join([card.wording, *facts]),
    }


def why_not(answer: Answer) -> str:
    """Say why the step cannot answer."""
    if answer.decision is Decision.CHOICES:
        return f"{NOT_SURE} {texts.step_unsure(list(map(name, answer.choices)))}"
    return refusal(answer.off_topic)
