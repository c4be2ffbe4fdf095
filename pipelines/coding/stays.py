"""How long it lasted: "The General will be in the country until Friday", "leaves on Sunday", "The show runs until 15 December".

What belongs here: sentences that only lengthen an occasion told before. What does not: spans beside the core (`when.lasting`).
"""
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipelines.coding.item import Draft, Item
from pipelines.coding.view import View
from pipelines.coding.when import published, span
from pipelines.model.mention import DateMention, ResolvedDate
from pipelines.recognize.dates import Calendar, resolve

REACH = 8  # sentences after the telling of an occasion in which its end may be told
LONGEST = timedelta(days=31)
GAP = r"(?:[^ ]++ ){0,6}?"
LASTS = r"(?:be|is|are|was|stay(?:s|ed|ing)?|remain(?:s|ed)?|last(?:s|ed)?|runs?|ran|continues?|go(?:es)? on|open)"
UNTIL = re.compile(rf" {LASTS} {GAP}(?:until|till|through|up to) (?:the )?(?P<day>D\d++) ")
GOES = r"(?:leaves?|departs?|flies|fly|returns?|goes home|(?:goes|travels|flies) on|proceeds|conclude|concludes|ends?|wraps up|winds up)"
WENT = r"(?P<went>left|departed|flew(?! in )|returned|went home|concluded|closed|ended|wound up|wrapped up)"
LEAVES = re.compile(rf" (?:{WENT}|{GOES}) {GAP}(?P<day>D\d++) ")
CLOSES = re.compile(r" (?:ended|concluded|wound up|wrapped up|closed|concludes|ends|wraps up|winds up) (?:[^ ]++ ){0,3}?D\d++ ")
SINCE = re.compile(rf" since {GAP}(?P<day>D\d++) ")
LASTING = frozenset("visit exercise exhibition conference session cultural_event".split())


def lengthen(item: Item, drafts: list[Draft]) -> None:
    """Move the last day of visits, exercises and exhibitions to the one that a sentence at or after their telling names."""
    if not any(draft.event_type in LASTING for draft in drafts):
        return
    for draft in drafts:
        begun(item, draft)
    for number, view in enumerate(item.views):
        end = ending(view)
        told = [d for d in drafts if fits(d, number, bool(UNTIL.search(view.line) or CLOSES.search(view.line)))] if end else []
        if told and end:
            extend(item, max(told, key=lambda d: last_told(d, number)), end)


@dataclass(frozen=True, slots=True)
class Ending:
    """The date that a sentence names as an end; `over`: it says that the end has come."""

    day: DateMention
    over: bool


def ending(view: View) -> Ending | None:
    until = UNTIL.search(view.line)
    found = until or LEAVES.search(view.line)
    day = next((u.mention for u in view.units if found and u.text == found["day"]), None)
    return Ending(day, bool(found and not until and found["went"])) if day is not None else None


def last_told(draft: Draft, number: int) -> int:
    return max((s.number for s in draft.sources if s.number <= number), default=-1)


def fits(draft: Draft, number: int, until: bool) -> bool:
    """Was it told lately, and may the sentence speak of it? People leave after a visit only."""
    told = last_told(draft, number)
    news = draft.status in ("held", "planned") and not draft.background
    return news and told >= 0 and number - told <= REACH and draft.event_type in (LASTING if until else ("visit",))


def extend(item: Item, draft: Draft, end: Ending) -> None:
    """Let the draft last until the day of `end`, counted from the days it is known to have."""
    when: ResolvedDate | None = draft.when or (published(item) if draft.status == "held" else None)
    if when is None or when.precision != "day" or when.start_date is None or when.end_date is None:
        return
    last = last_day(item, end, when)
    if last is not None and when.end_date < last <= when.start_date + LONGEST:
        draft.told_when = draft.told_when or when
        draft.when = span(when, when.start_date, last)


def last_day(item: Item, end: Ending, when: ResolvedDate) -> date | None:
    """The day meant: the one past if the text says that they left, else the next."""
    if isinstance(end.day.expression, Calendar):
        return resolve(end.day, when.end_date, item.text, prefer="future").end_date
    past = resolve(end.day, item.today, item.text, prefer="past").end_date
    if past is not None and when.start_date is not None and (end.over or when.start_date <= past):
        return past
    return resolve(end.day, item.today, item.text, prefer="future").end_date


def begun(item: Item, draft: Draft) -> None:
    """ "has been in the capital since Tuesday": from that day to the day of the text."""
    view, today = draft.lead.view, item.today
    found = SINCE.search(view.line) if draft.event_type in LASTING and draft.status == "held" and draft.when is None else None
    mention = next((u.mention for u in view.units if found and u.text == found["day"]), None)
    first = resolve(mention, today, item.text, prefer="past") if mention and today else None
    if first and today and first.precision == "day" and first.start_date and timedelta(0) <= today - first.start_date <= LONGEST:
        draft.when = span(replace(first, basis="inferred"), first.start_date, today)
