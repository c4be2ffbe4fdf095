"""Days that a page names, read with the date grammar of `recognize.dates` (the one thing that ingest and segment take from
there: it is the lowest layer of all and knows no events).

What belongs here: turning date mentions into days, or nothing. What does not: which of them dates the page (`page`).
"""
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from pipelines.ingest.lines import lines_of
from pipelines.lexicon.loader import read_tsv
from pipelines.model.mention import DateMention
from pipelines.recognize.dates import find_dateline_dates, find_dates, resolve, told_order

PREFIX_REACH = 60
LEAD_CHARS = 700
TAIL_CHARS = 600
MONTHS = 12
NEAR = 3  # days
LONGEST_DAY = 15  # characters of a line that names a weekday
LONGEST_FACTS = 200  # characters
WORDS = re.compile(r"[^\W\d_][\w.'’-]*+")
MOST_NAMES = 8
BETWEEN_FACTS = re.compile(r"\s?[|•·]\s?|\s?/\s|[ \t]{2,20}|\s[–—-]\s")
ISSUE = re.compile(r"(?:(?:vol(?:ume)?|no|nr|issue|edition|number)\b\.?\s?\d{1,5}(?:\s?\(\d{1,6}\))?[,;:]?\s{1,2}){1,3}", re.IGNORECASE)
AHEAD = re.compile(r"\b(?:week ahead|coming week|next week|upcoming|itinerary)\b", re.IGNORECASE)
HEAD_CHARS = 300  # in which a page says that it looks ahead
WEEK = 7  # days
KINDS = {"published_label": "label", "prefix": "label"}


@dataclass(frozen=True, slots=True)
class PageDate:
    """`kind`: line (nothing but a date), label ("Published : …"), prefix (glued to the start), dateline (of an agency).

    `start` to `end`: its characters. `day` is None where the year or the date itself is missing (`completed` fills in the year),
    and the last one of several; `place`: of a dateline; `mention`: the date as written.
    """

    kind: str
    start: int
    end: int
    day: date | None
    place: str | None = None
    mention: DateMention | None = None


def prefix_date(text: str) -> PageDate | None:
    """The date glued to the very start of a text."""
    head = text[: min(len(text), PREFIX_REACH)]
    found = [one for one in find_dateline_dates(head, 0, len(head)) if one.kind == "prefix"]
    return PageDate("prefix", found[0].start, found[0].end, day_of(found[0].mention, text)) if found else None


def page_date(text: str, start: int, end: int) -> PageDate | None:
    """The date that dates a story, in the line text[start:end]: a line of its own, a label, or a dateline at its start."""
    return _page_date(text, start, end, told_order())


@lru_cache(maxsize=256)  # asked of the lines of a page by those who look for its top, and for its stories
def _page_date(text: str, start: int, end: int, _order: str | None) -> PageDate | None:
    found = find_dateline_dates(text, start, end)
    if not found:
        return PageDate("line", start, end, None) if _is_weekday(text[start : min(end, start + LONGEST_DAY)]) else None
    one = found[0]
    if one.mention is None and text[one.start : one.end].rstrip().endswith(":"):
        return None  # "JOURNALIST (Herald):" speaks
    return PageDate(KINDS.get(one.kind, one.kind), one.start, one.end, day_of(one.mention, text), one.place, one.mention)


def day_beside(text: str, start: int, end: int) -> date | None:
    """The day that stands in a line among other facts of the page: "News | 5 May, 2017 | 412 views", "Vol. 2, No. 15, 5 May 1998"."""
    if end - start > LONGEST_FACTS:
        return None
    told = (one.day for one in dates_beside(text, start, end) if one.kind in ("line", "label") and one.day is not None)
    return next(told, None) or _day_before_names(text, start, end)


def dates_beside(text: str, start: int, end: int) -> Iterator[PageDate]:
    """The dates that stand alone, or with a place, among the facts of a line."""
    at = start
    for gap in [*BETWEEN_FACTS.finditer(text, start, end), None]:
        stop = gap.start() if gap else end
        numbered = ISSUE.match(text, at, stop)
        found = page_date(text, numbered.end() if numbered else at, stop)
        if found is not None:
            yield found
        at = gap.end() if gap else end


