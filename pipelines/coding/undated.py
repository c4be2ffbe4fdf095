"""The dates of occasions that the text tells without one: of the sentences before, of what they belong to, of the day of the text.

What belongs here: whose date they take. What does not: dates beside the core (`when.stated`), what "the next day" is (`narrated`).
"""
from dataclasses import replace
from datetime import date, timedelta

from pipelines.coding.headed import headed_day, headed_nth, headings
from pipelines.coding.item import Draft, Item
from pipelines.coding.narrated import arrived
from pipelines.coding.when import UNDATED, known_day, overlap, published, recalled, span
from pipelines.model.mention import ResolvedDate
from pipelines.recognize.dates import resolve

SOON = timedelta(days=200)


def inherited(when: ResolvedDate) -> ResolvedDate:
    return replace(when, basis="inferred", as_written="")


def leading_date(drafts: list[Draft]) -> ResolvedDate | None:
    """The day of the item: that of its first dated occasion that is news."""
    news = (d for d in drafts if d.status == "held" and not d.background and d.dated())
    return next((d.told_when or d.when for d in news), None)


def date_all(item: Item, drafts: list[Draft]) -> None:
    """Give every draft its dates and say which are only recalled."""
    for draft in drafts:
        draft.background = recalled(item, draft)
    lines = headings(item)
    for draft in drafts:
        if draft.when is None and draft.event_type != "visit":
            draft.when = headed_day(item, draft, lines) or numbered_day(item, draft, drafts)
    for draft in drafts:
        if draft.event_type == "visit" and draft.when is None:
            draft.when = span_of_children(draft, drafts) or headed_day(item, draft, lines)
    lead = leading_date(drafts)
    before: Draft | None = None
    for draft in drafts:
        if draft.when is None:
            found = following(draft, before) or on_the_way(item, draft) or scheduled(item, draft, drafts)
            draft.when = found or fallback(item, draft, lead)
        before = draft


def numbered_day(item: Item, draft: Draft, drafts: list[Draft]) -> ResolvedDate | None:
    """The day of the visit that a line above counts: "Day two."."""
    nth = headed_nth(item, draft)
    spans = (d.when for d in drafts if d.event_type == "visit" and d.when is not None and d.when.start_date != d.when.end_date)
    visit = next(spans, None) if nth is not None else None
    return inherited(day_within(visit, nth)) if visit is not None and nth is not None else None


def span_of_children(visit: Draft, drafts: list[Draft]) -> ResolvedDate | None:
    """A visit without a date of its own lasted at least as long as what the text dates during it."""
    inside = [
        d.when
        for d in drafts
        if d.parent is visit and d.status == visit.status and d.dated() and d.when is not None and d.when.precision == "day"
    ]
    if not inside:
        return None
    first, last = min(w.start_date for w in inside if w.start_date), max(w.end_date for w in inside if w.end_date)
    edtf = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return ResolvedDate(first, last, "day", "inferred", "", edtf)


def following(draft: Draft, before: Draft | None) -> ResolvedDate | None:
    """The day of the sentence before, where both belong to one visit of several days and that day is known."""
    if before is None or before.when is None or draft.parent is None or draft.parent is not before.parent or draft.status != "held":
        return None
    if " during the visit " in draft.lead.view.line:
        return None
    near = 0 <= draft.lead.number - before.lead.number <= 1 and day_of_visit(draft) is None
    return inherited(before.when) if near and before.when != draft.parent.when and before.dated() else None


def on_the_way(item: Item, draft: Draft) -> ResolvedDate | None:
    """The day at which the text has arrived, unless what the draft belongs to lasts and holds that day: then `fallback` knows better."""
    parent = draft.parent.when if draft.parent is not None else None
    day = arrived(item, draft) if day_of_visit(draft) is None else None
    return None if day and parent and parent.start_date != parent.end_date and overlap(day, parent) else day


def scheduled(item: Item, draft: Draft, drafts: list[Draft]) -> ResolvedDate | None:
    """The only date of the sentence that announces it, if it lies ahead and dates nothing else: "the visit, which will take place on …"."""
    dates = draft.lead.view.sentence.dates
    if draft.status not in ("planned", "cancelled") or draft.parent is not None or len(dates) != 1 or item.today is None:
        return None
    if any(d.lead.number == draft.lead.number and d.when is not None and d.when.as_written for d in drafts):
        return None
    found = resolve(dates[0], item.anchor, item.text, prefer="future")
    ahead = found.precision == "day" and found.start_date and timedelta(0) < found.start_date - item.today <= SOON
    return found if ahead else None


def fallback(item: Item, draft: Draft, lead: ResolvedDate | None) -> ResolvedDate:
    """The date of a draft that has none of its own."""
    parent = draft.parent
    if parent is not None and parent.dated() and parent.when is not None:
        if (nth := day_of_visit(draft)) is not None:
            return inherited(day_within(parent.when, nth))
        one_day = parent.when.start_date == parent.when.end_date
        if draft.status == "held" and not one_day and lead is not None and lead != parent.when and overlap(lead, parent.when):
            return inherited(lead)
        if draft.status != "planned" or one_day:
            return during(item, parent.when) if draft.status == "held" else inherited(parent.when)
        draft.not_before, draft.not_after = parent.when.start_date, parent.when.end_date
        return UNDATED
    if draft.status != "held":
        return UNDATED
    return inherited(lead) if lead and not (under_way(lead, known_day(item)) and draft.status == "held") else published(item)


def under_way(lead: ResolvedDate, today: date | None) -> bool:
    """Does it last, and is the day of the text one of its days?"""
    bounds = lead.start_date, lead.end_date
    return None not in (*bounds, today) and bounds[0] != bounds[1] and bounds[0] <= today <= bounds[1]  # type: ignore[operator]


def during(item: Item, visit: ResolvedDate) -> ResolvedDate:
    """What a release of a day of the visit tells as done, without a date, is of that day; else it is of the visit's days."""
    day = known_day(item)
    within = day is not None and visit.start_date is not None and visit.end_date is not None and visit.start_date <= day <= visit.end_date
    return published(item) if within else inherited(visit)


NTH = {"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "final": -1, "concluding": -1, "closing": -1, "penultimate": -2}
PARTS = ("day", "morning", "afternoon", "evening")
DAYS = {f" {nth} {part} ": n for nth, n in NTH.items() for part in PARTS} | {f" last {part} ": -1 for part in PARTS[:3]}


def day_of_visit(draft: Draft) -> int | None:
    """ "On the first day of the visit": 1; "on the concluding day": -1. The wording carries to the following sentences of the draft."""
    return next((DAYS[words] for s in draft.sources for words in DAYS if words in s.view.line), None)


def day_within(when: ResolvedDate, nth: int) -> ResolvedDate:
    """The nth day of a span, the last one for -1, the one before it for -2; the whole span where it is not so long."""
    if when.start_date is None or when.end_date is None:
        return when
    day = when.end_date + timedelta(days=nth + 1) if nth < 0 else when.start_date + timedelta(days=nth - 1)
    return span(when, day, day) if when.start_date <= day <= when.end_date else when
