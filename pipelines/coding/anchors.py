"""The day from which the dates of an item count.

Its own date line or that of the page, the first full date of its lead; else, only to complete years, what the page says elsewhere, a
full date further down, or the day of the item before. What does not belong here: finding date lines (ingest, segment), resolving dates
(`recognize.dates`).
"""
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from pipelines.ingest.page_edges import edge_year
from pipelines.model.document import Document, Segment
from pipelines.model.mention import DateMention, Sentence
from pipelines.recognize.dates import find_dates, is_complete, resolve

LEAD = 3  # sentences in which an item without a date line may date itself
OLDEST = 1900  # an older year is that of another calendar, or of something remembered
LATER = 5  # years
YEAR = timedelta(days=366)
BANNER = 400  # characters at the top of a page in which "October 2019" is the month of its items


def anchors_of(document: Document, segments: Sequence[Segment], items: Sequence[Sequence[Sentence]]) -> list[tuple[date | None, bool]]:
    """The anchor of every item, and whether it is only rough: then no weekday, no "today" and no publication may be counted from it."""
    page, latest = page_year(document), last_day(document, (s for sentences in items for s in sentences))
    found = [anchor_of(document, one, sentences, page, latest) for one, sentences in zip(segments, items, strict=True)]
    return neighbours(found, items)


def neighbours(found: list[tuple[date | None, bool]], items: Sequence[Sequence[Sentence]]) -> list[tuple[date | None, bool]]:
    """An item that nothing dates has the year of the one before it, or of the first dated one, unless it tells years far later."""
    near = next((day for day, _ in found if day is not None), None)
    filled = []
    for (day, roughly), sentences in zip(found, items, strict=True):
        fits = near is not None and all(told <= near.year + LATER for told in years(sentences))
        filled.append((near, True) if day is None and fits else (day, roughly))
        near = day or near
    return filled


def anchor_of(
    document: Document, segment: Segment, sentences: Sequence[Sentence], page: date | None, latest: date | None
) -> tuple[date | None, bool]:
    day = segment.published_on or lead_day(document, sentences)
    if day:
        return day, False
    year = page or last_day(document, sentences)
    if page is None and year is not None and any(told > year.year + LATER for told in years(sentences)):
        year = None
    history = year is not None and latest is not None and latest - year > YEAR  # "since 20 January 1990", on a page of 2014
    return (None, False) if history else (year, year is not None)


def lead_day(document: Document, sentences: Sequence[Sentence]) -> date | None:
    """The first full date of the first sentence that has any, near the top; none where a day without year stands before it:
    "On 1 July the agreement, signed on 27 June 2014, entered into force"."""
    lead = next((s for s in sentences if not s.is_heading and s.dates), None)
    if lead is None or lead.position > LEAD:
        return None
    days = [resolve(m, None, document.text).start_date if is_complete(m) else None for m in lead.dates if is_complete(m) or names_day(m)]
    return days[0] if days and days[0] and days[0].year >= OLDEST else None


def names_day(mention: DateMention) -> bool:
    """Does it give day and month?"""
    first = getattr(mention.expression, "first", None)
    return bool(getattr(first, "day", None) and getattr(first, "month", None))


def years(sentences: Iterable[Sentence]) -> Iterable[int]:
    """The years that sentences give."""
    firsts = (getattr(m.expression, "first", None) for s in sentences for m in s.dates)
    return (year for first in firsts if (year := getattr(first, "year", None)))


def last_day(document: Document, sentences: Iterable[Sentence]) -> date | None:
    return max(full_days(document, sentences), default=None)


def full_days(document: Document, sentences: Iterable[Sentence]) -> list[date]:
    """The days that sentences give in full, in order."""
    full = (resolve(m, None, document.text).start_date for s in sentences for m in s.dates if is_complete(m))
    return [day for day in full if day is not None]


def page_year(document: Document) -> date | None:
    """The day of the page, which may be that of another item, or the end of the month that its banner names."""
    if document.published_on:
        return document.published_on
    banner = (resolve(m, None, document.text) for m in find_dates(document.text, 0, min(BANNER, len(document.text))))
    return next((found.end_date for found in banner if found.precision == "month" and found.end_date), None) or edge_year(document.text)
