"""How long it lasted: "The General will be in the country until Friday", "leaves on Sunday", "The show runs until 15 December".

What belongs here: sentences that only lengthen an occasion told before. What does not: spans beside the core (`when.lasting`).
"""
import re
from datetime import timedelta

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
GOES = r"(?:leaves?|left|depart(?:s|ed)?|flies|fly|flew|return(?:s|ed)?|goes home|concluded?|concludes|end(?:s|ed)?|wraps up|winds up)"
LEAVES = re.compile(rf" {GOES} {GAP}(?P<day>D\d++) ")
LASTING = frozenset("visit exercise exhibition conference session cultural_event".split())


def lengthen(item: Item, drafts: list[Draft]) -> None:
    """Move the last day of visits, exercises and exhibitions to the one that a sentence at or after their telling names."""
    if not any(draft.event_type in LASTING for draft in drafts):
        return
    for number, view in enumerate(item.views):
        end = ending(view)
        told = [d for d in drafts if fits(d, number, bool(UNTIL.search(view.line)))] if end else []
        if told and end:
            extend(item, max(told, key=lambda d: last_told(d, number)), end)


def ending(view: View) -> DateMention | None:
    """The date that the sentence names as an end."""
    found = UNTIL.search(view.line) or LEAVES.search(view.line)
    return next((u.mention for u in view.units if found and u.text == found["day"]), None)


def last_told(draft: Draft, number: int) -> int:
    return max((s.number for s in draft.sources if s.number <= number), default=-1)


def fits(draft: Draft, number: int, until: bool) -> bool:
    """Was it told lately, and may the sentence speak of it? People leave after a visit only."""
    told = last_told(draft, number)
    news = draft.status in ("held", "planned") and not draft.background
    return news and told >= 0 and number - told <= REACH and draft.event_type in (LASTING if until else ("visit",))


def extend(item: Item, draft: Draft, end: DateMention) -> None:
    """Let the draft last until the day of `end`, counted from the days it is known to have."""
    when: ResolvedDate | None = draft.when or (published(item) if draft.status == "held" else None)
    if when is None or when.precision != "day" or when.start_date is None or when.end_date is None:
        return
    calendar = isinstance(end.expression, Calendar)
    last = resolve(end, when.end_date if calendar else item.today, item.text, prefer="future")
    if last.precision == "day" and last.end_date and when.end_date < last.end_date <= when.start_date + LONGEST:
        draft.told_when = draft.told_when or when
        draft.when = span(when, when.start_date, last.end_date)
