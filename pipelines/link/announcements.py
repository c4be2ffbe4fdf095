"""Which planned event a held one was: the same act, countries and people, told before it, for a day that fits.

What does not belong here: two reports of one occasion (`occasions`).
"""
from datetime import date, timedelta

from pipelines.link.occasions import family_of, overlap, same_company, same_countries, same_place
from pipelines.link.world import Facts, Told, World, by_first

_UNDATED = timedelta(days=183)  # how long an announcement without a date is waited for
_SLIP = timedelta(days=3)  # by how much an announced day may be missed
_PLANNED = """
CREATE TABLE planned (entity INTEGER, family TEXT, event_id TEXT);
CREATE INDEX planned_by ON planned (entity, family);
"""
_CANDIDATES = """
SELECT e.event_id, planned.event_id FROM event e CROSS JOIN participant p ON p.event_id = e.event_id AND p.kind = 'person'
CROSS JOIN planned ON planned.entity = p.entity AND planned.family = family(e.event_type) WHERE e.status = 'held' ORDER BY e.event_id
"""
_OF_ALL = """
SELECT DISTINCT p.entity, family(e.event_type), e.event_id FROM event e JOIN participant p USING (event_id)
WHERE p.kind = 'person' AND p.entity IS NOT NULL AND e.status = 'planned' AND NOT e.is_background
"""


def _in_time(planned: Told, held: Told) -> bool:
    told = planned.told_on
    if held.start_date is None or (told is not None and told > (held.end_date or held.start_date)):
        return False
    if planned.start_date is None:
        return told is not None and held.start_date - told <= _UNDATED
    end = planned.end_date or planned.start_date
    return overlap(planned, held) or timedelta(0) <= held.start_date - end <= _SLIP


def _score(planned: Facts, held: Facts) -> float:
    a, b = planned.event, held.event
    if a.segment_id == b.segment_id or not (same_countries(a, b) and same_place(a, b)):
        return 0.0
    if not _in_time(a, b):
        return 0.0
    shared = same_company(planned.people, held.people)
    return shared and shared + overlap(a, b) + 0.5 * (a.start_date == b.start_date is not None)


def find_announcements(world: World) -> None:
    """Tell every held event which event announced it: of several the surest, then the latest told before the event."""
    world.rows.create_function("family", 1, family_of, deterministic=True)
    world.run(_PLANNED)
    world.rows.execute(f"INSERT INTO planned {_OF_ALL}")
    candidates = world.rows.execute(_CANDIDATES)
    chosen = ((_surest(world, held, {event for event, in planned}), held) for held, planned in by_first(candidates))
    world.rows.executemany("UPDATE event SET preceded_by = ? WHERE event_id = ?", chosen)


def _surest(world: World, held: str, planned: set[str]) -> str | None:
    facts = world.facts(held)
    ranked = [(_score(one, facts), one.event.told_on or date.min, one.event.event_id) for one in map(world.facts, planned)]
    score, _, event_id = max(ranked)
    return event_id if score else None
