"""Puts the cuts together: boilerplate at the top, between items and at the end; items; background.

What belongs here: the order of the steps and the segments they make. What does not: any of the judgements.
"""
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from pipelines import ids
from pipelines.ingest.lines import Line, is_speech
from pipelines.ingest.page import Top, find_top
from pipelines.ingest.page_dates import PageDate, completed, weekday_near
from pipelines.ingest.page_edges import edge_year
from pipelines.ingest.wrapping import page_lines
from pipelines.model.document import Document, Segment
from pipelines.recognize.dates import date_order
from pipelines.segment.background import background_section, is_essay
from pipelines.segment.blocks import blocks_of
from pipelines.segment.candidate import Candidate
from pipelines.segment.items import find_items
from pipelines.segment.marks import without_chrome
from pipelines.segment.order import bounds
from pipelines.segment.reading import Reading, Span
from pipelines.segment.tail import tail_start
from pipelines.segment.unbroken import with_breaks

MIN_SPEECHES, MIN_SPEECH_SHARE = 3, 0.1  # turns of speakers, and their share of the lines, that make a transcript


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a segment begins, and what is known of it. `span`: first and last day of an item that says when it was."""

    start: int
    kind: str
    heading: str | None = None
    dateline_place: str | None = None
    published_on: date | None = None
    span: Span | None = None
    not_before: date | None = None
    not_after: date | None = None


class Told(NamedTuple):
    """The day of a page, and one near it by which days without year are completed."""

    day: date | None
    near: date | None


def segment(document: Document) -> tuple[Segment, ...]:
    """The segments of a document, in order; white space between two of them belongs to the first. No text: no segment."""
    with date_order(document.date_order):
        return _segmented(document) if document.text else ()


def _segmented(document: Document) -> tuple[Segment, ...]:
    page, top, end = page_of(document)
    places = find_items(page)
    stories = list(_story_cuts(places, page, document)) or [Cut(top.story, "item", published_on=document.published_on)]
    stories[0] = replace(stories[0], start=_first_start(places, page, top))
    return tuple(_segments(document, [Cut(0, "boilerplate"), *_with_bounds(stories), Cut(end, "boilerplate")]))


def page_of(document: Document) -> tuple[Reading, Top, int]:
    """The page as it is weighed, its top, and where the boilerplate at its end begins."""
    top = find_top(document.text)
    lines = with_breaks(page_lines(document.text, top.story), document.text)
    end = tail_start(lines, document.text)
    return _reading(document.text, top, lines, end), top, end


def _reading(text: str, top: Top, below: list[Line], end: int) -> Reading:
    lines = [*(item.line for item in top.lines if item.line.start < top.story), *below]
    blocks = without_chrome(blocks_of([line for line in below if line.start < end], text), lines, text)
    if top.title and blocks and (blocks[0].start, blocks[0].end) == (top.title.start, top.title.end):
        blocks[0] = replace(blocks[0], kind="heading")  # whatever its shape
    title = top.title.of(text) if top.title else None
    speeches = sum(is_speech(line.of(text)) for line in below)
    single = top.is_export or speeches >= max(MIN_SPEECHES, MIN_SPEECH_SHARE * len(below))
    return Reading(
        text, blocks, title, is_bulletin=top.is_bulletin, is_single=single, has_banner=top.has_banner, is_column=top.is_column,
        is_dated_above=_date_above(top, text) is not None, lines=lines,
    )


def _story_cuts(places: list[Candidate], page: Reading, document: Document) -> Iterator[Cut]:
    """Items with their background sections and the boilerplate between them."""
    told = Told(document.published_on, document.published_on or edge_year(document.text))
    for index, place in enumerate(places):
        after = places[index + 1] if index + 1 < len(places) else None
        item = range(place.start, after.above if after else len(page.blocks))
        several = len(places) > 1
        yield _item(place, item, page, told, _page_day(places, index, page, document), several)
        section = background_section(item, page)
        if section is not None:
            yield Cut(page.blocks[section].start, "background")
        if after is not None:
            yield from _boilerplate(range(after.above, after.start), page)


def _first_start(places: list[Candidate], page: Reading, top: Top) -> int:
    """The first item begins at the date line above its heading if other items of the page do, otherwise below it."""
    if places and places[0].start:
        return page.blocks[places[0].start].start
    above = _date_above(top, page.text)
    return above.start if above and any(place.date == place.start for place in places[1:]) else top.story


def _date_above(top: Top, text: str) -> Line | None:
    """The date line right above the first story."""
    above = [item.line for item in top.lines if item.kind == "date" and item.line.start < top.story]
    return above[-1] if above and not text[above[-1].end : top.story].strip() else None


def _item(place: Candidate, item: range, page: Reading, told: Told, page_day: date | None, several: bool) -> Cut:
    start = page.blocks[place.start].start
    heading = page.content(place.heading) if place.heading is not None else None
    if several and is_essay(item, page):
        return Cut(start, "background")
    own = _own_date(place, item, page)
    dateline = page.blocks[place.lead].date
    own_day = completed(own, told.near, page.text) or weekday_near(own, told.day, page.text)
    day = own_day or completed(dateline, told.near, page.text) or page_day
    span = (own_day, own_day) if own_day else page.start_span(item)
    return Cut(start, "item", heading, dateline.place if dateline else None, day, span)


def _own_date(place: Candidate, item: range, page: Reading) -> PageDate | None:
    """The date line above an item or below its heading; where date lines end the items, the one that does."""
    if "closed" in page.proven:
        return page.blocks[item.stop].date if item.stop < len(page.blocks) and page.blocks[item.stop].kind == "date" else None
    return page.blocks[place.date].date if place.date is not None else None


def _page_day(places: list[Candidate], index: int, page: Reading, document: Document) -> date | None:
    """The page's day holds for all its items, unless it stands below the heading of the first or in its dateline and others have one."""
    first = page.blocks[places[0].lead].date
    own = places[0].date is not None or (first is not None and first.day == document.published_on)
    own = own and any(place.date is not None or page.blocks[place.lead].date is not None for place in places[1:])
    return document.published_on if index == 0 or not own else None


def _boilerplate(between: range, page: Reading) -> Iterator[Cut]:
    """Furniture between two items, from its first line on."""
    loose = next((index for index in between if page.blocks[index].kind == "furniture"), None)
    if loose is not None:
        yield Cut(page.blocks[loose].start, "boilerplate")


def _with_bounds(cuts: list[Cut]) -> list[Cut]:
    items = [cut for cut in cuts if cut.kind == "item"]
    found = dict(zip((cut.start for cut in items), bounds([cut.span for cut in items]), strict=True))
    return [replace(cut, not_before=found[cut.start][0], not_after=found[cut.start][1]) if cut.start in found else cut for cut in cuts]


def _segments(document: Document, cuts: list[Cut]) -> Iterator[Segment]:
    if not document.text[: cuts[1].start].strip():
        cuts = [replace(cuts[1], start=0), *cuts[2:]]  # nothing but white space above the first story
    ends = [cut.start for cut in cuts[1:]] + [document.n_chars]
    tiles = [(cut, end) for cut, end in zip(cuts, ends, strict=True) if cut.start < end]
    for position, (cut, end) in enumerate(tiles):
        yield Segment(
            segment_id=ids.segment_id(document.document_id, cut.start, cut.kind), document_id=document.document_id, position=position,
            kind=cut.kind, char_start=cut.start, char_end=end, heading=cut.heading, dateline_place=cut.dateline_place,
            published_on=cut.published_on, not_before=cut.not_before, not_after=cut.not_after,
        )
