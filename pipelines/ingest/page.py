"""The top of a page: where its story begins, what it is called, when it was published.

What belongs here: the first forty lines, read as a page and not as prose. What does not: several stories on one page
(the segment layer), which builds on `find_top`.
"""
import re
from dataclasses import dataclass, replace
from datetime import date

from pipelines.ingest.furniture import furniture_kind, is_bulletin_name
from pipelines.ingest.lines import Line, is_heading, is_prose
from pipelines.ingest.page_banners import is_banner, is_bar, is_column
from pipelines.ingest.page_dates import (
    PageDate,
    as_named,
    completed_day,
    day_below,
    day_beside,
    lead_offsets,
    page_date,
    prefix_date,
)
from pipelines.ingest.page_edges import edge_date, edge_day, edge_year
from pipelines.ingest.page_leads import lead_date, lead_day
from pipelines.ingest.page_titles import title_of
from pipelines.ingest.told_years import told_year
from pipelines.ingest.wrapping import page_lines

TOP_LINES = 40
MIN_LISTED = 3  # so many headings in a row are a table of contents
ISO_LINE = re.compile(r"\d{4}-\d\d-\d\d")
SLOGAN_LINES = 4
QUOTE = re.compile(r"[\"“”„«'‘]")
NEAR_DAYS = (-21, 75)  # what a release speaks of lies mostly between three weeks before and ten weeks after it
HISTORY_DAYS = 3_650


@dataclass(frozen=True, slots=True)
class TopLine:
    """`kind`: date, heading, prose, furniture, contents (a headline that comes back below), bulletin (the name of a page that holds many
    stories), banner (of any page), scrap."""

    line: Line
    kind: str
    date: PageDate | None = None


