"""What linking found, read from the world: all at once for a few texts, by document or by entity for many.

What belongs here: reading. What does not: finding (`pipelines.link`), what the rows mean.
"""
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import NamedTuple

from pipelines.link.entities import Row, read_row
from pipelines.link.world import SEPARATOR, World

BATCH = 2_000  # entities that are read at once

ENTITY_OF = """
SELECT p.participant_id, entity.entity_id FROM participant p JOIN entity ON entity.number = p.entity
WHERE p.document_id BETWEEN ? AND ?
"""
OCCASION_OF = "SELECT event_id, occasion_id FROM event WHERE document_id BETWEEN ? AND ?"
PRECEDED_BY = "SELECT event_id, preceded_by FROM event WHERE preceded_by IS NOT NULL AND document_id BETWEEN ? AND ?"
SIGNATORIES_OF = "SELECT agreement_id, signatories FROM agreement WHERE signatories IS NOT NULL AND document_id BETWEEN ? AND ?"
EVERYTHING = ("", "\U0010ffff")


@dataclass(frozen=True)
class Linked:
    """What linking adds, by id; the `Links` that `publish` takes."""

    entities: Sequence[Row] = ()
    tenures: Sequence[Row] = ()
    entity_of: Mapping[str, str] = field(default_factory=dict)  # participant_id -> entity_id
    occasion_of: Mapping[str, str] = field(default_factory=dict)  # event_id -> occasion_id
    preceded_by: Mapping[str, str] = field(default_factory=dict)  # event_id -> event_id of the announcement
    signatories_of: Mapping[str, Sequence[str]] = field(default_factory=dict)  # agreement_id -> entity_ids


def of_documents(world: World, first: str, last: str) -> Linked:
    """The links of the documents from one id to another, without entities and tenures."""
    found = [dict(world.rows.execute(statement, (first, last))) for statement in (ENTITY_OF, OCCASION_OF, PRECEDED_BY, SIGNATORIES_OF)]
    entity_of, occasion_of, preceded_by, signed = found
    return Linked((), (), entity_of, occasion_of, preceded_by, {one: tuple(told.split(SEPARATOR)) for one, told in signed.items()})


def households(world: World) -> Iterator[tuple[list[Row], list[Row]]]:
    """All entities by id, so many at a time, and the tenures of each batch."""
    entities = ((entity_id, read_row(told)) for entity_id, told in world.rows.execute("SELECT entity_id, row FROM entity ORDER BY 1"))
    while batch := list(islice(entities, BATCH)):
        ends = (batch[0][0], batch[-1][0])
        tenures = world.rows.execute("SELECT row FROM tenure WHERE entity_id BETWEEN ? AND ? ORDER BY entity_id, rowid", ends)
        yield [row for _, row in batch], [read_row(told) for told, in tenures]


def entities_by_name(world: World) -> Iterator[Row]:
    """All entities by kind, name and id."""
    return (read_row(told) for told, in world.rows.execute("SELECT row FROM entity ORDER BY kind, name, entity_id"))


class Counts(NamedTuple):
    """How much was found. `occasions`: reports of an occasion -> how many occasions have so many."""

    entities: int
    tenures: int
    announcements: int
    occasions: Mapping[int, int]


def count(world: World) -> Counts:
    several = "SELECT reports, count(*) FROM (SELECT count(*) AS reports FROM event GROUP BY occasion_id) GROUP BY reports ORDER BY reports"
    statements = ("FROM entity", "FROM tenure", "FROM event WHERE preceded_by IS NOT NULL")
    numbers = [int(world.rows.execute(f"SELECT count(*) {one}").fetchone()[0]) for one in statements]
    return Counts._make((*numbers, dict(world.rows.execute(several))))


def everything(world: World) -> Linked:
    """All links together."""
    found = list(households(world))
    links = of_documents(world, *EVERYTHING)
    entities, tenures = ([row for batch in side for row in batch] for side in zip(*found, strict=True)) if found else ([], [])
    return replace(links, entities=entities, tenures=tenures)
