"""What changed between two releases of any size: counts for every table, and the first keys of each kind.

Rows are compared by hashes, in a few bytes for each, so two releases need not be held; `diff` compares frames column by column. What does
not belong here: finding releases, printing.
"""
import json
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow
import pyarrow.parquet

from schemas.tables import TABLES

LISTED = 1_000
"""Keys of each kind that are listed; the counts are of all."""

BATCH_ROWS = 1_024
"""Read at once; a row may hold a whole text."""

Hashes = np.ndarray[Any, np.dtype[np.int64]]


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
    shared, places_before, places_after = np.intersect1d(before.keys, after.keys, return_indices=True)
    changed = places_after[before.contents[places_before] != after.contents[places_after]]
    found = {
        "added": (new, np.flatnonzero(~np.isin(after.keys, shared))),
        "removed": (old, np.flatnonzero(~np.isin(before.keys, shared))),
        "changed": (new, np.sort(changed)),
    }
    keys = {kind: _keys_at(table, path, places[:LISTED]) for kind, (path, places) in found.items()}
    return Comparison({kind: len(places) for kind, (_, places) in found.items()}, keys)


def _rows(table: str, path: Path | None) -> Rows:
    keys, contents = array("q"), array("q")
    names = TABLES[table].key
    for batch in _batches(path):
        columns = batch.to_pydict()
        keys.extend(map(hash, zip(*(columns.get(name, [None] * len(batch)) for name in names), strict=True)))
        contents.extend(map(_hash, zip(*columns.values(), strict=True)))
    return Rows(path, np.frombuffer(keys, np.int64), np.frombuffer(contents, np.int64))


def _hash(row: tuple[Any, ...]) -> int:
    """Lists cannot be hashed; tuples can."""
    return hash(tuple(tuple(value) if isinstance(value, list) else value for value in row))


def _batches(path: Path | None, columns: list[str] | None = None) -> Iterator[pyarrow.RecordBatch]:
    if path is not None:
        yield from pyarrow.parquet.ParquetFile(path).iter_batches(BATCH_ROWS, columns=columns)


def _keys_at(table: str, path: Path | None, places: Hashes) -> list[list[Any]]:
    if not len(places):
        return []
    batches = _batches(path, list(TABLES[table].key))
    found = pyarrow.Table.from_batches(batches).take(pyarrow.array(places)).to_pydict()
    return [list(key) for key in zip(*(found[name] for name in TABLES[table].key), strict=True)]
