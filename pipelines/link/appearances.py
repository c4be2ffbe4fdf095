"""Participants of all documents as clustering looks at them: one appearance per kind, name, country and office.

What belongs here: putting participants together into appearances, in an order that no file order changes, and telling each participant
which entity its appearance turned out to be. What does not: deciding who is who (`people`, `organizations`).
"""
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipelines.link.world import World

UNKNOWN = frozenset({None, "unknown"})
NAMED = "kind IN ('person', 'organization') AND p.name <> ''"
SPAN = "min(e.start_date), max(iif(e.start_date IS NULL, NULL, coalesce(e.end_date, e.start_date)))"
ORDER = "p.country IS NULL, p.office IS NULL, p.name, coalesce(p.country, ''), coalesce(p.office, '')"  # those that say most first
SCHEMA = """
CREATE TABLE appearance (
    number INTEGER PRIMARY KEY, kind TEXT, name TEXT, country TEXT, office TEXT, first_day INTEGER, last_day INTEGER
);
CREATE TABLE cluster (appearance INTEGER PRIMARY KEY, entity INTEGER);
"""
SAME = "a.kind = participant.kind AND a.name = participant.name AND a.country IS participant.country AND a.office IS participant.office"


class Appearance(NamedTuple):
    """All participants of one kind, name, country and office: their number, and the first and last day of their events (days since 1)."""

    number: int
    name: str
    country: str | None
    office: str | None
    first_day: int | None
    last_day: int | None

    @property
    def offices(self) -> frozenset[str]:
        return frozenset({self.office} - UNKNOWN)  # type: ignore[arg-type]


def find_appearances(world: World) -> None:
    """Fill `appearance`, numbered so that the rest can lean on those that say most."""
    world.run(SCHEMA)
    world.rows.execute(
        f"INSERT INTO appearance SELECT NULL, p.kind, p.name, p.country, p.office, {SPAN} "
        f"FROM participant p LEFT JOIN event e USING (event_id) WHERE p.{NAMED} "
        f"GROUP BY p.kind, p.name, p.country, p.office ORDER BY {ORDER}"
    )


def appearances(world: World, kind: str, order: str) -> Iterator[Appearance]:
    """Those of a kind, sorted by an expression of SQL and then by number."""
    found = world.rows.execute(
        f"SELECT number, name, country, office, first_day, last_day FROM appearance WHERE kind = ? ORDER BY {order}, number", (kind,)
    )
    return (Appearance(*row) for row in found)


def note_clusters(world: World, clusters: Iterable[tuple[int, int]]) -> None:
    """Remember which entity each appearance is: pairs of appearance and entity, by number."""
    world.rows.executemany("INSERT INTO cluster VALUES (?, ?)", clusters)


def next_entity(world: World) -> int:
    """A number that no cluster has yet."""
    return int(world.rows.execute("SELECT coalesce(max(entity), 0) + 1 FROM cluster").fetchone()[0])


def tell_participants(world: World) -> None:
    """Every participant of an appearance learns its entity."""
    world.rows.execute("CREATE INDEX appearance_of ON appearance (kind, name, country, office)")
    world.rows.execute(
        f"UPDATE participant SET entity = (SELECT c.entity FROM appearance a JOIN cluster c ON c.appearance = a.number WHERE {SAME}) "
        "WHERE kind IN ('person', 'organization')"
    )
