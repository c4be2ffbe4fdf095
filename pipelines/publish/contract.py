"""Faults that are the code's, not the data's: the run fails, nothing is written, the last release stays.

What belongs here: columns, types, keys, references. What does not: a bad row (`faults`).
"""
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pandas as pd

from pipelines.publish.cells import cells, rows
from schemas.arrow import arrow_schema
from schemas.tables import TABLES


class ContractBroken(ValueError):
    """The tables are not what the contract says. The message names table, column and the first offender."""


class Reference(NamedTuple):
    """Columns of a table that name a row of another. `optional`: the row makes sense without it; `many`: a list of ids; `across`: the
    row it names may be of another document, and so in another batch."""

    table: str
    columns: tuple[str, ...]
    target: str
    target_columns: tuple[str, ...]
    optional: bool = False
    many: bool = False
    across: bool = False


_EVENT = ("event_id", "document_id")
_SEGMENT = ("segment_id", "document_id")

REFERENCES = (
    Reference("documents", ("duplicate_of",), "documents", ("document_id",), optional=True, across=True),
    Reference("segments", ("document_id",), "documents", ("document_id",)),
    Reference("events", ("document_id",), "documents", ("document_id",)),
    Reference("events", _SEGMENT, "segments", _SEGMENT),
    Reference("events", ("parent_event_id", "document_id"), "events", _EVENT, optional=True),
    Reference("events", ("preceded_by_event_id",), "events", ("event_id",), optional=True, across=True),
    Reference("participants", _EVENT, "events", _EVENT),
    Reference("participants", ("entity_id",), "entities", ("entity_id",), optional=True, across=True),
    Reference("agreements", ("document_id",), "documents", ("document_id",)),
    Reference("agreements", _SEGMENT, "segments", _SEGMENT),
    Reference("agreements", _EVENT, "events", _EVENT, optional=True),
    Reference("agreements", ("signatories",), "entities", ("entity_id",), optional=True, many=True, across=True),
    Reference("tenures", ("entity_id",), "entities", ("entity_id",)),
)
"""What points where. Pairs with document_id say that both rows are of one document."""


def check_contract(tables: Mapping[str, pd.DataFrame], whole: bool = True) -> None:
    """Raise `ContractBroken` at the first table, column, key or reference that is not as it must be. Not `whole`: these are rows of some
    documents among others, and what spans documents is checked elsewhere (`ledger`)."""
    if set(tables) != set(TABLES):
        raise ContractBroken(f"tables missing or not foreseen: {', '.join(sorted(set(tables) ^ set(TABLES)))}")
    for table in TABLES:
        _check_columns(table, tables[table])
        _check_key(table, tables[table])
    for reference in REFERENCES:
        if whole or not reference.across:
            _check_reference(reference, tables)
    for column in ("parent_event_id", "preceded_by_event_id") if whole else ("parent_event_id",):
        named = rows(tables["events"], "event_id", column)
        check_no_cycle(column, {child: parent for child, parent in named if parent is not None})


def pointers(reference: Reference, frame: pd.DataFrame) -> Iterator[tuple[int, tuple[str, ...]]]:
    """(row number, what it points to) for every reference that is not null."""
    if reference.many:
        yield from ((row, (item,)) for row, items in enumerate(cells(frame[reference.columns[0]])) for item in items or ())
        return
    yield from ((row, pointer) for row, pointer in enumerate(rows(frame, *reference.columns)) if None not in pointer)


def targets(reference: Reference, frame: pd.DataFrame) -> list[tuple[str, ...]]:
    """What each row of the target table is called, in row order."""
    return list(rows(frame, *reference.target_columns))


def _check_columns(table: str, frame: pd.DataFrame) -> None:
    schema = arrow_schema(table)
    if list(frame.columns) != schema.names:
        odd = sorted(set(frame.columns) ^ set(schema.names))
        raise ContractBroken(f"{table}: columns missing or not foreseen: {', '.join(odd)}" if odd else f"{table}: columns in another order")
    for field in schema:
        found = frame[field.name].dtype
        if found != pd.ArrowDtype(field.type):
            raise ContractBroken(f"{table}.{field.name}: is {found}, must be {field.type}")


def _check_key(table: str, frame: pd.DataFrame) -> None:
    key = list(TABLES[table].key)
    twice = frame[key].duplicated()
    if twice.any():
        first = frame.loc[twice, key].iloc[0].to_list()
        raise ContractBroken(f"{table}: {int(twice.sum())} keys are not unique, first {', '.join(map(str, first))}")


def _check_reference(reference: Reference, tables: Mapping[str, pd.DataFrame]) -> None:
    known = set(targets(reference, tables[reference.target]))
    for _, pointer in pointers(reference, tables[reference.table]):
        if pointer not in known:
            column = reference.columns[0]
            raise ContractBroken(f"{reference.table}.{column}: {' of '.join(map(str, pointer))} is not in {reference.target}")


def check_no_cycle(column: str, up: Mapping[str, str]) -> None:
    """Follow each chain of events once; one that comes back to an event on the same walk is a cycle. `up`: event_id -> what it names."""
    done: set[str] = set()
    for start in up:
        walk: set[str] = set()
        node: str | None = start
        while node is not None and node not in done:
            if node in walk:
                raise ContractBroken(f"events.{column}: {node} comes before itself")
            walk.add(node)
            node = up.get(node)
        done |= walk
