"""Reports of one real occasion: the same kind of act, the same day or days, two countries and the people in common.

Text alike proves nothing (two outlets on one event share a seventh of their word triples); day, country pair and people
do. Candidates share a person or organization and a month, so a year of news stays far from comparing all with all. Two
rows of one segment are two occasions by the codebook and never joined. What does not belong here: merging rows.
"""
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import combinations, islice

from pipelines import ids
from pipelines.link.groups import Groups
from pipelines.link.world import LATER, TOLD, Facts, Members, Told, World, by_first, told
from pipelines.recognize.names import fold

_FAMILY = {"session": "meeting"}  # what one report calls a session another calls talks
_MONTHS = 13  # a longer span is too vague to identify an occasion
_CROWD = 400  # candidates in one block beyond which only neighbours in time are compared
_NEIGHBOURS = 39
SCHEMA = """
CREATE TABLE block (key INTEGER, day INTEGER, event_id TEXT);
CREATE TABLE pair (one TEXT, other TEXT, score REAL, PRIMARY KEY (one, other)) WITHOUT ROWID;
"""
MET = "p.event_id = e.event_id AND p.kind IN ('person', 'organization') AND p.entity IS NOT NULL"


def family_of(event_type: str) -> str:
    return _FAMILY.get(event_type, event_type)


def family(event: Told) -> str:
    return family_of(event.event_type)


def months(event: Told) -> Iterator[tuple[int, int]]:
    """The months an event touches."""
    if event.start_date is None:
        return
    end = event.end_date or event.start_date
    first, last = event.start_date.year * 12 + event.start_date.month - 1, end.year * 12 + end.month - 1
    for month in range(first, min(last, first + _MONTHS) + 1):
        yield divmod(month, 12)


def overlap(a: Told, b: Told) -> bool:
    if a.start_date is None or b.start_date is None:
        return False
    return a.start_date <= (b.end_date or b.start_date) and b.start_date <= (a.end_date or a.start_date)


def same_place(a: Told, b: Told) -> bool:
    """No two countries, no two cities."""
    if a.country and b.country and a.country != b.country:
        return False
    return not (a.city and b.city) or fold(a.city.replace(" ", "")) == fold(b.city.replace(" ", ""))


def same_countries(a: Told, b: Told) -> bool:
    shared = set(a.countries) & set(b.countries)
    return len(shared) >= 2 or (len(shared) == 1 and min(len(a.countries), len(b.countries)) == 1)


def same_company(a: Members, b: Members) -> int:
    """How many take part in both; 0 where each has somebody the other lacks and fewer than two are shared."""
    shared = len(a & b)
    return shared if a <= b or b <= a or shared >= 2 else 0


def alike(one: Facts, other: Facts) -> float:
    """0: two occasions; else how surely one: people in common, then organizations, then the same day."""
    a, b = one.event, other.event
    if a.segment_id == b.segment_id or a.status != b.status or family(a) != family(b):
        return 0.0
    if not (overlap(a, b) and same_place(a, b) and same_countries(a, b)):
        return 0.0
    persons = same_company(one.people, other.people)
    if one.people and other.people and not persons:
        return 0.0
    bodies = len(one.organizations & other.organizations)
    numbered = a.session_number is not None and a.session_number == b.session_number and family(a) == "meeting"
    if not (persons or bodies or numbered):
        return 0.0
    return 2.0 * persons + bodies + numbered + (a.start_date == b.start_date) + (a.event_type == b.event_type)


def find_occasions(world: World) -> None:
    """Give every event its occasion. Surest pairs first; a join must be sound for all pairs of the two occasions."""
    world.run(SCHEMA)
    world.rows.executemany("INSERT INTO block VALUES (?, ?, ?)", _blocks(world))
    world.rows.executemany("INSERT OR IGNORE INTO pair VALUES (?, ?, ?)", _pairs(world))
    groups = Groups(world, "occasion")
    for one, other in world.rows.execute("SELECT one, other FROM pair ORDER BY score DESC, one, other"):
        _join(world, groups, one, other)
    _name(world)


def _blocks(world: World) -> Iterator[tuple[int, int, str]]:
    """Each event under a key for its kind, status, a month it touches, and somebody who is there (or its number in a series)."""
    rows = world.rows.execute(
        f"SELECT {TOLD}, group_concat(DISTINCT p.entity) FROM event e LEFT JOIN participant p ON {MET} "
        "WHERE e.start_date IS NOT NULL GROUP BY e.event_id"
    )
    for row in rows:
        event, present = told(row), row[-1].split(",") if row[-1] else []
        series = [(event.session_number, *sorted(event.countries)[:2])] if event.session_number is not None else []
        assert event.start_date is not None
        for month in months(event):
            for key in (*present, *series):
                yield _hash((family(event), event.status, month, key)), event.start_date.toordinal(), event.event_id


def _hash(key: tuple[object, ...]) -> int:
    """Eight bytes; two keys under one cost a comparison more."""
    return int.from_bytes(blake2b(repr(key).encode(), digest_size=8).digest(), "big", signed=True)


def _pairs(world: World) -> Iterator[tuple[str, str, float]]:
    """Events that may be one occasion, and how surely they are."""
    for _, block in by_first(world.rows.execute("SELECT key, day, event_id FROM block ORDER BY key, day, event_id")):
        for one, other in _candidates([event_id for _, event_id in block]):
            score = alike(world.facts(one), world.facts(other))
            if score:
                yield one, other, score


def _candidates(block: Sequence[str]) -> Iterator[tuple[str, str]]:
    """All pairs of a block, given in order of time, or of a crowded one those near each other in time."""
    if len(block) <= _CROWD:
        yield from combinations(sorted(block), 2)
        return
    for place, event in enumerate(block):
        yield from ((event, other) for other in islice(block, place + 1, place + 1 + _NEIGHBOURS))


def _join(world: World, groups: Groups, one: str, other: str) -> None:
    left, right = groups.group_of(one), groups.group_of(other)
    if left == right:
        return
    mine, yours = groups.members(left), groups.members(right)
    if all(alike(world.facts(x), world.facts(y)) for x in mine for y in yours):
        groups.join(left, right)


def _name(world: World) -> None:
    """The first report gives the id: by day, then by id."""
    world.rows.create_function("occasion_id", 1, ids.occasion_id, deterministic=True)
    world.rows.execute("UPDATE event SET occasion_id = occasion_id(event_id)")
    several = world.rows.execute(
        f"SELECT o.grouped, e.event_id FROM occasion o JOIN event e ON e.event_id = o.name "
        f"ORDER BY o.grouped, coalesce(e.start_date, {LATER}), e.event_id"
    )
    named = ((ids.occasion_id(reports[0][0]), event_id) for _, reports in by_first(several) for event_id, in reports)
    world.rows.executemany("UPDATE event SET occasion_id = ? WHERE event_id = ?", named)
