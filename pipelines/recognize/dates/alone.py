"""Days of the month that stand alone: "the 8th", "the 21st and 22nd of this month".

What belongs here: which month is meant. What does not: days that name theirs (`resolve`).
"""
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from pipelines.recognize.dates.expression import Part

Bounds = tuple[date, date]


def days_of_month(first: Part, last: Part, anchor: date | None, prefer: str | None) -> Bounds | None:
    """In the month of the anchor or else the nearer neighbour, on the side that the verb wants; "of last month" says which.

    A weekday that stands beside it decides before the verb does.
    """
    if anchor is None:
        return None
    shifts = (0, -1, 1) if first.shift is None else (first.shift,)
    found = list(_in_months(first.day or 0, last.day or 0, anchor, shifts))
    found = [days for days in found if first.weekday in (None, days[0].weekday())] or found
    if first.shift is None and prefer is not None:
        found = [days for days in found if (days[0] <= anchor if prefer == "past" else days[1] >= anchor)] or found
    return min(found, key=lambda days: (days[0].month != anchor.month, max((days[0] - anchor).days, (anchor - days[1]).days)), default=None)


def _in_months(first: int, last: int, anchor: date, shifts: tuple[int, ...]) -> Iterator[Bounds]:
    """The two days in every month that has them, so many months from the anchor's."""
    for shift in shifts:
        year, month = divmod(anchor.year * 12 + anchor.month - 1 + shift, 12)
        if first <= last <= monthrange(year, month + 1)[1]:
            yield date(year, month + 1, first), date(year, month + 1, last)