@dataclass(frozen=True, slots=True)
class Top:
    """`story`: offset at which the first story begins. `lines`: what was read down to the first prose, and that."""

    story: int
    title: Line | None
    lines: tuple[TopLine, ...]
    prefix: PageDate | None
    is_bulletin: bool
    has_banner: bool  # the name of a site, section or column stands above the story
    is_column: bool  # such a name promises several stories
    is_export: bool  # title, ISO date, body: one release as an archive hands it out


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says of itself. `precision`: day or none."""

    title: str | None
    published_on: date | None
    precision: str


def read_page(text: str) -> Page:
    top = find_top(text)
    day = published_on(top, text)
    return Page(" ".join(top.title.of(text).split()) if top.title else None, day, "day" if day else "none")


# ---------------------------------------------------------------- where the story begins


def find_top(text: str) -> Top:
    """Reads the first lines of a page. Total: any text has a top, at worst an empty one."""
    prefix = prefix_date(text)
    lines = page_lines(text, prefix.end if prefix else 0, TOP_LINES)
    plain = len(lines) > 1 and ISO_LINE.fullmatch(lines[1].of(text)) is not None  # title, date, body: nothing above the title
    read = [TopLine(lines[0], "heading"), *_until_prose(lines[1:], text)] if plain else _without_contents(_until_prose(lines, text), text)
    title = lines[0] if plain else _title(read, text)
    story = title or next((item.line for item in read if item.kind == "prose"), None) or (lines[0] if lines else None)
    start = story.start if story else len(text)
    above = [item for item in read if item.line.start < start]
    is_column_page = any(item.kind in ("bulletin", "contents") or is_column(item.line.of(text)) for item in above)
    return Top(
        start, title, tuple(read), prefix, any(item.kind == "bulletin" for item in read),
        has_banner=is_column_page or any(item.kind == "banner" or _is_section(item.line.of(text)) for item in above),
        is_column=is_column_page, is_export=plain,
    )


def _is_section(line: str) -> bool:
    return furniture_kind(line) == "section"


def _until_prose(lines: list[Line], text: str) -> list[TopLine]:
    read: list[TopLine] = []
    slogans = _slogan(lines, text)
    for line in lines:
        found = page_date(text, line.start, line.end)
        read.append(TopLine(line, "furniture" if line in slogans else _kind(line.of(text), found), found))
        if read[-1].kind == "prose":
            break
    return read


def _without_contents(read: list[TopLine], text: str) -> list[TopLine]:
    """The same lines, headings that come back further down as lines of their own as contents."""
    listed = {one.line for one in read if one.kind == "heading" and f"\n{one.line.of(text)}\n" in text[one.line.end + 1 :]}
    if len(listed) < MIN_LISTED:
        return read
    return [replace(one, kind="contents") if one.line in listed else one for one in read]


def _kind(line: str, found: PageDate | None) -> str:
    if found is not None and found.kind in ("line", "label"):
        return "date"
    if is_bulletin_name(line):
        return "bulletin"
    if furniture_kind(line) is not None or is_bar(line):
        return "furniture"
    if is_banner(line):
        return "banner"
    if is_heading(line):
        return "heading"
    return "prose" if is_prose(line) else "scrap"


def _slogan(lines: list[Line], text: str) -> set[Line]:
    """A quotation that stands alone above the story, with the name of who said it: a banner of the site."""
    for index, line in enumerate(lines[:SLOGAN_LINES]):
        if not QUOTE.match(line.of(text)):
            continue
        for last in range(index, min(index + SLOGAN_LINES, len(lines) - 1)):
            name = lines[last + 1].of(text)
            if QUOTE.match(lines[last].of(text)[-1]) and len(name.split()) <= 4 and name.istitle():
                return set(lines[index : last + 2])
    return set()


def _title(read: list[TopLine], text: str) -> Line | None:
    """The first heading that is not the name of a site, page or section."""
    headings = [item.line for item in read if item.kind == "heading"]
    if not headings:
        return None
    if any(item.kind == "bulletin" for item in read):
        return _after_contents(read, text)
    return title_of(headings, text)


def _after_contents(read: list[TopLine], text: str) -> Line | None:
    """Below the name of a bulletin stand the headlines of its stories; the heading of the first story follows the last such
    name, or is the last of a long run."""
    last = max(index for index, item in enumerate(read) if item.kind == "bulletin")
    for part in (read[last:], read):
        run = [item.line for item in part if item.kind == "heading"]
        if run:
            return run[-1] if len(run) > MIN_LISTED else run[0]
    return None


# ---------------------------------------------------------------- when it was published


def published_on(top: Top, text: str) -> date | None:
    """The day on which the page says it was published; what stands nearest below the title counts most, the prefix least."""
    below = [item.date.day for item in top.lines if item.date and item.line.start > top.story and item.kind == "date"]
    above = [item.date.day for item in reversed(top.lines) if item.date and item.line.start < top.story and item.kind == "date"]
    lead = [item.date.day for item in top.lines if item.date and item.date.kind == "dateline"]
    beside = (day_beside(text, item.line.start, item.line.end) for item in top.lines if item.kind != "prose")
    for day in (*below, *above, *lead, *beside):
        if day is not None:
            return as_named(day, text, top.story)
    if top.prefix and is_consistent(top, text):
        return top.prefix.day
    return day_below(text, top.story) or edge_day(text) or lead_day(text) or _of_edge_year(top, text)


def _of_edge_year(top: Top, text: str) -> date | None:
    """The day of a dateline or date line without year, in the year that the edges of the page tell, or the names of what it tells."""
    undated = next((item.date.mention for item in top.lines if item.date and item.date.day is None and item.date.mention), None)
    undated = undated or edge_date(text) or lead_date(text)
    return completed_day(undated, edge_year(text) or told_year(text), text) if undated else None


def is_consistent(top: Top, text: str) -> bool:
    """Whether the prefix may be the day of publication: some day the lead names is near it, or the lead names none.

    Days long past (an anniversary) prove nothing. A day without year is taken in the year that brings it nearest.
    """
    if top.prefix is None or top.prefix.day is None:
        return False
    named = lead_offsets(text, top.story, top.prefix.day)
    recent = [offset for offset in named if offset > -HISTORY_DAYS]
    return not recent or any(NEAR_DAYS[0] <= offset <= NEAR_DAYS[1] for offset in recent)
