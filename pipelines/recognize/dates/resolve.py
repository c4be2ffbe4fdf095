"""Turns a date expression into first and last possible day, completed from an anchor: the dateline or the publication date.

What the text leaves out is taken from the anchor and makes the basis `inferred`. Without an anchor nothing is invented: days stay
None. `prefer` says what the verb says: told as past, as future, or nothing known.
What does not belong here: choosing the anchor (coding), finding dates (grammar).
"""
from calendar import monthrange
from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Any, Literal

from pipelines.model.mention import DateMention, ResolvedDate
from pipelines.recognize.dates import edtf
from pipelines.recognize.dates.alone import days_of_month
from pipelines.recognize.dates.expression import Calendar, Day, Distance, Fraction, Part, Period, Season, Weekday

Prefer = Literal["past", "future"] | None
Bounds = tuple[date, date]
Found = tuple[Bounds | None, str, str, str | None]  # bounds, precision, basis, EDTF

UNKNOWN: Found = (None, "none", "none", None)
WEEKEND_REMEMBERED = 2  # on Monday and Tuesday "this weekend", told as past, is the one just over
SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}  # first month, northern hemisphere


def resolve(mention: DateMention, anchor: date | None, text: str, *, prefer: Prefer = None) -> ResolvedDate:
    """First and last day of a mention; never raises, both None where nothing is known."""
    said = mention.expression
    rule = RULES.get(type(said))
    try:
        bounds, precision, basis, written = rule(said, anchor, prefer) if rule else UNKNOWN
    except (OverflowError, ValueError):  # beyond the calendar's years
        bounds, precision, basis, written = UNKNOWN
    start, end = bounds or (None, None)
    return ResolvedDate(start, end, precision, basis, text[mention.start : mention.end], written)


# calendar dates


def _calendar(said: Calendar, anchor: date | None, prefer: Prefer) -> Found:
    last = said.last or said.first
    if last.day and last.month is None:
        days = days_of_month(said.first, last, anchor, prefer)
        return _days(days) if days else UNKNOWN
    precision = "day" if last.day else "month" if last.month else "year"
    year = _year_of(last, anchor, prefer)
    if year is None:
        return None, "none", "none", edtf.interval(*(edtf.open_year(part.month, part.day) for part in (said.first, last)))
    first_year = said.first.year or (year - 1 if _wraps(said.first, last) else year)
    bounds = _bounds(said.first, first_year)[0], _bounds(last, year)[1]
    if bounds[0] > bounds[1]:
        return UNKNOWN
    if precision == "day" and not (_exists(said.first, first_year) and _exists(last, year)):
        precision = "month"  # "31 June": the month is all that can be true
        bounds = bounds[0].replace(day=1), _month_end(bounds[1].year, bounds[1].month)
    return bounds, precision, "stated" if last.year else "inferred", _write(bounds, precision)


def _write(bounds: Bounds, precision: str) -> str:
    return {"day": edtf.days, "month": edtf.months, "year": edtf.years}[precision](*bounds)


def _wraps(first: Part, last: Part) -> bool:
    """ "28 December to 3 January": the first half lies in the year before."""
    return first.month is not None and last.month is not None and first.month > last.month


def _exists(part: Part, year: int) -> bool:
    return part.day is not None and part.month is not None and part.day <= monthrange(year, part.month)[1]


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _bounds(part: Part, year: int) -> Bounds:
    """First and last possible day of a part; a day the month does not have becomes its last."""
    if part.month is None:
        return date(year, 1, 1), date(year, 12, 31)
    end = _month_end(year, part.month)
    if part.day is None:
        return end.replace(day=1), end
    day = end.replace(day=min(part.day, end.day))
    return day, day


def _year_of(part: Part, anchor: date | None, prefer: Prefer) -> int | None:
    """The year the text gives, or the one that suits the anchor."""
    if part.year is not None:
        return part.year if MINYEAR < part.year < MAXYEAR else None
    if anchor is None or part.month is None:
        return None
    if part.year_shift is not None:
        return anchor.year + part.year_shift
    if part.shift is not None:
        return _shifted_year(part.month, part.shift, anchor)
    return _nearest_year(part, anchor, prefer)


def _shifted_year(month: int, shift: int, anchor: date) -> int:
    """ "last October" is the latest that is over, "next March" the first to come, "this May" the anchor's year's."""
    if shift < 0:
        return anchor.year if month < anchor.month else anchor.year - 1
    if shift > 0:
        return anchor.year if month > anchor.month else anchor.year + 1
    return anchor.year


def _nearest_year(part: Part, anchor: date, prefer: Prefer) -> int:
    """The anchor's year or a neighbour, whichever brings the date nearest, on the side the verb wants, on the weekday the text names."""
    years = [anchor.year, anchor.year - 1, anchor.year + 1]
    if part.day is not None:
        years = [year for year in years if _exists(part, year)] or years
        years = _on_weekday(part, years, anchor) or years
    if prefer == "past":
        years = [year for year in years if _bounds(part, year)[0] <= anchor] or years
    elif prefer == "future":
        years = [year for year in years if _bounds(part, year)[1] >= anchor] or years
    return min(years, key=lambda year: _distance_to(_bounds(part, year), anchor))


