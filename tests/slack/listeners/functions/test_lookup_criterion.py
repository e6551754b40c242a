"""The workflow step: outputs where there is an answer, a sentence where there is none."""

from bot.slack import texts
from tests.slack.bots import OPEN_DATA, Bot, engine


async def test_workflow_step_completes_or_fails(bot: Bot) -> None:
    """The step completes with four texts when there is an answer, and fails with a sentence."""
    for question in (OPEN_DATA, "what is the best pizza in town?", ""):
        await bot.delivery.event(bot.slack.payloads.function_executed(question))
    without = bot.slack.payloads.function_executed("")
    del without["event"]["inputs"]
    await bot.delivery.event(without)
    done = bot.slack.calls_to
    await bot.slack.wait_for(lambda: len(done("functions.completeError")) == 3)
    await bot.slack.wait_for(lambda: done("functions.completeSuccess"))
    said = [call.params["error"] for call in done("functions.completeError")]
    assert said.count(texts.NO_QUESTION) == 2
    outputs = done("functions.completeSuccess")[0].params["outputs"]
    card = engine().ask(OPEN_DATA).cards[0]
    assert outputs["code"] == card.choice.code
    assert outputs["title"] == card.choice.title
    assert outputs["url"] == card.resources[0].url
    assert card.wording in outputs["answer"]
