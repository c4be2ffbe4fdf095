"""Interrupts work that takes too much of the processor's time.

What belongs here: the interruption. What does not: how long is too long (`unit`), and threads in which nothing can be interrupted
(`elsewhere`).

Time of the processor, not of the clock: what one machine finishes under load it finishes idle, so that a release depends on how fast a
machine is but not on what else it does. The system's timer reaches loops of Python and of regular expressions alike; Python lets it
interrupt the main thread only.
"""
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread

AGAIN = 1.0  # seconds after which it is tried anew, in case that what is interrupted swallows every exception


class TimeUp(BaseException):
    """The time is used up. No Exception, so that no rule takes it for a fault of its own."""


def interruptible() -> bool:
    """Whether work in this thread can be interrupted."""
    return hasattr(signal, "setitimer") and current_thread() is main_thread()


@contextmanager
def processor_seconds(most: float) -> Iterator[None]:
    """Raises TimeUp in the block once this process has used so many seconds; without effect where nothing can be interrupted."""
    if not interruptible():
        yield
        return
    before = signal.signal(signal.SIGPROF, _time_up)
    try:
        signal.setitimer(signal.ITIMER_PROF, most, AGAIN)
        yield
    finally:
        try:
            signal.setitimer(signal.ITIMER_PROF, 0)
        finally:
            signal.signal(signal.SIGPROF, before)


def _time_up(*_: object) -> None:
    raise TimeUp
