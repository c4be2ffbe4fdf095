"""How much speaks for an item beginning at a place. Each function looks at one thing and returns a small weight.

What belongs here: the weights. What does not: going through the page (`items`). An item begins where the weights add up to
ENOUGH; a page that is not proven to hold several stories needs a heading of its own or a dateline for that.
"""
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from pipelines.ingest.lines import is_capitals
from pipelines.ingest.page_dates import day_of
from pipelines.model.mention import DateMention
from pipelines.recognize.dates import find_dates, resolve
from pipelines.segment import cues
from pipelines.segment.blocks import Block
from pipelines.segment.candidate import Candidate
from pipelines.segment.cohesion import Cohesion, stems_of

ENOUGH = 4
ENOUGH_IF_SINGLE = 7
LEAD_CHARS = 250
WINDOW = 6  # paragraphs of the item so far that a new paragraph is compared with, counted from its end
FEW_SHARED, MANY_SHARED = 1, 4  # rare words
SMALL_SHARE, LARGE_SHARE = 0.08, 0.2  # of the rare words of a paragraph
WIDE_GAP = 2  # empty lines
HISTORY_DAYS = 3 * 366
TRIP_DAYS = 4
REPEATED_SHARE = 0.7  # of a heading's words
ECHO = 2  # words that a headline and its first paragraph share
Day = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Reading:
    """A page as it is weighed: its blocks, their words, and what is known of the whole."""

    text: str
    blocks: list[Block]
    cohesion: Cohesion
    title: str | None
    is_bulletin: bool = False
    is_single: bool = False  # by its layout: title, ISO date, body; or a transcript
    newest: date | None = None  # the last of the complete days with which paragraphs start
    proven: frozenset[str] = field(default_factory=frozenset)  # why the page is taken to hold several items: see `items`

    def content(self, index: int) -> str:
        return self.blocks[index].of(self.text)


def weight(place: Candidate, so_far: range, page: Reading) -> int:
    """The sum of all evidence; `so_far` are the blocks of the item that would end here."""
    return sum(look(place, so_far, page) for look in EVIDENCE)


def dated(place: Candidate, so_far: range, page: Reading) -> int:
    """A date line or label of its own; without a heading it has to be complete, on a page of such lines, to count fully."""
    if place.date is None:
        return 0
    return 3 if place.heading is None and own_day(place, page) is not None and "headed" in page.proven else 2


def labelled(place: Candidate, so_far: range, page: Reading) -> int:
    """The same byline or label as above another story of the page ("Office of the Spokesperson")."""
    mine = {page.content(index) for index in place.labels}
    others = {block.of(page.text) for index, block in enumerate(page.blocks) if block.kind == "furniture" and index not in place.labels}
    return 1 if mine & others else 0


def headed(place: Candidate, so_far: range, page: Reading) -> int:
    """A heading that reads like the headline of a story or the title of a release, echoed by the paragraph below it."""
    if place.heading is None:
        return 0
    heading = page.content(place.heading)
    if cues.is_numbered(heading):
        return -2
    return cues.is_headline(heading) + cues.is_release_title(heading) + _echoes(heading, page.content(place.lead))


def alike(place: Candidate, so_far: range, page: Reading) -> int:
    """A heading in capitals like the title of the page, above a paragraph that is not; or the title of a release, both."""
    if place.heading is None or page.title is None:
        return 0
    heading, lead = page.content(place.heading), page.content(place.lead)
    if cues.is_release_title(page.title) and cues.is_release_title(heading):
        return 1
    return 2 if is_capitals(page.title) and is_capitals(heading) and not is_capitals(lead) and "\n" not in heading else 0


def repeated(place: Candidate, so_far: range, page: Reading) -> int:
    """The heading of the item so far once more, as pages do that give a title in the list and above the text."""
    if place.heading is None:
        return 0
    new = stems_of(page.content(place.heading))
    old = frozenset().union(*(page.cohesion.stems[index] for index in so_far if page.blocks[index].kind == "heading"))
    return -5 if len(new & old) >= REPEATED_SHARE * len(new) and new else 0


def dateline(place: Candidate, so_far: range, page: Reading) -> int:
    """An agency's dateline at the start of a paragraph: "SOFIA, Nov. 20 (Xinhua) --"."""
    if not has_dateline(page, place.lead):
        return 0
    return 4 if "datelined" in page.proven else 3


def has_dateline(page: Reading, index: int) -> bool:
    found = page.blocks[index].date
    return found is not None and found.kind == "dateline"


def starts_with_day(place: Candidate, so_far: range, page: Reading) -> int:
    """"On 5 May 2014 …": the first words say when; or, in a bulletin, another day than the item so far."""
    mention = lead_mention(page, place.lead)
    if mention is None or not page.proven & {"dated", "bulletin"}:
        return 0
    if page.is_bulletin and _day_words(mention) not in _days_so_far(page, so_far):
        return 4
    if not is_at_start(page, place.lead, mention) or _is_history(page, place.lead):
        return 0
    return 3 if day_of(mention, page.text) is not None else 2


def opens(place: Candidate, so_far: range, page: Reading) -> int:
    """Tells how an occasion began while the item so far has none that could be meant, is about other things, or stands apart."""
    content = page.content(place.lead)
    if not cues.opens(content) or not page.proven:
        return 0
    alone = not any(cues.names_occasion(page.content(index)) for index in so_far)
    return 2 if alone or page.cohesion.shared(place.lead, so_far) == 0 or gap(place, so_far, page) else 0


