"""What conversations spoke of."""

from bot.answers import Turn
from bot.threads import KEPT_SECONDS, MOST_THREADS, Threads


def test_a_turn_is_remembered_for_a_day() -> None:
    """The last turn of a thread is kept, and forgotten after a day."""
    now = [0.0]
    threads = Threads(clock=lambda: now[0])
    threads.remember("a", Turn(("2022:OD1",)))

    assert threads.last("a") == Turn(("2022:OD1",))
    assert threads.last("b") is None
    assert threads.last(None) is None
    now[0] = KEPT_SECONDS + 1
    assert threads.last("a") is None


def test_the_thread_that_rested_longest_goes_first() -> None:
    """No more than a number of threads is kept."""
    threads = Threads(clock=lambda: 0.0)
    for number in range(MOST_THREADS + 1):
        threads.remember(str(number), Turn(("2022:OD1",)))

    assert threads.last("0") is None
    assert threads.last("1")
