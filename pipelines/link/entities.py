"""Clusters to rows of `entities` and `tenures`, which are kept in the world, and ids to the clusters.

What does not belong here: deciding who is who (`people`, `organizations`, `delegations`).
"""
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from pipelines import ids
from pipelines.link.world import LATER, World, by_first, day_of
from pipelines.recognize.names import POSSIBLE, fullest, similarity

Row = dict[str, object]
SCHEMA = """
CREATE TABLE entity (number INTEGER PRIMARY KEY, entity_id TEXT, kind TEXT, name TEXT, row TEXT);
CREATE TABLE tenure (entity_id TEXT, row TEXT);
"""
INDEXES = """
CREATE INDEX entity_by_id ON entity (entity_id);
CREATE INDEX entity_by_name ON entity (kind, name, entity_id);
CREATE INDEX tenure_by_id ON tenure (entity_id)
"""
DAYS = ("first_seen_on", "last_seen_on")


class Seen(NamedTuple):
    """A participant, and what is known of the event."""

    participant_id: str
    event_id: str
    kind: str
    name: str
    name_as_written: str | None
    country: str | None
    office: str | None
    office_as_written: str | None
    organization: str | None
    resolution: str
    start_date: date | None
    end_date: date | None
    held: bool
    """and told as news"""
    told_on: date | None


# Earliest first: by the day of the event (undated last), then by document and place in it, the same in any file order.
MEMBERS = f"""
SELECT p.entity, p.participant_id, p.event_id, p.kind, p.name, p.name_as_written, p.country, p.office, p.office_as_written,
       p.organization, p.resolution, e.start_date, e.end_date, e.status = 'held' AND NOT e.is_background, d.published_on
FROM participant p LEFT JOIN event e USING (event_id) LEFT JOIN document d ON d.document_id = p.document_id WHERE p.entity IS NOT NULL
ORDER BY p.entity, coalesce(e.start_date, {LATER}), p.document_id, p.char_start, p.participant_id
"""


def make_rows(world: World) -> None:
    """Fill `entity` and `tenure`."""
    world.run(SCHEMA)
    for number, members in by_first(world.rows.execute(MEMBERS)):
        seen = [_seen(row) for row in members]
        row = entity_row(seen)
        world.rows.execute("INSERT INTO entity VALUES (?, ?, ?, ?, ?)", (number, row["entity_id"], row["kind"], row["name"], _told(row)))
        tenures = tenure_rows(str(row["entity_id"]), seen) if seen[0].kind == "person" else []
        world.rows.executemany("INSERT INTO tenure VALUES (?, ?)", ((row["entity_id"], _told(one)) for one in tenures))
    world.run(INDEXES)


def read_row(told: str) -> Row:
    """A row as it was before it was kept."""
    row: Row = json.loads(told)
    return row | {name: day_of(day) for name in DAYS if isinstance(day := row[name], int)}


def _told(row: Row) -> str:
    return json.dumps(row, default=date.toordinal)


def _seen(row: tuple[Any, ...]) -> Seen:
    start, end, published = (day_of(row[place]) for place in (10, 11, 13))
    return Seen._make((*row[:10], start, end, bool(row[12]), published))


def commonest(values: Iterable[str | None]) -> str | None:
    """The value said most often, of equals the first in the alphabet; nothing counts for nothing."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value), default=None)


def span(seen: Iterable[Seen]) -> tuple[date | None, date | None]:
    """First and last day of the dated events."""
    days = [day for one in seen if one.start_date for day in (one.start_date, one.end_date or one.start_date)]
    return min(days, default=None), max(days, default=None)


def entity_row(members: list[Seen]) -> Row:
    """One row of `entities`; `members` earliest first."""
    names = sorted({one.name for one in members if one.name})
    written = {
        one.name_as_written for one in members
        if one.name_as_written and one.resolution == "named" and similarity(one.name_as_written, one.name or "") >= POSSIBLE
    }
    name = fullest(names) if members[0].kind == "person" else commonest(one.name for one in members) or names[0]
    first, last = span(members)
    return {
        "entity_id": ids.entity_id(members[0].participant_id), "kind": members[0].kind, "name": name,
        "aliases": sorted({*names, *written} - {name}), "country": commonest(one.country for one in members),
        "first_seen_on": first, "last_seen_on": last, "n_events": len({one.event_id for one in members}),
    }


def tenure_rows(entity: str, members: list[Seen]) -> list[Row]:
    """One row per office and country. An office is the one at the time of the text: a planned or recalled event shows it
    on the day the text was published, not on its own."""
    groups: dict[tuple[str, str], list[Seen]] = {}
    for one in members:
        if one.office and one.office != "unknown":
            groups.setdefault((one.office, one.country or ""), []).append(one)
    return [_tenure(entity, office, country or None, group) for (office, country), group in sorted(groups.items())]


def _tenure(entity: str, office: str, country: str | None, group: list[Seen]) -> Row:
    days = [day for one in group for day in _days_of(one)]
    return {
        "entity_id": entity, "office": office, "office_as_written": commonest(one.office_as_written for one in group),
        "organization": commonest(one.organization for one in group), "country": country,
        "first_seen_on": min(days, default=None), "last_seen_on": max(days, default=None),
    }


def _days_of(one: Seen) -> Iterator[date]:
    return filter(None, (one.start_date, one.end_date) if one.held else (one.told_on,))
