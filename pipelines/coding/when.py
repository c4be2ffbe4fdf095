"""When an occasion took place: the date in its words, else that of what it belongs to, else the publication date.

Nothing is finer than the text: every fallback shows in `basis`. What does not belong here: the date grammar
(`recognize.dates`).
"""

import re
from dataclasses import replace
from datetime import date, timedelta

from pipelines.coding.candidates import Candidate
from pipelines.coding.item import Draft, Item
from pipelines.coding.nearest import opens
from pipelines.coding.reckoning import meant
from pipelines.model.mention import DateMention, ResolvedDate
from pipelines.recognize.dates import Calendar, Weekday, preposition

LASTING = frozenset(["visit", "exercise", "conference", "exhibition", "session", "cultural_event"])
ENDING = tuple(
    f" {words} "
    for words in (
        "ended", "ends", "ending", "concluded", "concludes", "concluding", "completed", "completing", "wrapped up", "wraps up",
        "wrapping up", "wound up", "winds up", "winding up", "returned",
    )
)
# Before the duration only: "arrived for a three-day visit … before he flies home".
HOME = re.compile(r" (?:came back|flew home|flies home|went home|having spent|after) (?:[^ ]++ ){0,8}?$")
PRESENT = frozenset("leaves travels flies fly departs goes heads sets arrives pays visits receives hosts welcomes meets".split())
COMING, FAR_BACK = timedelta(days=60), timedelta(days=200)
AIMING = frozenset(["by", "before", "until", "till", "of", "for"])  # "by the end of the year"
FORWARD = re.compile(
    r"\b(?:set|scheduled|due|slated|planned|fixed|foreseen|expected|postponed|moved|rescheduled|deferred|put off|awaited) (?:here )?"
    r"(?:for|to|on|until|till) (?:the )?$"
)
LONGEST = 62  # days
SUNDAY = 6
NUMBERS = {word: n for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
DURATION = re.compile(
    r" (?:for (?:a |some )?)?(?:(?P<n>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[ -]"
    r"|(?:(?<= for )|(?<= after )|(?<= spend )|(?<= spent )|(?<= spending ))a (?=week|fortnight)|a (?=(?:week|fortnight)(?:-long| of) ))"
    r"(?P<unit>days?|weeks?|fortnight)(?: |-)"
)
NTH = {"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": LONGEST, "final": LONGEST, "closing": LONGEST}
NTH_DAY = re.compile(rf" (?P<nth>{'|'.join(NTH)}) day of (?:his|her|its|their|the|this|a|an)(?: [\w-]{{1,20}}){{0,2}}$")
NEWS = timedelta(days=14)  # what lies further back than this is recalled, not reported
UNDATED = ResolvedDate(None, None, "none", "none", "", None)


def stated(item: Item, candidate: Candidate) -> ResolvedDate | None:
    """The date that stands beside the candidate's core, resolved."""
    if candidate.date is None:
        return None
    mention = candidate.date.mention
    planned = candidate.status in ("planned", "cancelled") or to_come(item, candidate)  # what is called off lay ahead
    found = meant(item, mention, "future" if planned else "past")
    nearest = meant(item, mention)
    if known_day(item) is None:
        found = nearest  # dated by another date of its own text: neither past nor future of it
    if opens(candidate.view, candidate.clause, candidate.last):
        found = nearest  # "Following their September 9 call, they will …": what follows is to come
    if item.anchor and nearest.start_date and nearest.end_date and nearest.start_date <= item.anchor <= nearest.end_date:
        found = nearest
    if not planned and soon(item, found, nearest):
        found = nearest
    if found.precision == "year" and found.start_date and found.end_date and found.end_date.year > found.start_date.year:
        return None  # "a plan for 2019-2021" is no day of signing
    if not planned and still_open(item, candidate, found):
        return None
    found = lasting(item, candidate, week_of(item, candidate, found))
    return found if found.start_date or found.edtf else None


def names_month(mention: DateMention) -> bool:
    """False for "Tuesday" and "the 8th", which only count from a day; true for a bare year, too."""
    said = mention.expression
    return isinstance(said, Calendar) and (said.first.month is not None or said.first.day is None)


def to_come(item: Item, candidate: Candidate) -> bool:
    """ "leaves for Geneva on Thursday", "set for Thursday": a weekday told in the present tense, not in a headline, is the next."""
    if candidate.date is None or not isinstance(candidate.date.mention.expression, Weekday):
        return False
    present = candidate.view.units[candidate.first].text in PRESENT and not candidate.view.sentence.is_heading
    return present or FORWARD.search(item.text, max(0, candidate.date.start - 40), candidate.date.start) is not None


def still_open(item: Item, candidate: Candidate, found: ResolvedDate) -> bool:
    """A month or a year that is not over when the text appears does not date what it tells as done: "the largest partner by 2030"."""
    if found.precision not in ("month", "year") or item.anchor is None or found.end_date is None or candidate.date is None:
        return False
    before = preposition(candidate.date.mention, item.text)
    return found.end_date >= item.anchor and (before not in ("in", "during") if found.basis == "stated" else before in AIMING)


def soon(item: Item, past: ResolvedDate, nearest: ResolvedDate) -> bool:
    """ "is visiting from 31 July", published on 28 July: the coming July is meant, not the last."""
    if item.today is None or past.start_date is None or nearest.start_date is None or past.basis == "stated":
        return False
    return item.today < nearest.start_date <= item.today + COMING and item.today - past.start_date > FAR_BACK


def week_of(item: Item, candidate: Candidate, found: ResolvedDate) -> ResolvedDate:
    """ "During the week of March 14": Monday to Friday of that week; that of a Sunday is the one it opens."""
    before = item.text[max(0, candidate.date.start - 12) : candidate.date.start] if candidate.date else ""
    if not before.lower().endswith("week of ") or found.start_date is None or found.precision != "day":
        return found
    monday = found.start_date + timedelta(days=1 if found.start_date.weekday() == SUNDAY else -found.start_date.weekday())
    return span(found, monday, monday + timedelta(days=4))


def span(found: ResolvedDate, first: date, last: date) -> ResolvedDate:
    written = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return replace(found, start_date=first, end_date=last, edtf=written)


def lasting(item: Item, candidate: Candidate, found: ResolvedDate) -> ResolvedDate:
    """ "arrived on Tuesday for a three-day visit": the days that follow belong to it."""
    if candidate.event_type not in LASTING or found.start_date is None or found.start_date != found.end_date:
        return found
    told = DURATION.search(candidate.view.line)
    if told is None:
        return found
    days = days_told(told)
    if not 1 < days <= LONGEST:
        return found
    line = candidate.view.line
    ends = any(word in line for word in ENDING) or HOME.search(line[: told.start() + 1]) is not None
    nth = day_of(line, told)
    before = min(nth, days) - 1 if nth else days - 1 if ends else 0
    first = found.start_date - timedelta(days=before)
    return span(found, first, first + timedelta(days=days - 1))


def day_of(line: str, told: "re.Match[str]") -> int | None:
    """Which day it is "on the second day of her three-day visit"; the last one is `LONGEST`."""
    found = NTH_DAY.search(line, 0, told.start())
    return NTH[found["nth"]] if found else None


def days_told(found: "re.Match[str]") -> int:
    """How many days a `DURATION` speaks of."""
    written = found["n"] or "one"
    number = NUMBERS.get(written) or (int(written) if written.isdigit() else 0)
    return number * (14 if found["unit"] == "fortnight" else 7 if found["unit"].startswith("week") else 1)


def recalled(item: Item, draft: Draft) -> bool:
    """Does the date lie so far before the text that the occasion is only recalled?"""
    if draft.status != "held" or not draft.dated() or item.today is None or draft.when is None or draft.when.end_date is None:
        return False
    if draft.when.as_written.lower().startswith("earlier this year"):
        return True
    return draft.when.end_date < item.today - NEWS


def ahead(item: Item, draft: Draft) -> bool:
    """Does its date lie after the text was published?"""
    day = known_day(item)
    return bool(day and draft.when and draft.when.start_date and draft.when.start_date > day)


def behind(item: Item, draft: Draft) -> bool:
    """Does a date given in full, or that of what the text looks back on first, lie before the text was published?"""
    day, lead = known_day(item), draft.lead
    sure = draft.when is not None and (draft.when.basis == "stated" or opens(lead.view, lead.clause, lead.last))
    return bool(day and draft.when and sure and draft.when.end_date and draft.when.end_date < day)


def published(item: Item) -> ResolvedDate:
    """The publication date, or the day by which a text without one dates itself."""
    day = known_day(item)
    if day is None and item.today is not None:
        return ResolvedDate(item.today, item.today, "day", "inferred", "", item.today.isoformat())
    return ResolvedDate(day, day, "day", "published", "", day.isoformat()) if day else UNDATED


def known_day(item: Item) -> date | None:
    return item.segment.published_on


def overlap(one: ResolvedDate | None, other: ResolvedDate | None) -> bool:
    """Can both be of one occasion? Unknown dates fit everything."""
    if one is None or other is None or None in (one.start_date, other.start_date):
        return True
    return bool(one.start_date <= other.end_date and other.start_date <= one.end_date)  # type: ignore[operator]
