"""Which rows are published and which are rejected, and what becomes of rows that point to a rejected one.

Three outcomes. The contract is broken (columns, types, keys, references, every row of a table bad): `ContractBroken`, nothing may be
written. A row is bad: it goes to `rejected/` with all its columns and every reason. A row is good but points to a bad one:

* it makes no sense alone (segments, events and agreements of a rejected document, participants of a rejected event, tenures of a
  rejected entity): it is rejected too, with the reason that names the column;
* it makes sense alone (a child of a rejected visit, an agreement of a rejected signing): it stays and the pointer is cut to null;
  how often that happened is counted per column in `cut`, and so in the manifest.

A document whose segments do not tile its text is rejected whole: what is published always tiles. So every table of a release keeps all
references, and documents + rejected documents = files.

What does not belong here: finding the faults (`faults`, `contract`), writing.
"""
from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from pipelines.publish.cells import cells
from pipelines.publish.contract import REFERENCES, ContractBroken, Reference, check_contract, pointers, targets
from pipelines.publish.faults import Faults, find_faults
from schemas.columns import STRINGS
from schemas.tables import TABLES

REASONS = pd.ArrowDtype(STRINGS)


@dataclass(frozen=True)
class Validated:
    """Every row of every table, in exactly one of two frames; `rejected` frames have `reasons` as last column."""

    accepted: dict[str, pd.DataFrame]
    rejected: dict[str, pd.DataFrame]
    cut: dict[str, int] = field(default_factory=dict)
    """`table.column` -> references that were cut because the row they named is rejected."""
    faulty: dict[str, list[str]] = field(default_factory=dict)
    """table -> the reasons of every row that is bad in itself"""


@dataclass(frozen=True)
class Elsewhere:
    """What rows of some documents must know of the rest: ids of rejected rows they may name, by table."""

    rejected: Mapping[str, frozenset[str]] = field(default_factory=dict)


def validate(tables: Mapping[str, pd.DataFrame]) -> Validated:
    """Sort the rows of all tables into accepted and rejected. Raises `ContractBroken`; changes none of the frames given."""
    found = judge(tables)
    for table, frame in tables.items():
        require_good_rows(table, len(frame), len(found.faulty[table]), next(iter(found.faulty[table]), ""))
    return found


def require_good_rows(table: str, rows: int, bad: int, first: str) -> None:
    """Raise `ContractBroken` where a table has rows and every one is bad in itself. `first`: what is wrong with the first."""
    if rows and bad == rows:
        raise ContractBroken(f"{table}: every row is bad ({rows}), first: {first}")


def judge(tables: Mapping[str, pd.DataFrame], elsewhere: Elsewhere | None = None) -> Validated:
    """As `validate`, of whatever share of good rows. With `elsewhere` these are the rows of some documents among others."""
    check_contract(tables, whole=elsewhere is None)
    plain = {table: tables[table].reset_index(drop=True) for table in TABLES}
    faults = find_faults(plain)
    faulty = {table: ["; ".join(found[row]) for row in sorted(found)] for table, found in faults.items()}
    _spread(plain, faults)
    cut: dict[str, int] = {}
    outside = elsewhere or Elsewhere()
    accepted = {table: _accepted(table, plain, faults, outside, cut) for table in plain}
    return Validated(accepted, {table: _rejected(frame, faults[table]) for table, frame in plain.items()}, cut, faulty)


def _spread(tables: Mapping[str, pd.DataFrame], faults: dict[str, Faults]) -> None:
    """Reject what makes no sense without a rejected row. One pass: references are listed from the outer table to the inner."""
    for reference in REFERENCES:
        if reference.optional:
            continue
        bad = _bad_targets(reference, tables, faults)
        for row, pointer in pointers(reference, tables[reference.table]):
            if pointer in bad:
                faults[reference.table].setdefault(row, []).append(f"{reference.columns[0]}: the row it names is rejected")


def _bad_targets(reference: Reference, tables: Mapping[str, pd.DataFrame], faults: Mapping[str, Faults]) -> set[tuple[str, ...]]:
    if not faults[reference.target]:
        return set()
    names = targets(reference, tables[reference.target])
    return {names[row] for row in faults[reference.target]}


def _accepted(
    table: str, tables: Mapping[str, pd.DataFrame], faults: Mapping[str, Faults], outside: Elsewhere, cut: dict[str, int]
) -> pd.DataFrame:
    frame = tables[table].drop(index=list(faults[table])).reset_index(drop=True)
    for reference in REFERENCES:
        if reference.table == table and reference.optional:
            bad = _bad_targets(reference, tables, faults)
            if reference.across:
                bad |= {(one,) for one in outside.rejected.get(reference.target, ())}
            frame = without_dangling(reference, frame, bad, cut)
    return frame


def without_dangling(reference: Reference, frame: pd.DataFrame, bad: set[tuple[str, ...]], cut: dict[str, int]) -> pd.DataFrame:
    """The frame with pointers to rejected rows cut: null, or one item less in a list."""
    dangling = [row for row, pointer in pointers(reference, frame) if pointer in bad]
    if not dangling:
        return frame
    column = reference.columns[0]
    cut[f"{reference.table}.{column}"] = len(dangling)
    values = cells(frame[column])
    gone = {name[0] for name in bad}
    for row in set(dangling):
        values[row] = [item for item in values[row] if item not in gone] if reference.many else None
    return frame.assign(**{column: pd.Series(values, dtype=frame[column].dtype)})


def _rejected(frame: pd.DataFrame, faults: Faults) -> pd.DataFrame:
    rows = sorted(faults)
    reasons = pd.Series([faults[row] for row in rows], dtype=REASONS)
    return frame.iloc[rows].reset_index(drop=True).assign(reasons=reasons)
