"""The records of a whole corpus as linking looks at them: rows of a database, in memory for a few texts, in a file for many.

What belongs here: the tables, filling them, reading them back. What does not: deciding anything (the other modules of this package, which
add columns and tables of their own), and texts, which are not held. Everything is read in an order that the data fix, never in that of
the files, and a piece at a time: memory does not grow with the corpus.
"""
import sqlite3
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from pipelines.model.document import Document
from pipelines.model.record import Coding, Event, Participant

IN_MEMORY = ":memory:"
CACHED_KIB = 4_096  # pages of the database that SQLite may hold
FACTS_HELD = 2_048  # events that are looked at again and again
LATER = 1 << 30  # after every day, for what has none
SEPARATOR = "\x1f"

SCHEMA = """
CREATE TABLE document (document_id TEXT PRIMARY KEY, name TEXT, number INTEGER, published_on INTEGER, duplicate_of TEXT) WITHOUT ROWID;
CREATE TABLE event (
    event_id TEXT PRIMARY KEY, document_id TEXT, segment_id TEXT, event_type TEXT, status TEXT, is_background INTEGER, start_date INTEGER,
    end_date INTEGER, country TEXT, city TEXT, countries TEXT, session_number INTEGER, told_on INTEGER,
    occasion_id TEXT, preceded_by TEXT
) WITHOUT ROWID;
CREATE TABLE participant (
    number INTEGER PRIMARY KEY, participant_id TEXT, event_id TEXT, document_id TEXT, kind TEXT, name TEXT, name_as_written TEXT,
    country TEXT, office TEXT, office_as_written TEXT, organization TEXT, resolution TEXT, char_start INTEGER, entity INTEGER
);
CREATE TABLE agreement (agreement_id TEXT PRIMARY KEY, event_id TEXT, document_id TEXT, names TEXT, signatories TEXT) WITHOUT ROWID;
"""
INDEXES = """
CREATE INDEX event_of_document ON event (document_id);
CREATE INDEX participant_of_event ON participant (event_id);
CREATE INDEX participant_of_document ON participant (document_id);
CREATE INDEX agreement_of_document ON agreement (document_id);
"""
RECORDS = ("event", "participant", "agreement")

Members = frozenset[int]
"""The entities at an event, by number."""


class Told(NamedTuple):
    """An event as one document tells it. `told_on`: the day the document was published."""

    event_id: str
    document_id: str
    segment_id: str
    event_type: str
    status: str
    is_background: bool
    start_date: date | None
    end_date: date | None
    country: str | None
    city: str | None
    countries: tuple[str, ...]
    session_number: int | None
    told_on: date | None


class Facts(NamedTuple):
    """An event and who was there."""

    event: Told
    people: Members
    organizations: Members


TOLD = ", ".join(f"e.{name}" for name in Told._fields)


class World:
    """The database. `place`: a file that does not exist yet or that an earlier `World` filled."""

    def __init__(self, place: str = IN_MEMORY) -> None:
        # Whoever opens it may hand it to another thread, never to two at once. Transactions are ours: nothing has to survive a crash.
        self.rows = sqlite3.connect(place, check_same_thread=False, isolation_level=None)
        self.rows.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -{CACHED_KIB};")
        self.facts = lru_cache(FACTS_HELD)(self._facts)

    def begin(self) -> None:
        """Make the tables; all that follows, until everything is linked, is one transaction."""
        self.rows.execute("BEGIN")
        self.run(SCHEMA)

    def run(self, script: str) -> None:
        """Statements that end with semicolons. (SQLite's own way would end the transaction.)"""
        for statement in filter(str.strip, script.split(";")):
            self.rows.execute(statement)

    def linked(self) -> None:
        """Nothing is added any more."""
        self.rows.execute("COMMIT")

    def close(self) -> None:
        self.rows.close()

    def add(self, document: Document, name: str, number: int, coding: Coding) -> None:
        """A document by the name it is sorted by and its number in the corpus, and what it tells."""
        told_on = _ordinal(document.published_on)
        self._insert("document", [(document.document_id, name, number, told_on, document.duplicate_of)])
        self._insert("event", [(*_event(one), told_on, None, None) for one in coding.events])
        self._insert("participant", [(None, *_participant(one), None) for one in coding.participants])
        signed = [(one.agreement_id, one.event_id, one.document_id, SEPARATOR.join(one.signatories), None) for one in coding.agreements]
        self._insert("agreement", signed)

    def _insert(self, table: str, rows: list[tuple[Any, ...]]) -> None:
        if rows:
            self.rows.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)

    def filled(self) -> None:
        """All documents are there. What near copies tell is left out: told twice in the same words it counts once."""
        for table in RECORDS:
            self.rows.execute(f"DELETE FROM {table} WHERE document_id IN (SELECT document_id FROM document WHERE duplicate_of IS NOT NULL)")
        self.run(INDEXES)

    @property
    def documents(self) -> int:
        """How many there are."""
        return int(self.rows.execute("SELECT count(*) FROM document").fetchone()[0])

    def _facts(self, event_id: str) -> Facts:
        row = self.rows.execute(f"SELECT {TOLD} FROM event e WHERE e.event_id = ?", (event_id,)).fetchone()
        at = self.rows.execute("SELECT kind, entity FROM participant WHERE event_id = ? AND entity IS NOT NULL", (event_id,)).fetchall()
        people, bodies = (frozenset(entity for kind, entity in at if kind == own) for own in ("person", "organization"))
        return Facts(told(row), people, bodies)


def told(row: tuple[Any, ...]) -> Told:
    """An event from its columns in the order of `Told`."""
    start, end, known = (day_of(row[place]) for place in (6, 7, 12))
    countries = tuple(row[10].split(SEPARATOR)) if row[10] else ()
    return Told._make((*row[:5], bool(row[5]), start, end, *row[8:10], countries, row[11], known))


def day_of(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)


def _ordinal(day: date | None) -> int | None:
    return None if day is None else day.toordinal()


def _event(one: Event) -> tuple[Any, ...]:
    return (
        one.event_id, one.document_id, one.segment_id, one.event_type, one.status, one.is_background, _ordinal(one.start_date),
        _ordinal(one.end_date), one.country, one.city, SEPARATOR.join(one.countries), one.session_number,
    )


def _participant(one: Participant) -> tuple[Any, ...]:
    return (
        one.participant_id, one.event_id, one.document_id, one.kind, one.name, one.name_as_written, one.country, one.office,
        one.office_as_written, one.organization, one.resolution, one.char_start,
    )


def by_first(rows: Iterator[tuple[Any, ...]]) -> Iterator[tuple[Any, list[tuple[Any, ...]]]]:
    """Rows that share their first column, which they are sorted by, without it."""
    return ((key, [row[1:] for row in group]) for key, group in groupby(rows, itemgetter(0)))
