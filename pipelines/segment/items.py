"""Goes through a page and cuts it into items.

What belongs here: whether a page is proven to hold several stories, and the walk from paragraph to paragraph. What does
not: what a single place is worth (`evidence`), and what was learnt, which has the last word (`likely`).

A page is proven to hold several stories
- by its name, "News in Brief" (bulletin),
- by paragraphs that start with different days, the first one among them (dated),
- by agency datelines at two paragraphs (datelined),
- by date lines, or headings with a date, a byline or the manner of headlines, above two paragraphs that bring something new (headed),
- by a layout (`layouts`): a list of briefs (listed), days (by_days), headings of one rank (peers), no titles (untitled).
"""
from dataclasses import replace
from itertools import pairwise

from pipelines.segment import evidence
from pipelines.segment.candidate import Candidate, candidates_of
from pipelines.segment.evidence import ENOUGH, ENOUGH_IF_SINGLE, weight
from pipelines.segment.features import Ruled
from pipelines.segment.heads import with_own_heads
from pipelines.segment.journeys import JOURNEY_DAYS, is_journey
from pipelines.segment.layouts import by_days, heads_page, in_runs, listed, listed_with, peers, run_in, untitled
from pipelines.segment.likely import likely
from pipelines.segment.parted import closed, framed, ruled, tagged
from pipelines.segment.reading import Reading, days_between

LAYOUTS = (listed, run_in, in_runs, by_days, peers, untitled, ruled, framed, closed, tagged)
MIN_DATED = 3
MIN_HEADED = 2
MIN_DATELINED = 2


def find_items(page: Reading) -> list[Candidate]:
    """The places where items begin, in order; the first paragraph always is one."""
    places = places_of(page)
    if not places:
        return []
    begun = likely(places, by_rules(places, page), page)
    return with_own_heads([_first(places, page), *(_from_bullet(places[number], page) for number in begun)], page)


def places_of(page: Reading) -> list[Candidate]:
    """Where items may begin; the page then knows what it is proven to be."""
    places = list(candidates_of(page.blocks, page.text))
    if places:
        page.is_journey = is_journey(places, page)
        page.proven = proofs(places, page)
    return places


def by_rules(places: list[Candidate], page: Reading) -> Ruled:
    """Where items begin after the first by the weights of `evidence`."""
    enough = ENOUGH_IF_SINGLE if page.is_single else ENOUGH
    start, begun, weights = _first(places, page).start, [], {}
    for number, place in enumerate(places):
        if number and _may_begin(place, page):
            weights[number] = weight(place, range(start, place.above), page)
            if weights[number] >= enough:
                begun.append(number)
                start = _from_bullet(place, page).start
    return Ruled(frozenset(begun), weights)


def _first(places: list[Candidate], page: Reading) -> Candidate:
    """The first item begins with the page, unless the title is that of the page alone."""
    first = places[0]
    if "listed" in page.proven or ("untitled" in page.proven and heads_page(places, page)):
        return replace(first, start=first.lead, heading=None)
    return replace(first, start=0)


def _from_bullet(place: Candidate, page: Reading) -> Candidate:
    """An item of a list begins with its bullet; what stands above is the heading of a group."""
    if "listed" in page.proven and listed_with(place, page) is not None:
        return replace(place, start=place.lead, heading=None)
    return place


def _may_begin(place: Candidate, page: Reading) -> bool:
    """Without proof that the page holds several stories only a heading or a dateline can begin one."""
    return bool(page.proven) or place.heading is not None or page.has_dateline(place.lead)


def proofs(places: list[Candidate], page: Reading) -> frozenset[str]:
    """Why the page is taken to hold several stories; empty: it is not."""
    found = {
        "bulletin": page.is_bulletin,
        "dated": _is_dated(places, page),
        "datelined": sum(page.has_dateline(place.lead) for place in places) >= MIN_DATELINED,
        "headed": _is_headed(places, page),
    }
    if not page.is_single:
        found |= {layout.__name__: layout(places, page) for layout in LAYOUTS}
    proven = frozenset(name for name, holds in found.items() if holds)
    return proven - {"untitled"} if "in_runs" in proven else proven


def _is_dated(places: list[Candidate], page: Reading) -> bool:
    """The first paragraph and at least two others start with different days, no title above them, and not in the manner of
    a journey, told day by day."""
    if page.title is not None:
        return False
    days = [page.start_day(place.lead) for place in places]
    named = [day for day in days if day is not None]
    if days[0] is None or len(set(named)) < MIN_DATED:
        return False
    return page.is_column or not (named == sorted(named) and days_between(named[0], named[-1]) <= JOURNEY_DAYS)


def _is_headed(places: list[Candidate], page: Reading) -> bool:
    """At least two later paragraphs have a headline or date line of their own, and each of them brings something new."""
    headed = 0
    for before, place in pairwise(places):
        if place.heading is None and (place.date is None or page.is_journey):
            continue
        so_far = range(before.start, place.above)
        marks = sum(look(place, so_far, page) for look in (evidence.dated, evidence.labelled, evidence.headed))
        new = evidence.own_day(place, page) is not None or evidence.other_topic(place, so_far, page) > 0
        headed += marks >= 2 and new
    return headed >= MIN_HEADED
