"""The day at which a text has arrived when it tells an occasion without a date of its own.

"The same day", "later that evening": the day named last before. What does not belong here: dates beside the core (`when.stated`), the
days of what an occasion belongs to (`when.fallback`).
"""
import re
from dataclasses import replace

from pipelines.coding.candidates import Candidate
from pipelines.coding.item import Item
from pipelines.coding.view import View
from pipelines.model.mention import DateMention, ResolvedDate
from pipelines.recognize.dates import resolve

BACK = 6  # sentences in which "the same day" finds its day
PART = "(?:day|morning|afternoon|evening|night|date)"
SAME = re.compile(rf" (?:(?:the|that|this|very)(?: very)? same {PART}|that (?:very )?{PART}|(?:later|earlier|also) on the {PART}) ")


def narrated(item: Item, candidate: Candidate) -> ResolvedDate | None:
    """The day of the text before the candidate, where the candidate's clause refers back to it; None where it does not."""
    if candidate.date is not None or not SAME.search(clause_line(candidate)):
        return None
    return last_day(item, candidate)


def clause_line(candidate: Candidate) -> str:
    """The words from the start of the candidate's sentence to the end of its clause."""
    return " " + " ".join(unit.text for unit in candidate.view.units[: candidate.clause.last + 4]) + " "


def last_day(item: Item, candidate: Candidate) -> ResolvedDate | None:
    """The day named last in the sentences before, `BACK` of them at most; None where that is a span."""
    before = item.views[max(0, candidate.number - BACK) : candidate.number]
    named = next((mention for view in reversed(before) for mention in mentions(view)), None)
    found = day_of(item, named) if named else None
    return replace(found, basis="inferred", as_written="") if found else None


def mentions(view: View) -> list[DateMention]:
    """The dates of a sentence, the last one first."""
    return sorted(view.sentence.dates, key=lambda mention: -mention.start)


def day_of(item: Item, mention: DateMention) -> ResolvedDate | None:
    """The date as one day; None for months, years and spans."""
    found = resolve(mention, item.anchor, item.text)
    return found if found.precision == "day" and found.start_date and found.start_date == found.end_date else None