def _day_before_names(text: str, start: int, end: int) -> date | None:
    """The day with which a line begins, if nothing but names follows: "2 August 2022 Apia, SAMOA", "29. 5. 2019 MINISTRY OF …"."""
    first = next(iter(find_dates(text, start, end)), None)
    if first is None or first.start - start > 1 or not mention_names_month(first):
        return None
    rest = text[first.end : end].strip(" ,;:()")
    words = WORDS.findall(rest)
    named = rest.isupper() or all(word[0].isupper() for word in words)
    return day_of(first, text) if named and 0 < len(words) <= MOST_NAMES and not any(map(str.isdigit, rest)) else None


def completed(found: PageDate | None, near: date | None, text: str) -> date | None:
    """The day of a date line; one without year ("13 February") is taken in the year that brings it nearest to the page's own day."""
    if found is not None and found.day is not None:
        return as_named(found.day, text, found.start)
    return completed_day(found.mention, near, text) if found is not None and found.mention is not None else None


def completed_day(mention: DateMention, near: date | None, text: str) -> date | None:
    """The day of a date without year, in the year that brings it nearest to a day."""
    resolved = resolve(mention, near, text) if near is not None else None
    return resolved.end_date if resolved is not None and resolved.precision == "day" else None


def weekday_near(found: PageDate | None, page_day: date | None, text: str) -> date | None:
    """The day of a line that names only a weekday ("MONDAY"): the last one up to the day of the page, or the next where it looks ahead."""
    said = text[found.start : found.end].strip(" :").lower() if found is not None and found.mention is None else ""
    if page_day is None or said not in _weekdays():
        return None
    back = (page_day.weekday() - _weekdays()[said]) % WEEK
    ahead = AHEAD.search(text, 0, HEAD_CHARS) is not None
    return page_day + timedelta(days=(WEEK - back) % WEEK if ahead else -back)


def _is_weekday(line: str) -> bool:
    return line.strip(" :").lower() in _weekdays()


@cache
def _weekdays() -> dict[str, int]:
    return {row["surface"]: int(row["value"]) for row in read_tsv("calendar.tsv") if row["class"] == "weekday"}


def day_of(mention: DateMention | None, text: str) -> date | None:
    """The (last) day of a date that is complete in the text: a digest of 12 to 18 February is not of the 12th."""
    if mention is None:
        return None
    resolved = resolve(mention, None, text)
    return resolved.end_date if resolved.precision == "day" else None


def day_below(text: str, start: int) -> date | None:
    """The day of a label among the last lines of a page: "Date: 16/07/2021 - Last update 19:05"; else that of a line below the text
    that is only a date, with its place or not: "Lima, 27 February 2018"."""
    tail = lines_of(text, max(start, len(text) - TAIL_CHARS))
    found = [one for line in reversed(tail) if (one := page_date(text, line.start, line.end)) is not None and one.day]
    return next((one.day for kind in ("label", "line") for one in found if one.kind == kind), None)


def as_named(day: date, text: str, start: int) -> date:
    """The same day, or with day and month changed places where the lead names that one in words: 02/10/2023 above "Amman, Oct. 2".

    Where the order is told, the same day.
    """
    if told_order() or day.day > MONTHS or day.day == day.month or not _in_numbers(day, text):
        return day
    other = day.replace(month=day.day, day=day.month)
    near = [min(map(abs, lead_offsets(text, start, one, in_words=True)), default=None) for one in (day, other)]
    return other if near[1] is not None and near[1] <= NEAR and (near[0] is None or near[0] > NEAR) else day


def _in_numbers(day: date, text: str) -> bool:
    """Does the text write it as 02/10/2023 or 2/10/2023, in whichever order?"""
    pairs = ((day.month, day.day), (day.day, day.month))
    return any(f"{one}/{two}/{day.year}" in text or f"{one:02}/{two:02}/{day.year}" in text for one, two in pairs)


def lead_offsets(text: str, start: int, near: date, in_words: bool = False) -> list[int]:
    """Days between `near` and each day named in the first characters from `start`; a missing year is taken as the nearest.

    `in_words`: only days whose month is a word, not 02/10/2023.
    """
    offsets = []
    for mention in find_dates(text, start, min(len(text), start + LEAD_CHARS)):
        resolved = resolve(mention, near, text)
        if in_words and getattr(mention.expression, "order", "written") != "written":
            continue
        if resolved.precision == "day" and resolved.start_date is not None and mention_names_month(mention):
            offsets.append((resolved.start_date - near).days)
    return offsets


def mention_names_month(mention: DateMention) -> bool:
    """False for "today" or "Friday", which say nothing about how far off the anchor is."""
    first = getattr(mention.expression, "first", None)
    return getattr(first, "month", None) is not None
