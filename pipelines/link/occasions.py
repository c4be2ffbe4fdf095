"""Reports of one real occasion: the same kind of act, the same day or days, two countries and the people in common.

Text alike proves nothing (two outlets on one event share a seventh of their word triples); day, country pair and people
do. Candidates share a person or organization and a month, so a year of news stays far from comparing all with all. Two
rows of one segment are two occasions by the codebook and never joined. What does not belong here: merging rows.
"""
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from pipelines.model.record import Event
from pipelines.recognize.names import fold

Members = Mapping[str, frozenset[str]]  # event_id -> entity_ids
_FAMILY = {"session": "meeting"}  # what one report calls a session another calls talks
_MONTHS = 13  # a longer span is too vague to identify an occasion
_CROWD = 400  # candidates in one block beyond which only neighbours in time are compared


def family(event: Event) -> str:
    return _FAMILY.get(event.event_type, event.event_type)


def months(event: Event) -> Iterator[tuple[int, int]]:
    """The months an event touches."""
    if event.start_date is None:
        return
    end = event.end_date or event.start_date
    first, last = event.start_date.year * 12 + event.start_date.month - 1, end.year * 12 + end.month - 1
    for month in range(first, min(last, first + _MONTHS) + 1):
        yield divmod(month, 12)


def overlap(a: Event, b: Event) -> bool:
    if a.start_date is None or b.start_date is None:
        return False
    return a.start_date <= (b.end_date or b.start_date) and b.start_date <= (a.end_date or a.start_date)


def same_place(a: Event, b: Event) -> bool:
    """No two countries, no two cities."""
    if a.country and b.country and a.country != b.country:
        return False
    return not (a.city and b.city) or fold(a.city.replace(" ", "")) == fold(b.city.replace(" ", ""))


def same_countries(a: Event, b: Event) -> bool:
    shared = set(a.countries) & set(b.countries)
    return len(shared) >= 2 or (len(shared) == 1 and min(len(a.countries), len(b.countries)) == 1)


def same_company(a: frozenset[str], b: frozenset[str]) -> int:
    """How many take part in both; 0 where each has somebody the other lacks and fewer than two are shared."""
    shared = len(a & b)
    return shared if a <= b or b <= a or shared >= 2 else 0


def alike(a: Event, b: Event, people: Members, organizations: Members) -> float:
    """0: two occasions; else how surely one: people in common, then organizations, then the same day."""
    if a.segment_id == b.segment_id or a.status != b.status or family(a) != family(b):
        return 0.0
    if not (overlap(a, b) and same_place(a, b) and same_countries(a, b)):
        return 0.0
    nobody: frozenset[str] = frozenset()
    mine, yours = people.get(a.event_id, nobody), people.get(b.event_id, nobody)
    persons = same_company(mine, yours)
    if mine and yours and not persons:
        return 0.0
    bodies = len(organizations.get(a.event_id, nobody) & organizations.get(b.event_id, nobody))
    numbered = a.session_number is not None and a.session_number == b.session_number and family(a) == "meeting"
    if not (persons or bodies or numbered):
        return 0.0
    return 2.0 * persons + bodies + numbered + (a.start_date == b.start_date) + (a.event_type == b.event_type)


def blocks(events: Sequence[Event], members: Members) -> list[list[Event]]:
    """Events that share kind, status, month and somebody (or a numbered format)."""
    found: dict[tuple[object, ...], list[Event]] = defaultdict(list)
    for event in events:
        keys: set[object] = set(members.get(event.event_id, frozenset()))
        if event.session_number is not None:
            keys.add((event.session_number, tuple(sorted(event.countries)[:2])))
        for month in months(event):
            for key in keys:
                found[(family(event), event.status, month, key)].append(event)
    return [found[key] for key in sorted(found, key=str)]


def pairs(block: list[Event]) -> Iterator[tuple[Event, Event]]:
    """All pairs of a block, or of a crowded one those near each other in time."""
    if len(block) <= _CROWD:
        yield from combinations(block, 2)
        return
    ordered = sorted(block, key=lambda e: (e.start_date or date.max, e.event_id))
    for number, event in enumerate(ordered):
        for other in ordered[number + 1:number + 40]:
            yield event, other


def find_occasions(events: Sequence[Event], people: Members, organizations: Members) -> list[list[Event]]:
    """Every event in exactly one occasion. Surest pairs first; a join must be sound for all pairs of the two occasions."""
    ordered = sorted(events, key=lambda e: e.event_id)
    everybody = {e.event_id: people.get(e.event_id, frozenset()) | organizations.get(e.event_id, frozenset()) for e in ordered}
    scores: dict[tuple[str, str], tuple[float, Event, Event]] = {}
    for block in blocks(ordered, everybody):
        for a, b in pairs(block):
            score = alike(a, b, people, organizations)
            if score:
                scores[(a.event_id, b.event_id)] = (score, a, b)
    where = {event.event_id: [event] for event in ordered}
    for _, (_, a, b) in sorted(scores.items(), key=lambda item: (-item[1][0], item[0])):
        left, right = where[a.event_id], where[b.event_id]
        if left is not right and all(alike(x, y, people, organizations) for x in left for y in right):
            left.extend(right)
            where.update((event.event_id, left) for event in right)
    return list({id(occasion): occasion for occasion in where.values()}.values())
