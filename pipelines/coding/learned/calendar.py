"""The days that come into question for an occasion: those that its item names, its day of publication, those of its other occasions.

What does not belong here: which of them it was (`dating`).
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from pipelines.coding.item import Draft, Item
from pipelines.coding.learned.spells import Day, Spell, spells
from pipelines.coding.reckoning import meant
from pipelines.coding.view import View
from pipelines.coding.when import published
from pipelines.ingest.told_years import MIDDLE
from pipelines.model.mention import DateMention, ResolvedDate
from pipelines.recognize.dates import Prefer, resolve

NEAREST = 8  # dates before and behind an occasion that are asked about
WORDS = 5  # before a date that may tell what it is to the occasion
PREFERENCES: tuple[Prefer, ...] = (None, "past", "future")

Days = tuple[date | None, date | None]


class Named(NamedTuple):
    """Where a sentence names a date: the sentence's number, the unit, the mention, and the days that it may mean."""

    number: int
    unit: int
    view: View
    mention: DateMention
    meant: tuple[ResolvedDate, ...]

    def mention_words(self) -> str:
        """The words of the date, its numbers left out: "last _ of _"."""
        return " ".join(re.sub(r"\d+", "_", self.view.units[self.unit].mention_text.lower()).split())[:30]


class Almanac(NamedTuple):
    """`named`: the dates of an item in order; `told`: sentence and days of its dated drafts, in order; `counted`: how many have which."""

    item: Item
    named: list[Named]
    told: list[tuple[int, Days]]
    counted: Counter[Days]
    published: ResolvedDate


class Option(NamedTuple):
    """A draft and days that may be its own; `places`: where the item names them; `crowd`: how many such days there are; `spell`: how they
    were put together, where nothing names them."""

    almanac: Almanac
    draft: Draft
    when: ResolvedDate
    places: list[Named]
    crowd: int
    spell: Spell | None = None


def days(when: ResolvedDate | None) -> Days:
    return (when.start_date, when.end_date) if when is not None else (None, None)


def almanac(item: Item, drafts: list[Draft]) -> Almanac:
    told = [(d.lead.number, days(d.when)) for d in drafts if d.dated() and not d.background]
    return Almanac(item, list(named_days(item)), sorted(told, key=lambda t: t[0]), Counter(t[1] for t in told), published(item))


def named_days(item: Item) -> Iterator[Named]:
    for number, view in enumerate(item.views):
        for index, unit in enumerate(view.units):
            if unit.symbol == "D" and (meant := meanings(item, unit.mention)):
                yield Named(number, index, view, unit.mention, meant)


def meanings(item: Item, mention: DateMention) -> tuple[ResolvedDate, ...]:
    """What the words may mean: told as past, as future, or as the nearest; in a text without a day, counted from one near it, if any is."""
    found = {days(each): each for prefer in PREFERENCES if (each := meant(item, mention, prefer)).start_date}
    near = day_near(item)
    if near is not None:
        counted = (resolve(mention, near, item.text, prefer=prefer) for prefer in PREFERENCES)
        found |= {days(each): each for each in counted if each.start_date and days(each) not in found}
    return tuple(found.values())


def day_near(item: Item) -> date | None:
    """The day told before an item without one, or the end of its month; none where only its year is known."""
    anchor = item.anchor if item.roughly else None
    return None if anchor is None or (anchor.month, anchor.day) == MIDDLE else anchor


def options(given: Almanac, draft: Draft) -> list[Option]:
    """The draft with every date that may be its own."""
    places: dict[Days, list[Named]] = {}
    first: dict[Days, ResolvedDate] = {}
    for when, named in dates_of(given, draft):
        if when.start_date is not None:
            first.setdefault(days(when), when)
            places.setdefault(days(when), []).extend([named] if named else [])
    known = [Option(given, draft, when, places[key], len(first)) for key, when in first.items()]
    composed = {days(each.when): each for each in reversed([*spells(given.item, draft, single_days(known))])}
    return [*known, *(Option(given, draft, each.when, [], len(first), each) for key, each in composed.items() if key not in first)]


def carried(item: Item) -> Iterator[ResolvedDate]:
    """The day told before an item without one."""
    near = day_near(item)
    if near is not None:
        yield ResolvedDate(near, near, "day", "inferred", "", near.isoformat())


def single_days(named: list[Option]) -> list[Day]:
    """The options that are one day: those of rules and parents, then those nearest to the draft."""
    found = []
    for option in named:
        first, last = days(option.when)
        if first is not None and first == last:
            place = min(option.places, key=lambda p: abs(p.number - option.draft.lead.number), default=None)
            before = tuple(u.symbol or u.text for u in place.view.units[max(0, place.unit - WORDS) : place.unit]) if place else ()
            found.append(Day(option.when, first, place.number if place else None, before))
    return sorted(found, key=lambda d: abs(d.number - named[0].draft.lead.number) if d.number is not None else 0)


def dates_of(given: Almanac, draft: Draft) -> Iterator[tuple[ResolvedDate, Named | None]]:
    for when in (draft.when, given.published, draft.parent.when if draft.parent is not None else None, *carried(given.item)):
        if when is not None:
            yield when, None
    at = bisect_left(given.named, draft.lead.number, key=lambda named: named.number)
    for named in given.named[max(0, at - NEAREST) : at + NEAREST]:
        yield from ((when, named) for when in named.meant)
