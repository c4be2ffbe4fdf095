"""Which of the lines above its first paragraph belong to an item, seen beside the other items of the page.

What belongs here: the names of a page or group that stand above an item and are no part of it. What does not: where items begin (`items`).
"""
from collections import Counter
from dataclasses import replace

from pipelines.segment.candidate import Candidate
from pipelines.segment.layouts import is_only_heading
from pipelines.segment.openings import sign_of
from pipelines.segment.reading import Reading

MIN_OTHERS = 2


def with_own_heads(items: list[Candidate], page: Reading) -> list[Candidate]:
    """The same items, those of a group without its day, the first without the name of the page."""
    if len(items) <= MIN_OTHERS:
        return items
    apart = _without_group_days(items) if _have_group_days(items) else items
    return [_without_page_name(apart, page), *apart[1:]]


def _have_group_days(items: list[Candidate]) -> bool:
    """Some headings stand below a day and some do not: the day is that of several items."""
    dated = sum(item.date is not None and item.heading is not None and item.date < item.heading for item in items[1:])
    undated = sum(item.date is None and item.heading is not None for item in items[1:])
    return dated > 0 and undated > 0 and dated + undated >= MIN_OTHERS


def _without_group_days(items: list[Candidate]) -> list[Candidate]:
    """Each item begins with its heading, and has the day last named above it."""
    found: list[Candidate] = []
    day: int | None = None
    for item in items:
        day = item.date if item.date is not None else day
        above = item.heading is not None and item.date is not None and item.date < item.heading
        found.append(replace(item, start=item.heading if above and item.heading is not None else item.start, date=day))
    return found


def _without_page_name(items: list[Candidate], page: Reading) -> Candidate:
    """The first item has as many headings above it as most of the others."""
    first = items[0]
    headings = _headings(first, page)
    usual = Counter(len(_headings(item, page)) for item in items[1:]).most_common(1)[0][0]
    if len(headings) <= usual or (not usual and not is_only_heading(page) and not _are_listed(items, page)):
        return first
    if not usual:
        return replace(first, start=first.lead, heading=None)
    heading = headings[-usual]
    return replace(first, start=heading, heading=heading)


def _are_listed(items: list[Candidate], page: Reading) -> bool:
    """Every one, the first too, has its number or bullet: what stands above is the name of the list."""
    return all(sign_of(page.content(item.lead))[0] for item in items)


def _headings(item: Candidate, page: Reading) -> list[int]:
    """The headings above its first paragraph, from the heading that was found to be its own."""
    return [index for index in range(item.above, item.lead) if page.blocks[index].kind == "heading"]
