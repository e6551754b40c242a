"""One question, exactly one answer, whatever Slack re-sends and however its day goes."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from random import Random

import pytest
from slack_sdk.http_retry.builtin_interval_calculators import FixedValueRetryIntervalCalculator

from bot.slack import texts
from bot.slack.timings import Timings
from bot.web.local_slack import LocalSlack

from .bots import OPEN_DATA, Bot, engine, patient_slack, running

# From a thread: an exception raised by a signal may end up in a task that nobody waits for.
pytestmark = pytest.mark.timeout(method="thread")


@pytest.fixture
async def bot(mode: str) -> AsyncIterator[Bot]:
    """A bot that tries again at once where Slack names no time."""
    timings = Timings(pauses=FixedValueRetryIntervalCalculator(0.01))
    async with running(mode, timings=timings) as started:
        yield started


def answers_to(bot: Bot, ts: str) -> int:
    """Count the posts in the thread of a question."""
    return sum(post["thread_ts"] == ts for post in bot.posts())


async def test_concurrent_copies_and_late_retries_of_an_event(bot: Bot) -> None:
    """Five copies at once and three re-deliveries are acknowledged, and answered once."""
    mention = bot.slack.payloads.app_mention(OPEN_DATA)
    copies = [bot.delivery.event(mention, retry=n, reason="http_timeout") for n in range(1, 6)]
    acks = await asyncio.gather(*copies)
    acks += [await bot.delivery.event(mention, retry=n, reason="http_error") for n in (1, 2, 3)]
    assert all(ack.ok for ack in acks)
    await bot.settle()
    assert answers_to(bot, mention["event"]["ts"]) == 1


async def test_a_copy_of_a_command_is_answered_once(bot: Bot, mode: str) -> None:
    """The same slash command, delivered twice, as a flaky socket does, is answered once."""
    command = bot.slack.payloads.command("/wwc", OPEN_DATA)
    await bot.delivery.command(command)
    if mode == "socket":
        await bot.delivery.command(command)
    await bot.slack.wait_for(bot.whispers)
    await bot.settle()
    assert len(bot.whispers()) == 1


async def test_rate_limits_and_server_errors_are_retried(bot: Bot) -> None:
    """A 429 with Retry-After and a 500 delay the answer and do not double it."""
    bot.slack.faults.rate_limit("chat.postMessage", retry_after=1)
    bot.slack.faults.server_error("chat.postMessage")
    mention = bot.slack.payloads.app_mention(OPEN_DATA)
    assert (await bot.delivery.event(mention)).ok
    await bot.slack.wait_for(bot.posts)
    assert answers_to(bot, mention["event"]["ts"]) == 1


@pytest.mark.parametrize("said", ["nothing", "ratelimited", "rate_limited"])
async def test_being_put_off_without_a_time_is_retried(bot: Bot, said: str) -> None:
    """Too many calls, said with a 429 without Retry-After or in a 200, delay the answer."""
    if said == "nothing":
        bot.slack.faults.rate_limit("chat.postMessage", retry_after=None)
    else:
        bot.slack.faults.error(said, "chat.postMessage")
    mention = bot.slack.payloads.app_mention(OPEN_DATA)
    assert (await bot.delivery.event(mention)).ok
    await bot.slack.wait_for(bot.posts)
    answered = engine().ask(OPEN_DATA).parts[0].sentence
    assert [answered in post["text"] for post in bot.posts()] == [True]


async def test_response_url_in_trouble_is_retried(bot: Bot) -> None:
    """A response_url that answers 429 and then 500 gets the answer in the end, once."""
    bot.slack.faults.rate_limit("response_url", retry_after=1)
    bot.slack.faults.server_error("response_url", status=503)
    assert (await bot.delivery.command(bot.slack.payloads.command("/wwc", OPEN_DATA))).ok
    await bot.slack.wait_for(bot.whispers)
    assert len(bot.whispers()) == 1


async def test_a_lost_connection_while_posting_is_told_and_not_repeated(bot: Bot) -> None:
    """When no answer came from Slack, the post may be there: the person is told privately."""
    bot.slack.faults.drop("chat.postMessage")
    mention = bot.slack.payloads.app_mention(OPEN_DATA)
    await bot.delivery.event(mention)
    await bot.slack.wait_for(bot.whispers)
    assert bot.whispers()[0]["text"] == texts.UNCERTAIN
    await bot.delivery.event(mention, retry=1, reason="http_timeout")
    await bot.settle()
    assert answers_to(bot, mention["event"]["ts"]) == 0


async def test_a_gateway_that_cannot_know_is_told_and_not_repeated(bot: Bot) -> None:
    """After a 502 the post may be there: the person is told privately, and nothing is doubled."""
    bot.slack.faults.server_error("chat.postMessage", status=502)
    await bot.delivery.event(bot.slack.payloads.app_mention(OPEN_DATA))
    await bot.slack.wait_for(bot.whispers)
    assert bot.whispers()[0]["text"] == texts.UNCERTAIN
    assert not bot.posts()


PROXY, BROKEN = ("upstream connect error", "text/plain"), ('{"ok":fal', "application/json")


@pytest.mark.parametrize("status", [200, 502])
@pytest.mark.parametrize("garbled", [PROXY, BROKEN, ("[]", "application/json")])
async def test_an_answer_nobody_can_read_is_told_and_not_repeated(
    bot: Bot, status: int, garbled: tuple[str, str]
) -> None:
    """What a proxy says, or JSON that breaks off, leaves open whether the post was made."""
    body, sort = garbled
    bot.slack.faults.garble("chat.postMessage", status=status, body=body, sort=sort)
    await bot.delivery.event(bot.slack.payloads.app_mention(OPEN_DATA))
    await bot.slack.wait_for(bot.whispers)
    assert bot.whispers()[0]["text"] == texts.UNCERTAIN
    assert not bot.posts()


@pytest.mark.parametrize(("body", "sort"), [PROXY, BROKEN])
async def test_trouble_in_whatever_form_is_retried(bot: Bot, body: str, sort: str) -> None:
    """A 503 means that nothing was done, whatever it says; the answer comes, once."""
    bot.slack.faults.garble("chat.postMessage", status=503, body=body, sort=sort)
    mention = bot.slack.payloads.app_mention(OPEN_DATA)
    await bot.delivery.event(mention)
    await bot.slack.wait_for(bot.posts)
    assert answers_to(bot, mention["event"]["ts"]) == 1
    assert not bot.whispers()


@pytest.mark.parametrize("status", [200, 502, 503])
@pytest.mark.parametrize(("body", "sort"), [PROXY, BROKEN])
async def test_a_workflow_step_ends_whatever_slack_says(
    bot: Bot, status: int, body: str, sort: str
) -> None:
    """A step is completed although the first answer to that cannot be read."""
    method = "functions.completeSuccess"
    bot.slack.faults.garble(method, status=status, body=body, sort=sort)
    await bot.delivery.event(bot.slack.payloads.function_executed(OPEN_DATA))
    await bot.slack.wait_for(lambda: len(bot.slack.calls_to(method)) == 2)
    assert bot.slack.calls_to(method)[1].answer == {"ok": True}


def test_a_slow_slack_is_waited_for(mode: str) -> None:
    """A post that takes Slack longer than an acknowledgement may take is made, once."""

    async def stage() -> None:
        async with running(mode) as bot:
            slack = bot.slack
            slack.faults.hang("chat.postMessage", seconds=3600)
            mention = slack.payloads.app_mention(OPEN_DATA)
            assert (await bot.delivery.event(mention)).ok
            assert not bot.posts()
            slack.faults.clear()
            await slack.wait_for(bot.posts)
            assert answers_to(bot, mention["event"]["ts"]) == 1

    asyncio.run(stage())


async def test_a_re_delivery_is_answered_when_the_first_attempt_came_to_nothing(bot: Bot) -> None:
    """If Slack refused the answer and the apology, a copy that comes later is answered."""
    bot.slack.faults.error("channel_is_archived", "chat.postMessage", times=2)
    mention = bot.slack.payloads.app_mention(OPEN_DATA)
    await bot.delivery.event(mention)
    await bot.slack.wait_for(lambda: len(bot.slack.calls_to("chat.postMessage")) == 2)
    await bot.delivery.event(mention, retry=1, reason="http_error")
    await bot.slack.wait_for(bot.posts)
    assert answers_to(bot, mention["event"]["ts"]) == 1


async def test_copies_while_the_first_is_posted_and_refused(bot: Bot) -> None:
    """Copies that come while the answer is being refused are acknowledged; a later one is told."""
    slack = bot.slack
    slack.faults.rate_limit("chat.postMessage", retry_after=0)
    slack.faults.error("channel_is_archived", "chat.postMessage", times=2)
    mention = slack.payloads.app_mention(OPEN_DATA)
    copies = [bot.delivery.event(mention, retry=n) for n in range(4)]
    assert all(ack.ok for ack in await asyncio.gather(*copies))
    await slack.wait_for(lambda: len(slack.calls_to("chat.postMessage")) == 3)
    assert not bot.posts()
    assert (await bot.delivery.event(mention, retry=5)).ok
    await slack.wait_for(bot.posts)
    assert answers_to(bot, mention["event"]["ts"]) == 1


@pytest.mark.hundreds
def test_five_hundred_questions_on_a_bad_day(mode: str) -> None:
    """500 questions, 20% delivered again, 5% 429, 2% 500 and a lost connection: one answer each."""
    dice = Random(500)

    async def ask(bot: Bot, number: int) -> str:
        mention = bot.slack.payloads.app_mention(f"{OPEN_DATA} Number {number}.")
        assert (await bot.delivery.insist(mention)).ok
        if dice.random() < 0.2:
            assert (await bot.delivery.insist(mention, retry=1)).ok
        return str(mention["event"]["ts"])

    async def cut_off(slack: LocalSlack) -> str:
        slack.socket.drop()
        return ""

    async def stage() -> None:
        slack = patient_slack(seed=500)
        async with running(mode, slack) as bot:
            slack.faults.rate_limit(times=None, share=0.05)
            slack.faults.server_error(times=None, share=0.02)
            asked = []
            for start in range(0, 500, 50):
                batch = [ask(bot, number) for number in range(start, start + 50)]
                if start == 250 and mode == "socket":
                    batch.insert(25, cut_off(slack))
                asked += await asyncio.gather(*batch)
            await slack.wait_for(lambda: len(bot.posts()) >= 500)
            slack.faults.clear()
            await bot.settle()
            counted = Counter(post["thread_ts"] for post in bot.posts())
            assert {counted[ts] for ts in asked if ts} == {1}
            assert len(set(asked) - {""}) == 500
            assert not bot.whispers()
            # What was under way when the wire was cut could not be acknowledged.
            slack.violations[:] = [v for v in slack.violations if v.error != "connection_lost"]

    asyncio.run(stage())
