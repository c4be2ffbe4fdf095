"""What changed between two releases of any size: counts for every table, and the first keys of each kind.

Rows are compared by hashes, in files and a share at a time, so two releases need not be held; `diff` compares frames column by column.
What does not belong here: finding releases, printing.
"""
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow
import pyarrow.parquet

from pipelines.publish.hashes import Hashes, Numbers, shares_of
from pipelines.publish.parquet import READ_ROWS
from schemas.tables import TABLES

LISTED = 1_000
"""Keys of each kind that are listed; the counts are of all."""

@dataclass(frozen=True)
class Comparison:
    """How many rows only the new release has, only the old one has, both have but not alike; and the first keys of each, in row order."""

    counts: Mapping[str, int]
    keys: Mapping[str, list[list[Any]]]


@dataclass(frozen=True)
class Rows:
    """Hash of the key and hash of the whole of every row of a file, in row order."""

    path: Path | None
    keys: Hashes
    contents: Hashes


@dataclass
class Found:
    """Places of rows in a file: how many, and the first."""

    path: Path | None
    number: int = 0
    first: Numbers = field(default_factory=lambda: np.empty(0, np.int64))

    def add(self, places: Numbers) -> None:
        self.number += len(places)
        self.first = np.sort(np.concatenate([self.first, places]))[:LISTED]


def diff_file(old: Path | None, new: Mapping[str, Path], version: str) -> bytes:
    """`diff.json` of a release: what it adds to, removes from and changes in the one that was current when it was written."""
    try:
        tables = {table: {**one.counts, "keys": one.keys} for table, one in compare_releases(old, new).items()}
    except (pyarrow.ArrowException, OSError):  # a damaged old release must not keep a new one from being published
        tables = {}
    told = {"from": old.name if old else None, "to": version, "keys_listed": LISTED, "tables": tables}
    return (json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def compare_releases(old: Path | None, new: Mapping[str, Path]) -> dict[str, Comparison]:
    """Compare the tables of a release's folder, or of none, with the files of another (`events.parquet` -> file)."""
    return {table: _compare(table, old / f"{table}.parquet" if old else None, new[f"{table}.parquet"]) for table in TABLES}


def _compare(table: str, old: Path | None, new: Path) -> Comparison:
    before, after = _rows(table, old), _rows(table, new)
    found = {"added": Found(new), "removed": Found(old), "changed": Found(new)}
    shares = shares_of(before.keys, after.keys)
    for number in range(shares):
        _compare_share(before, after, (number, shares), found)
    keys = {kind: _keys_at(table, one) for kind, one in found.items()}
    return Comparison({kind: one.number for kind, one in found.items()}, keys)


def _compare_share(before: Rows, after: Rows, share: tuple[int, int], found: Mapping[str, Found]) -> None:
    """The rows whose keys are of one share, which is a part of both releases."""
    old, new = before.keys.share(*share), after.keys.share(*share)
    old_places, new_places = before.keys.places(*share), after.keys.places(*share)
    shared, in_old, in_new = np.intersect1d(old, new, return_indices=True)
    found["added"].add(new_places[~np.isin(new, shared)])
    found["removed"].add(old_places[~np.isin(old, shared)])
    contents = _by_place(before.contents, old_places[in_old]), _by_place(after.contents, new_places[in_new])
    found["changed"].add(new_places[in_new][contents[0] != contents[1]])


def _by_place(hashes: Hashes, places: Numbers) -> Numbers:
    """The hashes at these places, in the order of the places."""
    order = np.argsort(places)
    given = np.empty(len(places), np.int64)
    given[order] = hashes.at(places[order])
    return given


def _rows(table: str, path: Path | None) -> Rows:
    rows = Rows(path, Hashes(), Hashes())
    names = TABLES[table].key
    for batch in _batches(path):
        columns = batch.to_pydict()
        rows.keys.extend(map(hash, zip(*(columns.get(name, [None] * len(batch)) for name in names), strict=True)))
        rows.contents.extend(map(_hash, zip(*columns.values(), strict=True)))
    return rows


def _hash(row: tuple[Any, ...]) -> int:
    """Lists cannot be hashed; tuples can."""
    return hash(tuple(tuple(value) if isinstance(value, list) else value for value in row))


def _batches(path: Path | None, columns: list[str] | None = None) -> Iterator[pyarrow.RecordBatch]:
    if path is not None:
        yield from pyarrow.parquet.ParquetFile(path).iter_batches(READ_ROWS, columns=columns)


def _keys_at(table: str, found: Found) -> list[list[Any]]:
    if not len(found.first):
        return []
    keys: list[list[Any]] = []
    first = 0
    for batch in _batches(found.path, list(TABLES[table].key)):
        inside = found.first[np.searchsorted(found.first, first) : np.searchsorted(found.first, first + len(batch))]
        told = batch.take(pyarrow.array(inside - first)).to_pydict()
        keys += map(list, zip(*(told[name] for name in TABLES[table].key), strict=True))
        first += len(batch)
    return keys
