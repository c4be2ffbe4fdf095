"""The day from which the dates of an item count.

Its own date line or that of the page, the first full date of its lead; else, only to complete years, what the page says elsewhere, or a
full date further down. What does not belong here: finding date lines (ingest, segment), resolving dates (`recognize.dates`).
"""
from collections.abc import Iterable, Sequence
from datetime import date

from pipelines.model.document import Document, Segment
from pipelines.model.mention import DateMention, Sentence
from pipelines.recognize.dates import find_dates, is_complete, resolve

LEAD = 3  # sentences in which an item without a date line may date itself
BANNER = 400  # characters at the top of a page in which "October 2019" is the month of its items


def anchor_of(document: Document, segment: Segment, sentences: Sequence[Sentence], rough: date | None) -> tuple[date | None, bool]:
    """The anchor of an item, and whether it is only rough: then no weekday, no "today" and no publication may be counted from it."""
    day = segment.published_on or lead_day(document, sentences)
    year = None if day else rough or first_day(document, (m for s in sentences for m in s.dates))
    return (day, False) if day else (year, year is not None)


def lead_day(document: Document, sentences: Sequence[Sentence]) -> date | None:
    """The first full date of the first sentence that has any, near the top."""
    lead = [s for s in sentences if not s.is_heading and s.dates][:1]
    return first_day(document, (m for s in lead if s.position <= LEAD for m in s.dates))


def first_day(document: Document, mentions: Iterable[DateMention]) -> date | None:
    return next((resolve(m, None, document.text).start_date for m in mentions if is_complete(m)), None)


def page_year(document: Document) -> date | None:
    """The day of the page, which may be that of another item, or the end of the month that its banner names."""
    if document.published_on:
        return document.published_on
    banner = (resolve(m, None, document.text) for m in find_dates(document.text, 0, min(BANNER, len(document.text))))
    return next((found.end_date for found in banner if found.precision == "month" and found.end_date), None)