def _on_weekday(part: Part, years: list[int], anchor: date) -> list[int]:
    """Years in which the day falls on the weekday the text names; a date within a month of the anchor needs no such help."""
    if part.weekday is None or any(_distance_to(_bounds(part, year), anchor) <= 31 for year in years):
        return []
    return [year for year in years if _bounds(part, year)[0].weekday() == part.weekday]


def _distance_to(bounds: Bounds, anchor: date) -> int:
    return max((bounds[0] - anchor).days, (anchor - bounds[1]).days, 0)


# dates that only the anchor can complete


def _days(bounds: Bounds) -> Found:
    return bounds, "day", "inferred", edtf.days(*bounds)


def _weekday(said: Weekday, anchor: date | None, prefer: Prefer) -> Found:
    if anchor is None:
        return UNKNOWN
    first = _weekday_on(said, anchor, prefer)
    length = (said.last - said.weekday) % 7 if said.last is not None else 0
    return _days((first, first + timedelta(days=length)))


def _weekday_on(said: Weekday, anchor: date, prefer: Prefer) -> date:
    """The latest such day, the anchor's included; "last" excludes it, "next" and the future look ahead, "this" stays in the week."""
    in_week = anchor + timedelta(days=said.weekday - anchor.weekday())
    if said.week_shift is not None:
        return in_week + timedelta(weeks=said.week_shift)
    if said.shift == 0:
        return in_week
    back = (anchor.weekday() - said.weekday) % 7
    if said.shift == 1:
        return anchor + timedelta(days=7 - back)
    if said.shift is None and prefer == "future":
        return anchor + timedelta(days=-back % 7)
    return anchor - timedelta(days=7 if said.shift == -1 and back == 0 else back)


def _day(said: Day, anchor: date | None, prefer: Prefer) -> Found:
    if anchor is None:
        return UNKNOWN
    last = said.shift if said.last is None else said.last
    return _days((anchor + timedelta(days=said.shift), anchor + timedelta(days=last)))


def _period(said: Period, anchor: date | None, prefer: Prefer) -> Found:
    if anchor is None:
        return UNKNOWN
    if said.unit == "week":
        return _days(_week(said, anchor))
    if said.unit == "weekend":
        days = 5 if said.within == "over" else WEEKEND_REMEMBERED  # "over the weekend", told as past, is never to come
        just_over = said.shift == 0 and prefer == "past" and anchor.weekday() < days
        saturday = anchor + timedelta(days=5 - anchor.weekday(), weeks=-1 if just_over else said.shift)
        return _days((saturday, saturday + timedelta(days=1)))
    return _month(anchor, said.shift) if said.unit == "month" else _year(anchor, said.shift)


def _week(said: Period, anchor: date) -> Bounds:
    """Monday to Friday; the coming week to Sunday. "Later this week" begins tomorrow, "earlier" ends yesterday."""
    monday = anchor - timedelta(days=anchor.weekday())
    start = monday + timedelta(weeks=said.shift)
    end = start + timedelta(days=6 if said.shift > 0 else 4)
    day = timedelta(days=1)
    if said.shift == 0 and said.within == "later":
        start = anchor + day
        return start, max(start, end)
    if said.shift == 0 and said.within == "earlier":
        return monday, max(monday, anchor - day)
    return start, end


def _month(anchor: date, shift: int) -> Found:
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + shift, 12)
    bounds = date(year, month + 1, 1), _month_end(year, month + 1)
    return bounds, "month", "inferred", edtf.months(*bounds)


def _year(anchor: date, shift: int) -> Found:
    bounds = date(anchor.year + shift, 1, 1), date(anchor.year + shift, 12, 31)
    return bounds, "year", "inferred", edtf.years(*bounds)


def _distance(said: Distance, anchor: date | None, prefer: Prefer) -> Found:
    """Counted days are days; counted weeks, months and years are no finer than a week, a month, a year."""
    if anchor is None:
        return UNKNOWN
    if said.unit == "day":
        return _day(Day(said.count), anchor, prefer)
    if said.unit == "week":
        monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=said.count)
        return _days((monday, monday + timedelta(days=6)))
    return _month(anchor, said.count) if said.unit == "month" else _year(anchor, said.count)


def _season(said: Season, anchor: date | None, prefer: Prefer) -> Found:
    month = SEASON_MONTHS[said.code]
    part = Part(said.year, month, year_shift=said.year_shift, shift=said.shift)
    year = _year_of(part, anchor, prefer)
    if year is None:
        return None, "none", "none", f"XXXX-{said.code}"
    start = date(year, month, 1)
    end_year, end_month = divmod(year * 12 + month + 1, 12)
    bounds = start, _month_end(end_year, end_month + 1)
    return bounds, "month", "stated" if said.year else "inferred", edtf.season(year, said.code)


def _fraction(said: Fraction, anchor: date | None, prefer: Prefer) -> Found:
    year = said.year or (anchor.year + (said.year_shift or 0) if anchor else None)
    if year is None:
        return UNKNOWN
    bounds = date(year, said.first_month, 1), _month_end(year, said.last_month)
    return bounds, "month", "stated" if said.year else "inferred", edtf.months(*bounds)


RULES: dict[type, Callable[[Any, date | None, Prefer], Found]] = {
    Calendar: _calendar,
    Weekday: _weekday,
    Day: _day,
    Period: _period,
    Distance: _distance,
    Season: _season,
    Fraction: _fraction,
}
