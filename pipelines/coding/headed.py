"""The day that a line above gives in an agenda or a diary: "Wednesday 14 May", "Friday 19 — Rome", "Monday:".

What belongs here: which line of an item holds for those below it. What does not: date lines that date a whole item (`anchors`).
"""
import re
from collections.abc import Iterator
from dataclasses import replace

from pipelines.coding.item import Draft, Item
from pipelines.coding.reckoning import meant
from pipelines.model.mention import DateMention, ResolvedDate, Sentence
from pipelines.recognize.dates import is_complete

REACH = 12  # sentences for which the day of a line above holds
AGENDA = 2  # such lines make an agenda
SET_OFF = re.compile(r"\)?(?:,? \d{4})?(?:[ \t]*+(?:$|\n)|\s*+[–—|:]|\s-\s|\.\s)")
NTH_LINE = re.compile(
    r"(?:Day (?P<n>one|two|three|four|five|[1-9])|(?:The )?(?P<nth>first|second|third|fourth|last|final) day)[ \t]*+(?:[.:–—]|-\s|$|\n)",
    re.IGNORECASE,
)
COUNTED = ("one first", "two second", "three third", "four fourth", "five")
NUMBERS = {word: n for n, words in enumerate(COUNTED, 1) for word in words.split()}

Headings = list[tuple[int, DateMention]]


def headings(item: Item) -> Headings:
    """The sentences that open with a date and do not go on with it, and those dates; none if the item has less than two."""
    found = [(n, mention) for n, view in enumerate(item.views) for mention in opening(item.text, view.sentence)]
    return found if len({item.text[m.start : m.end].lower() for _, m in found}) >= AGENDA else []


def opening(text: str, sentence: Sentence) -> Iterator[DateMention]:
    """The date with which a sentence opens, if it is set off from what follows; one with its year dates the page or a document."""
    first = min(sentence.dates, key=lambda m: m.start, default=None)
    if first is None or is_complete(first) or any(map(str.isalnum, text[sentence.start : first.start])):
        return
    if SET_OFF.match(text, first.end):
        yield first


def headed_day(item: Item, draft: Draft, lines: Headings) -> ResolvedDate | None:
    """The day of the nearest such line at or above the telling of the draft."""
    number = draft.lead.number
    mention = next((m for n, m in reversed(lines) if number - REACH <= n <= number), None)
    if mention is None:
        return None
    found = meant(item, mention, "future" if draft.status in ("planned", "cancelled") else "past")
    return replace(found, basis="inferred", as_written="") if found.precision == "day" else None


def headed_nth(item: Item, draft: Draft) -> int | None:
    """The number of the day that a line at or above the telling of the draft counts: 2 below "Day two.", -1 below "Last day"."""
    number = draft.lead.number
    lines = (view.sentence for view in reversed(item.views[max(0, number - REACH) : number + 1]))
    found = next((m for line in lines if (m := NTH_LINE.match(item.text, line.start, line.end))), None)
    return numbered(found) if found is not None else None


def numbered(found: "re.Match[str]") -> int:
    word = (found["n"] or found["nth"]).lower()
    return int(word) if word.isdigit() else NUMBERS.get(word, -1)
