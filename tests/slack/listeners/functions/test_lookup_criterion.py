"""The workflow step: outputs with what we know, or with why we do not."""

import pytest

from bot.matching import Decision
from bot.slack import texts
from bot.slack.listeners.functions.lookup_criterion import outputs_of
from tests.slack.bots import OPEN_DATA, Bot, engine, unsure

PIZZA = "what is the best pizza in town?"


async def test_workflow_step_completes_unless_nothing_was_asked(bot: Bot) -> None:
    """An answer, a choice and a refusal let the workflow go on; no question at all fails."""
    without = bot.slack.payloads.function_executed("")
    del without["event"]["inputs"]
    await bot.delivery.event(without)
    for question in (OPEN_DATA, unsure(), PIZZA, ""):
        await bot.delivery.event(bot.slack.payloads.function_executed(question))
    done = bot.slack.calls_to
    await bot.slack.wait_for(lambda: len(done("functions.completeError")) == 2)
    await bot.slack.wait_for(lambda: len(done("functions.completeSuccess")) == 3)
    said = [call.params["error"] for call in done("functions.completeError")]
    assert said == [texts.NO_QUESTION] * 2
    found = [call.params["outputs"]["found"] for call in done("functions.completeSuccess")]
    assert sorted(found) == [False, False, True]


def test_outputs_of_an_answer() -> None:
    """Code, title, standard and the link to start with, whose state is said; a working copy's too."""
    answer = engine().ask("OD1 2018")
    outputs = outputs_of(answer)
    link = answer.cards[0].resources[0]
    assert outputs["found"] is True
    assert (outputs["code"], outputs["standard"]) == ("OD1", "2018")
    assert outputs["title"] == answer.cards[0].choice.title
    assert (outputs["url"], outputs["link_status"]) == (link.successor_url, "unknown")
    assert link.url in str(outputs["answer"])
    assert answer.cards[0].wording in str(outputs["answer"])


@pytest.mark.parametrize("question", [OPEN_DATA, "data governance 2018", "what are the levels?"])
def test_no_internal_id_is_given_away(question: str) -> None:
    """Practices and topics have no code, and no output names an id of ours."""
    answer = engine().ask(question)
    assert answer.decision is Decision.ANSWER
    outputs = outputs_of(answer)
    assert not any(card.choice.entry_id in str(outputs) for card in answer.cards)


@pytest.mark.parametrize("question", [PIZZA, unsure()])
def test_where_we_are_not_sure_the_answer_says_so(question: str) -> None:
    """All else is empty."""
    answer = engine().ask(question)
    outputs = outputs_of(answer)
    assert answer.parts[0].sentence in str(outputs["answer"])
    assert {key for key, value in outputs.items() if value} == {"answer"}
