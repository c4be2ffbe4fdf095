"""The day from which the dates of an item count.

Its own date line or that of the page, the first full date of its lead; else, only to complete years, what the page says elsewhere, a
full date further down, or the day of the item before. What does not belong here: finding date lines (ingest, segment), resolving dates
(`recognize.dates`).
"""
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from pipelines.ingest.page_edges import edge_year
from pipelines.ingest.told_years import told_year
from pipelines.model.document import Document, Segment
from pipelines.model.mention import DateMention, Sentence
from pipelines.recognize.dates import find_dateline_dates, find_dates, is_complete, resolve

LEAD = 3  # sentences in which an item without a date line may date itself
OLDEST = 1900  # an older year is that of another calendar, or of something remembered
LATER = 5  # years
YEAR = timedelta(days=366)
NEARBY = 60  # characters before a date that may say that it is remembered
HEADS = 3  # sentences at the top of an item that may hold its date line
SET_OFF = re.compile(r"\)?[.:]?\s*+(?:$|\n|[–—|:-]|(?<=\s)[A-Z\"“«])|[.:]\s")
REMEMBERING = re.compile(
    r"\b(?:anniversar|victims|genocide|massacre|fallen|founded|established|independence|commemorat|remembr|born|ago\b)", re.IGNORECASE
)
TODAY = re.compile(r"\b(?:today|this (?:morning|afternoon|evening)|tonight)\b", re.IGNORECASE)
BANNER = 400  # characters at the top of a page in which "October 2019" is the month of its items


def anchors_of(document: Document, segments: Sequence[Segment], items: Sequence[Sequence[Sentence]]) -> list[tuple[date | None, bool]]:
    """The anchor of every item, and whether it is only rough: then no weekday, no "today" and no publication may be counted from it."""
    page, latest = page_year(document), last_day(document, (s for sentences in items for s in sentences))
    page = page or (told_year(document.text) if latest is None else None)
    found = [anchor_of(document, one, sentences, page, latest) for one, sentences in zip(segments, items, strict=True)]
    exact = document.published_on is None and speaks_of_today(document, items)
    return neighbours(found, items, exact)


def speaks_of_today(document: Document, items: Sequence[Sequence[Sentence]]) -> bool:
    """Does the first item of a page tell its own day in full, as the day on which it speaks: "This morning, Saturday 12 October 2013"?"""
    lead = next((s for sentences in items[:1] for s in sentences[:LEAD] if any(is_complete(m) for m in s.dates)), None)
    if lead is None:
        return False
    opens = any(is_complete(m) for m in opening_dates(document.text, lead, lead.start))
    return opens or TODAY.search(document.text, lead.start, lead.end) is not None


def neighbours(
    found: list[tuple[date | None, bool]], items: Sequence[Sequence[Sentence]], exact: bool
) -> list[tuple[date | None, bool]]:
    """An item that nothing dates has the year of the one before it, or of the first dated one, unless it tells years far later.

    It has the very day where that is the only one of the page, told as its own (`exact`).
    """
    exact = exact and not found[0][1] and len({day for day, _ in found if day is not None}) == 1
    near = next((day for day, _ in found if day is not None), None)
    filled = []
    for (day, roughly), sentences in zip(found, items, strict=True):
        fits = near is not None and all(told <= near.year + LATER for told in years(sentences))
        filled.append((near, not exact) if day is None and fits else (day, roughly))
        near = day or near
    return filled


def anchor_of(
    document: Document, segment: Segment, sentences: Sequence[Sentence], page: date | None, latest: date | None
) -> tuple[date | None, bool]:
    day = segment.published_on or lead_day(document, sentences)
    if day:
        return day, False
    year = page or last_day(document, sentences)
    own = opening_day(document, segment, sentences, year)
    if own is not None and (page is not None or not long_ago(document, sentences, own)):
        return own, False
    if page is None and year is not None and any(told > year.year + LATER for told in years(sentences)):
        year = None
    history = year is not None and latest is not None and latest - year > YEAR  # "since 20 January 1990", on a page of 2014
    return (None, False) if history else (year, year is not None)


def opening_day(document: Document, segment: Segment, sentences: Sequence[Sentence], near: date | None) -> date | None:
    """The day without year in the item's dateline, at its very start or in brackets behind its heading: "Madrid, 15 June --", "16. 9.",
    "Ambulances delivered (12 May)"; in the year that brings it nearest to `near`."""
    found = (m for sentence in sentences[:HEADS] for m in opening_dates(document.text, sentence, sentences[0].start))
    told = next((m for m in found if names_day(m) and getattr(m.expression, "last", None) is None), None)
    resolved = resolve(told, near, document.text) if told is not None and near is not None else None
    day = resolved.start_date if resolved is not None and resolved.precision == "day" else None
    return day if day is not None and day.year >= OLDEST else None


def opening_dates(text: str, sentence: Sentence, start: int) -> Iterator[DateMention]:
    """The dates that date what follows: of a dateline, at the very start, in brackets behind a heading."""
    yield from (one.mention for one in find_dateline_dates(text, sentence.start, sentence.end)[:1] if one.mention is not None)
    for mention in sentence.dates:
        opens = sentence.start == start and not any(map(str.isalnum, text[start : mention.start]))
        closes = sentence.is_heading and text[mention.start - 1] == "(" and text[mention.end : sentence.end].strip(" .") in (")", "")
        if closes or (opens and SET_OFF.match(text, mention.end)):
            yield mention


def long_ago(document: Document, sentences: Sequence[Sentence], day: date) -> bool:
    """Is the only full date near it that of something remembered, or does the item tell of a later year?"""
    if any(told > day.year for told in years(sentences)):
        return True
    full = [s for s in sentences if any(is_complete(m) for m in s.dates)]
    return all(REMEMBERING.search(document.text, s.start, s.end) for s in full)


def lead_day(document: Document, sentences: Sequence[Sentence]) -> date | None:
    """The first full date of the first sentence that has any, near the top; none where a day without year stands before it:
    "On 1 July the agreement, signed on 27 June 2014, entered into force"."""
    lead = next((s for s in sentences if not s.is_heading and s.dates), None)
    if lead is None or lead.position > LEAD:
        return None
    named = [m for m in lead.dates if is_complete(m) or names_day(m)]
    days = [resolve(m, None, document.text).start_date if is_complete(m) else None for m in named]
    if named and REMEMBERING.search(document.text, max(lead.start, named[0].start - NEARBY), named[0].start):
        return None
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
