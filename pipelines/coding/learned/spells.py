"""Days that a text tells in two places or counts: from the day of arrival to that of departure, three days from Monday, the day after.

They are put together of the days that come into question (`calendar`). What does not belong here: which of all days it was (`dating`).
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from pipelines.coding.item import Draft, Item
from pipelines.coding.learned.grounds import TELLING
from pipelines.coding.narrated import PART
from pipelines.coding.view import View
from pipelines.coding.when import DURATION, LASTING, LONGEST, day_of, days_told, span
from pipelines.model.mention import ResolvedDate

NEAREST = 5  # single days that spells are put together of
FURTHEST = timedelta(days=31)
BESIDE = 1  # sentences before and behind an occasion that may say how long it lasted
SHIFT = re.compile(
    rf" (?:(?P<after>(?:next|following) {PART}|(?:a|one) {PART} (?:later|after)|{PART} after|(?:the )?morrow)|"
    rf"(?:previous|preceding) {PART}|{PART} (?:before|earlier)|eve(?= )) "
)
DAY = timedelta(days=1)


class Day(NamedTuple):
    """A single day that comes into question, and the sentence and the words before it, if the text names it."""

    when: ResolvedDate
    day: date
    number: int | None
    before: tuple[str, ...]


class Spell(NamedTuple):
    """`kind`: between, counted (from its first day), ending (counted to its last), shifted; `told`: the words that say so."""

    kind: str
    when: ResolvedDate
    first: Day
    last: Day
    told: tuple[str, ...]


def spells(item: Item, draft: Draft, known: Sequence[Day]) -> Iterator[Spell]:
    """What can be put together for the draft of the days `known`, the nearest first."""
    near = known[:NEAREST]
    if draft.event_type in LASTING:
        yield from between(near)
        for days, view in durations(item, draft):
            yield from (each for day in near for each in counted(day, days, view))
    for found in shifts(draft):
        if draft.event_type in LASTING and found["after"]:
            yield from (until_next(day, found) for day in near)
        yield from (shifted(day, found) for day in near)


def between(near: Sequence[Day]) -> Iterator[Spell]:
    for first in near:
        for last in near:
            if first.day < last.day <= first.day + FURTHEST:
                yield Spell("between", spelled(first.when, first.day, last.day), first, last, last.before)


def durations(item: Item, draft: Draft) -> Iterator[tuple[int, View]]:
    """How many days the sentences of the draft, or those beside its first one, speak of."""
    lead = draft.lead.number
    own = {s.number: None for s in draft.sources[:TELLING]} | dict.fromkeys(range(max(0, lead - BESIDE), lead + BESIDE + 1))
    for number in own:
        view = item.views[number] if number < len(item.views) else None
        found = DURATION.search(view.line) if view is not None else None
        if view is not None and found is not None and 1 < (days := days_told(found)) <= LONGEST:
            yield days, view


def counted(day: Day, days: int, view: View) -> Iterator[Spell]:
    found = DURATION.search(view.line)
    told = tuple(view.line[max(0, found.start() - 30) : found.start()].split()[1:]) if found else ()
    more = timedelta(days=days - 1)
    nth = day_of(view.line, found) if found else None
    if nth is not None:
        first = day.day - DAY * (min(nth, days) - 1)
        yield Spell("counted", spelled(day.when, first, first + more), day, day, told)
        return
    yield Spell("counted", spelled(day.when, day.day, day.day + more), day, day, told)
    yield Spell("ending", spelled(day.when, day.day - more, day.day), day, day, told)


def shifts(draft: Draft) -> Iterator["re.Match[str]"]:
    yield from (found for s in draft.sources[:TELLING] if (found := SHIFT.search(s.view.line)) is not None)


def until_next(day: Day, found: "re.Match[str]") -> Spell:
    """ "opened on 21 April, closed the following day"."""
    return Spell("between", spelled(day.when, day.day, day.day + DAY), day, day, tuple(found.group().split()))


def shifted(day: Day, found: "re.Match[str]") -> Spell:
    moved = day.day + (DAY if found["after"] else -DAY)
    return Spell("shifted", spelled(day.when, moved, moved), day, day, tuple(found.group().split()))


def spelled(when: ResolvedDate, first: date, last: date) -> ResolvedDate:
    told = span(when, first, last)
    return ResolvedDate(first, last, "day", "inferred", "", told.edtf)
