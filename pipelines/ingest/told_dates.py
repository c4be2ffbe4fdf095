"""A date that somebody wrote into a cell, an attribute or a header, to a day.

What belongs here: strings that hold nothing but a date. What does not: dates in text (`recognize.dates`, which reads what is
not ISO 8601 here too).
"""
import re
from datetime import date, datetime

from pipelines.ingest.inputs import UNTOLD, Source
from pipelines.recognize.dates import find_dates, resolve

ISO = re.compile(r"(?P<year>\d{4})(?:-?(?P<month>\d\d)(?:-?(?P<day>\d\d)(?:[T ].*)?)?)?", re.DOTALL)
NUMBERS = re.compile(r"\s*(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)\b(?!\2)")
LONGEST = 80
Told = tuple[date | None, str]
NOTHING: Told = (None, "none")


def told_date(written: str | None, source: Source = UNTOLD) -> Told:
    """The day and how finely it is known: day, month or year (then the first day of it), none. Never raises.

    ISO 8601 first (the day as written, whatever the time zone), then the format and the order that `source` names, then prose.
    """
    if written is None or not (text := written.strip()) or len(text) > LONGEST:
        return NOTHING
    if source.date_format is not None and (day := _formatted(text, source.date_format)) is not None:
        return day, "day"
    if found := ISO.fullmatch(text):
        return _from_parts(found["year"], found["month"], found["day"])
    return _ordered(text, source.date_order) or _from_prose(text)


def _formatted(text: str, date_format: str) -> date | None:
    try:
        return datetime.strptime(text, date_format).date()
    except ValueError:
        return None


def _from_parts(year: str, month: str | None, day: str | None) -> Told:
    try:
        return date(int(year), int(month or 1), int(day or 1)), "day" if day else "month" if month else "year"
    except ValueError:
        return NOTHING


def _ordered(text: str, order: str | None) -> Told | None:
    """05/04/2018 by the order that is known; None where none is or where it cannot be."""
    numbers = NUMBERS.match(text)
    if order is None or numbers is None:
        return None
    one, _, two, year = numbers.groups()
    day, month = (one, two) if order == "dmy" else (two, one)
    return _from_parts(year if len(year) == 4 else f"20{year}", month, day) if int(month) <= 12 else None


def _from_prose(text: str) -> Told:
    mentions = find_dates(text, 0, len(text))
    if len(mentions) != 1:
        return NOTHING
    found = resolve(mentions[0], None, text)
    if found.start_date is None or found.precision not in ("day", "month", "year"):
        return NOTHING
    return found.start_date, found.precision
