"""In which order a text writes the numbers of a date, where whoever gave the text says so.

What belongs here: knowing it while one text is worked. What does not: what is done without it (`builders`).
Each layer's entrance says it once (`with date_order(document.date_order):`), so that what a layer returns depends on its arguments alone,
while the dozen functions between the entrance and the grammar need not hand it on.
"""
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_told: ContextVar[str | None] = ContextVar("date_order", default=None)


@contextmanager
def date_order(told: str | None) -> Iterator[None]:
    """`dmy`, `mdy` or not said, for as long as the block lasts."""
    before = _told.set(told)
    try:
        yield
    finally:
        _told.reset(before)


def told_order() -> str | None:
    return _told.get()