def goes_on(place: Candidate, so_far: range, page: Reading) -> int:
    """A start that needs something before it, unless it opens an occasion whose header is lost."""
    content = page.content(place.lead)
    if place.heading is not None:
        return 0 if place.date is not None else -2 if cues.goes_on(content) else 0
    return -5 if (cues.goes_on(content) and not cues.opens(content)) or cues.is_numbered(content) else 0


def other_topic(place: Candidate, so_far: range, page: Reading) -> int:
    """Few or many rare words in common with the item so far. Many say nothing against a heading with a date of its own, and
    less against a dated paragraph where the item so far has its own day."""
    window = range(max(so_far.start, so_far.stop - WINDOW), so_far.stop)
    shared, share = page.cohesion.shared(place.lead, window), page.cohesion.share(place.lead, window)
    if shared <= FEW_SHARED or share < SMALL_SHARE:
        return 1
    if shared < MANY_SHARED or share < LARGE_SHARE or (place.heading is not None and place.date is not None) or _both_dated(place, so_far, page):
        return 0
    return -1 if page.is_bulletin or headed(place, so_far, page) > ECHO else -2


def _both_dated(place: Candidate, so_far: range, page: Reading) -> bool:
    """Complete days at the start of this paragraph and of the item so far; what goes on in a journey's next days is no new item."""
    here, there = lead_day(page, place.lead), lead_span(page, so_far)
    return here is not None and there is not None and not 0 <= (here - there[0]).days <= TRIP_DAYS


def gap(place: Candidate, so_far: range, page: Reading) -> int:
    """More empty lines above than paragraphs of the page have."""
    blanks = page.blocks[place.above].blanks if place.above < len(page.blocks) else 0
    usual = sorted(block.blanks for block in page.blocks)[len(page.blocks) // 2]
    return 1 if blanks >= max(WIDE_GAP, usual + 1) else 0


def introduces(place: Candidate, so_far: range, page: Reading) -> int:
    """In a bulletin: names an office and mostly words not used in the item so far."""
    lead = page.content(place.lead)[:LEAD_CHARS]
    if not page.is_bulletin or not cues.names_office(lead):
        return 0
    old = frozenset().union(*(page.cohesion.stems[index] for index in so_far))
    new = stems_of(lead)
    return 1 if len(new - old) * 2 >= len(new) else 0


def proven(place: Candidate, so_far: range, page: Reading) -> int:
    """The page is known to hold several items."""
    return 1 if page.proven else 0


EVIDENCE: tuple[Callable[[Candidate, range, Reading], int], ...] = (
    dated, labelled, headed, alike, repeated, dateline, starts_with_day, opens, goes_on, other_topic, gap, introduces, proven,
)


# ---------------------------------------------------------------- dates and words that several of them need


def own_day(place: Candidate, page: Reading) -> date | None:
    """The day of the date line that belongs to a place."""
    found = page.blocks[place.date].date if place.date is not None else None
    return found.day if found is not None else None


def lead_mention(page: Reading, index: int) -> DateMention | None:
    """The first date with day and month in the first sentence of a block."""
    block = page.blocks[index]
    for mention in find_dates(page.text, block.start, min(block.end, block.start + LEAD_CHARS)):
        first = getattr(mention.expression, "first", None)
        if getattr(first, "month", None) is not None and getattr(first, "day", None) is not None:
            return mention
    return None


def is_at_start(page: Reading, index: int, mention: DateMention) -> bool:
    """Nothing but "On", "On Monday (" and the like stands before it."""
    return cues.leads_to_date(page.text[page.blocks[index].start : mention.start])


def lead_day(page: Reading, index: int) -> date | None:
    """The day at the start of a block, where it is complete with its year."""
    mention = lead_mention(page, index)
    return day_of(mention, page.text) if mention is not None and is_at_start(page, index, mention) else None


def start_day(page: Reading, index: int) -> Day | None:
    """Year, month and day with which a block starts; the year is 0 where it is not given."""
    mention = lead_mention(page, index)
    if mention is None or not is_at_start(page, index, mention):
        return None
    first = getattr(mention.expression, "first", None)
    year, month, day = (getattr(first, name, None) for name in ("year", "month", "day"))
    return int(year or 0), int(month or 0), int(day or 0)


def lead_span(page: Reading, item: range) -> tuple[date, date] | None:
    """First and last day of the first complete date with which a paragraph of `item` starts."""
    for index in item:
        mention = lead_mention(page, index) if page.blocks[index].kind == "prose" else None
        if mention is not None and is_at_start(page, index, mention):
            resolved = resolve(mention, None, page.text)
            if resolved.precision == "day" and resolved.start_date and resolved.end_date:
                return resolved.start_date, resolved.end_date
    return None


def _is_history(page: Reading, index: int) -> bool:
    """The day at the start of a block lies years before the newest with which a block of the page starts."""
    day = lead_day(page, index)
    return day is not None and page.newest is not None and (page.newest - day).days > HISTORY_DAYS


def _day_words(mention: DateMention) -> tuple[object, object]:
    first = getattr(mention.expression, "first", None)
    return getattr(first, "month", None), getattr(first, "day", None)


def _days_so_far(page: Reading, so_far: range) -> set[tuple[object, object]]:
    mentions = (lead_mention(page, index) for index in so_far)
    return {_day_words(mention) for mention in mentions if mention is not None}


def _echoes(heading: str, lead: str) -> bool:
    return len(stems_of(heading) & stems_of(lead[: 2 * LEAD_CHARS])) >= ECHO
