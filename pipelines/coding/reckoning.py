"""What a date means where it stands: "on the 24th" counts from the month told before it, "on Monday" from the day told before it where
the text itself has none.

What belongs here: the day from which one mention counts. What does not: the day from which those of an item count (`anchors`).
"""
import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta

from pipelines.coding.item import Item
from pipelines.model.mention import DateMention, ResolvedDate, Sentence
from pipelines.recognize.dates import Calendar, Prefer, Weekday, resolve

IN_SENTENCE = re.compile(r"(?:^|\s)(?:[a-z]|(?:On|By|Since|From|After|Until|Between)\b)")
BACK = 8  # sentences in which a day finds its month
LATELY = timedelta(days=75)  # a month further from the text is that of something recalled
TURN = 20  # a day so many days smaller than the one told before is of the next month


def meant(item: Item, mention: DateMention, prefer: Prefer = None) -> ResolvedDate:
    """The mention resolved, `prefer`: told as past or as future; unknown where nothing says from which day it counts."""
    if day_alone(mention):
        found = in_month_told(item, mention, prefer)
        if found is not None:
            return found
    said = mention.expression
    if item.segment.published_on is None and isinstance(said, Weekday) and said.shift is None and said.week_shift is None:
        told = next(days_before(item, mention), None)
        if item.roughly or told is not None:
            return resolve(mention, told, item.text, prefer="future")
    counts = not item.roughly or (isinstance(mention.expression, Calendar) and not day_alone(mention))
    return resolve(mention, item.anchor if counts else None, item.text, prefer=prefer)


def day_alone(mention: DateMention) -> bool:
    """Is it a day of the month without its month, and not of "this month"?"""
    said = mention.expression
    return isinstance(said, Calendar) and said.first.day is not None and said.first.month is None and said.first.shift is None


def in_month_told(item: Item, mention: DateMention, prefer: Prefer) -> ResolvedDate | None:
    """The day in the month told last before it, or the next month where it has turned; None where the verb forbids it."""
    told = next(days_before(item, mention), None)
    if told is None or (item.today is not None and abs(item.today - told) > LATELY):
        return None
    first = getattr(mention.expression, "first", None)
    turned = told.day - (first.day if first else 0) > TURN
    found = resolve(mention, told.replace(day=1) + timedelta(days=40) if turned else told, item.text)
    if item.today is None or found.start_date is None or found.end_date is None:
        return found if found.start_date is not None else None
    wrong = found.start_date > item.today >= told if prefer == "past" else found.end_date < item.today if prefer == "future" else False
    return None if wrong else found


def narrated(item: Item, sentence: Sentence, mention: DateMention) -> bool:
    """Does it stand in a sentence that goes on before it, unlike the day of a dateline?"""
    return IN_SENTENCE.search(item.text, sentence.start, mention.start) is not None


def days_before(item: Item, mention: DateMention) -> Iterator[date]:
    """The days with month that the sentences up to the mention name, the last one first."""
    at = bisect_right(item.sentences, mention.start, key=lambda s: s.start)
    for sentence in reversed(item.sentences[max(0, at - BACK) : at]):
        for each in sorted(sentence.dates, key=lambda m: -m.start):
            said = each.expression
            if not isinstance(said, Calendar) or None in (said.first.month, said.first.day):
                continue
            if each.start < mention.start and narrated(item, sentence, each):
                found = resolve(each, item.anchor, item.text)
                if found.precision == "day" and found.start_date is not None:
                    yield found.start_date
