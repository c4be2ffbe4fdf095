"""The day at which a text has arrived when it tells an occasion without a date of its own.

"The same day", "later that evening": the day named last before; "the next day", "two days earlier": counted from it. What does not
belong here: dates beside the core (`when.stated`), the days of what an occasion belongs to (`when.fallback`).
"""
import re
from dataclasses import replace
from datetime import timedelta

from pipelines.coding.candidates import Candidate
from pipelines.coding.item import Draft, Item
from pipelines.coding.nearest import of_paper
from pipelines.coding.view import View
from pipelines.coding.when import names_month
from pipelines.model.mention import DateMention, ResolvedDate
from pipelines.recognize.dates import preposition, resolve

NEAR = 3  # sentences after which a day told in passing no longer holds
RECENT = timedelta(days=7)
BOUNDS = frozenset("since until till by before after from to between".split())
LONG = frozenset("visit message conference exercise exhibition cultural_event".split())  # often not of the day told before
BACK = 6  # sentences in which "the same day" finds its day
PART = "(?:day|morning|afternoon|evening|night|date)"
SAME = re.compile(rf" (?:(?:the|that|this|very)(?: very)? same {PART}|that (?:very )?{PART}|(?:later|earlier|also) on the {PART}) ")
COUNT = {word: n for n, word in enumerate("one two three four five six".split(), 1)}
OTHER = re.compile(
    rf" (?:(?:the )?(?P<next>next|following) {PART}|(?:the )?(?:previous {PART}|{PART} (?:before|earlier))|a {PART} (?P<later>later)|"
    rf"(?P<n>{'|'.join(COUNT)}) days (?:(?P<after>later|after)|before|earlier)) "
)


def narrated(item: Item, candidate: Candidate) -> ResolvedDate | None:
    """The day of the text before the candidate, where the candidate's clause refers back to it; None where it does not."""
    if candidate.date is not None:
        return None
    line = clause_line(candidate)
    other = OTHER.search(line)
    if other is None and not SAME.search(line):
        return None
    last = last_day(item, candidate) or (own_day(item, candidate) if other else None)
    return moved(last, days_off(other)) if last and other else last


def moved_on(item: Item, candidate: Candidate, when: ResolvedDate | None) -> ResolvedDate | None:
    """ "arrived on 3 April and was received the following morning": a day counted from the date that stands before the core."""
    if when is None or candidate.date is None or when.start_date != when.end_date:
        return when
    units = candidate.view.units
    if units.index(candidate.date) >= candidate.first:
        return when
    words = [unit.text for unit in units[candidate.last : candidate.clause.last + 4]]
    own = words[: next((n for n, word in enumerate(words) if word in ("and", ";", "but", "before")), len(words))]
    later = OTHER.search(f" {' '.join(own)} ")
    return moved(replace(when, basis="inferred"), days_off(later)) if later and days_off(later) > 0 else when


def days_off(found: "re.Match[str]") -> int:
    """How many days later than the last one told, negative for earlier."""
    count = COUNT[found["n"]] if found["n"] else 1
    return count if found["next"] or found["later"] or found["after"] else -count


def moved(when: ResolvedDate, days: int) -> ResolvedDate | None:
    if when.start_date is None:
        return None
    day = when.start_date + timedelta(days=days)
    return replace(when, start_date=day, end_date=day, edtf=day.isoformat())


def clause_line(candidate: Candidate) -> str:
    """The words from the start of the candidate's sentence to the end of its clause."""
    return " " + " ".join(unit.text for unit in candidate.view.units[: candidate.clause.last + 4]) + " "


def last_day(item: Item, candidate: Candidate) -> ResolvedDate | None:
    """The day named last in the sentences before, `BACK` of them at most; None where that is a span."""
    before = item.views[max(0, candidate.number - BACK) : candidate.number]
    told = [mention for view in reversed(before) for mention in mentions(view)]
    named = next((m for m in told if preposition(m, item.text) not in BOUNDS - {"after", "to"}), told[0] if told else None)
    found = day_of(item, named) if named else None
    return replace(found, basis="inferred", as_written="") if found else None


def own_day(item: Item, candidate: Candidate) -> ResolvedDate | None:
    """The day of the text itself, for "the day before" in a text that names no day until then."""
    named = any(view.sentence.dates for view in item.views[: candidate.number])
    return None if named or item.today is None else ResolvedDate(item.today, item.today, "day", "inferred", "", item.today.isoformat())


def arrived(item: Item, draft: Draft) -> ResolvedDate | None:
    """The day at which the text has arrived: the first one that the nearest sentence before names, if it was lately and is one day."""
    if item.today is None or draft.status != "held" or draft.event_type in LONG or draft.lead.view.sentence.is_heading:
        return None
    number = draft.lead.number
    before = (first_day(item, view) for view in reversed(item.views[max(0, number - NEAR) : number]))
    day = only_day(item, draft.lead) or next((found for found in before if found), None)
    if day is None or day.start_date is None or day.start_date != day.end_date:
        return None
    lately = timedelta(0) <= item.today - day.start_date <= RECENT
    return replace(day, basis="inferred", as_written="") if lately else None


def only_day(item: Item, candidate: Candidate) -> ResolvedDate | None:
    """The only date of the sentence, in whatever clause, if it is no bound of a time and not that of a paper."""
    view, dates = candidate.view, candidate.view.sentence.dates
    if len(dates) != 1 or preposition(dates[0], item.text) in BOUNDS:
        return None
    paper = any(u.symbol == "D" and of_paper(view, candidate.last, n) for n, u in enumerate(view.units))
    return None if paper else first_day(item, view)


def first_day(item: Item, view: View) -> ResolvedDate | None:
    """The first day or days that a sentence names, taken as past."""
    found = (resolve(m, item.anchor, item.text, prefer="past") for m in sorted(view.sentence.dates, key=lambda m: m.start))
    return next((one for one in found if one.precision == "day"), None)


def mentions(view: View) -> list[DateMention]:
    """The dates of a sentence, the last one first."""
    return sorted(view.sentence.dates, key=lambda mention: -mention.start)


def day_of(item: Item, mention: DateMention) -> ResolvedDate | None:
    """The date as one day; None for months, years and spans."""
    found = resolve(mention, item.anchor if names_month(mention) else item.today, item.text)
    return found if found.precision == "day" and found.start_date and found.start_date == found.end_date else None
