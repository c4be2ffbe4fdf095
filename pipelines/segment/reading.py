"""A page as it is weighed: its blocks, their words and days, and what is known of the whole.

What belongs here: facts that several weights need, worked out once. What does not: the weights (`evidence`).
"""
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pipelines.ingest.headlines import has_news_word, is_headline, is_numbered
from pipelines.ingest.lines import Line
from pipelines.ingest.page_dates import day_of
from pipelines.model.mention import DateMention
from pipelines.recognize.dates import find_dates, resolve
from pipelines.segment import cues
from pipelines.segment.blocks import Block
from pipelines.segment.cohesion import Cohesion
from pipelines.segment.marks import marks_of
from pipelines.segment.names import Names, names_of

LEAD_CHARS = 250
AT_EDGE = 2  # characters before a date with which a heading begins
THEME_LEAST, THEME_SHARE = 3, 0.4  # paragraphs with one name
NO_NAMES = Names(frozenset(), frozenset())
LOOK_BACK = 40  # blocks of the item so far that are looked at, counted from its end: keeps the time linear

Day = tuple[int, int, int]  # year (0: not given), month, day
Span = tuple[date, date]


@dataclass
class Reading:
    """`is_single`: by its layout one release, or a transcript. `has_banner`, `is_column`, `is_dated_above`: what stands above the
    first story: the name of a site or column, of a page of several stories, a date line right above it. `proven`: why it is taken
    to hold several items, and `is_journey`, filled in by `items` before anything is weighed. `lines`: all of the page."""

    text: str
    blocks: list[Block]
    title: str | None = None
    is_bulletin: bool = False
    is_single: bool = False
    has_banner: bool = False
    is_column: bool = False
    is_dated_above: bool = False
    is_journey: bool = False
    proven: frozenset[str] = frozenset()
    lines: Sequence[Line] = ()

    def content(self, index: int) -> str:
        return self.blocks[index].of(self.text)

    @cached_property
    def cohesion(self) -> Cohesion:
        return Cohesion(block.of(self.text) for block in self.blocks)

    @property
    def has_headline(self) -> bool:
        """The title reads like that of a single story."""
        return self.title is not None and (is_headline(self.title) or has_news_word(self.title))

    @cached_property
    def is_numbered(self) -> bool:
        """The first story has a number, or a bullet."""
        lead = next((index for index, block in enumerate(self.blocks) if block.kind == "prose"), 0)
        return lead > 0 and self.blocks[lead - 1].kind == "heading" and is_numbered(self.content(lead - 1))

    @cached_property
    def names(self) -> list[Names]:
        return [names_of(block.of(self.text)) if block.kind == "prose" else NO_NAMES for block in self.blocks]

    @cached_property
    def themes(self) -> frozenset[str]:
        """Names in many of the paragraphs: what the page is about."""
        counts = Counter(name for names in self.names for name in names.all)
        prose = sum(block.kind == "prose" for block in self.blocks)
        return frozenset(name for name, count in counts.items() if count >= max(THEME_LEAST, THEME_SHARE * prose))

    @cached_property
    def labels(self) -> Counter[str]:
        """How often each line of furniture stands on the page."""
        return Counter(block.of(self.text) for block in self.blocks if block.kind == "furniture")

    @cached_property
    def marks(self) -> Counter[str]:
        """How often each line stands on the page, above the first story and below the last one, too."""
        return marks_of(self.lines, self.text)

    @cached_property
    def usual_gap(self) -> int:
        """Empty lines above a block, the median."""
        return sorted(block.blanks for block in self.blocks)[len(self.blocks) // 2]

    @cached_property
    def mentions(self) -> list[DateMention | None]:
        """For each block of prose the first date with month and day in its first sentence or so."""
        return [_first_day(self.text, block) if block.kind == "prose" else None for block in self.blocks]

    @cached_property
    def newest(self) -> date | None:
        """The last of the complete days with which blocks start."""
        return max((day for index in range(len(self.blocks)) if (day := self.start_date(index)) is not None), default=None)

    def day_words(self, index: int) -> Day | None:
        """Year, month and day of the first date of a block, as far as given."""
        mention = self.mentions[index]
        return _words(mention) if mention is not None else None

    def start_day(self, index: int) -> Day | None:
        """The same, if the block starts with it: nothing but "On", "On Monday (" and the like stands before."""
        mention = self.mentions[index]
        if mention is None or not cues.leads_to_date(self.text[self.blocks[index].start : mention.start]):
            return None
        return _words(mention)

    def start_date(self, index: int) -> date | None:
        """The day a block starts with, if year, month and day are given."""
        return day_of(self.mentions[index], self.text) if self.start_day(index) is not None else None

    def start_span(self, item: range) -> Span | None:
        """First and last day of the first complete date with which a block of `item` starts."""
        for index in recent(item):
            mention = self.mentions[index]
            if mention is not None and self.start_date(index) is not None:
                found = resolve(mention, None, self.text)
                return (found.start_date, found.end_date) if found.start_date and found.end_date else None
        return None

    def line_day(self, index: int) -> Day | None:
        """Year, month and day of a date line, as far as given."""
        found = self.blocks[index].date
        return _words(found.mention) if found is not None and found.mention is not None else None

    def heading_day(self, index: int) -> Day | None:
        """The day with which a heading begins or ends: "12 May 2014 - Minister to Lima", "Minister to Lima (12.05.2014)"."""
        mention = self._edge_date(index)
        return _words(mention) if mention is not None else None

    def heading_date(self, index: int) -> date | None:
        """The same, if year, month and day are given."""
        return day_of(self._edge_date(index), self.text)

    def _edge_date(self, index: int) -> DateMention | None:
        block = self.blocks[index]
        for mention in find_dates(self.text, block.start, block.end) if block.end - block.start <= LEAD_CHARS else ():
            at_end = not any(map(str.isalnum, self.text[mention.end : block.end]))
            if all(_words(mention)[1:]) and (mention.start - block.start <= AT_EDGE or at_end):
                return mention
        return None

    def has_dateline(self, index: int) -> bool:
        """Starts with an agency's dateline."""
        found = self.blocks[index].date
        return found is not None and found.kind == "dateline"


def recent(item: range, most: int = LOOK_BACK) -> range:
    """The last blocks of an item."""
    return range(max(item.start, item.stop - most), item.stop)


def days_between(one: Day, other: Day) -> int:
    """About how many days `other` is later than `one`; where a year is missing both are taken in the same one."""
    years = other[0] - one[0] if one[0] and other[0] else 0
    return 365 * years + 30 * (other[1] - one[1]) + other[2] - one[2]


def _first_day(text: str, block: Block) -> DateMention | None:
    for mention in find_dates(text, block.start, min(block.end, block.start + LEAD_CHARS)):
        if all(_words(mention)[1:]):
            return mention
    return None


def _words(mention: DateMention) -> Day:
    first = getattr(mention.expression, "first", None)
    year, month, day = (getattr(first, name, None) or 0 for name in ("year", "month", "day"))
    return int(year), int(month), int(day)
