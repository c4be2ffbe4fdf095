"""What changed between two releases, row by row, by key.

What belongs here: comparing tables. What does not: finding releases (`release.find_release`), printing.
"""
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from pipelines.publish.cells import rows
from schemas.tables import TABLES

Key = tuple[Any, ...]


@dataclass(frozen=True)
class TableDiff:
    """Keys of rows that one side lacks, and of rows that differ, with the columns that do. All sorted."""

    added: tuple[Key, ...] = ()
    removed: tuple[Key, ...] = ()
    changed: Mapping[Key, tuple[str, ...]] | None = None

    def summary(self) -> dict[str, int]:
        return {"added": len(self.added), "removed": len(self.removed), "changed": len(self.changed or {})}


def diff_tables(old: Mapping[str, pd.DataFrame], new: Mapping[str, pd.DataFrame]) -> dict[str, TableDiff]:
    """Compare the tables of two releases, as `facade.read_tables` gives them."""
    return {table: diff_table(old[table], new[table], TABLES[table].key) for table in TABLES}


def diff_table(old: pd.DataFrame, new: pd.DataFrame, key: tuple[str, ...]) -> TableDiff:
    """Compare two frames by key. A column that only one of them has counts as changed where it is not null."""
    before, after = _by_key(old, key), _by_key(new, key)
    shared = sorted(before.keys() & after.keys(), key=_sortable)
    changed = {one: columns for one in shared if (columns := _differing(before[one], after[one]))}
    return TableDiff(
        added=tuple(sorted(after.keys() - before.keys(), key=_sortable)),
        removed=tuple(sorted(before.keys() - after.keys(), key=_sortable)),
        changed=changed,
    )


def _by_key(frame: pd.DataFrame, key: tuple[str, ...]) -> dict[Key, dict[str, Any]]:
    names = [str(name) for name in frame.columns]
    records = (dict(zip(names, values, strict=True)) for values in rows(frame, *names))
    return {tuple(record[name] for name in key): record for record in records}


def _differing(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(name for name in {**before, **after} if before.get(name) != after.get(name))


def _sortable(key: Key) -> tuple[tuple[bool, str], ...]:
    """Nulls last, the rest as strings."""
    return tuple((part is None, "" if part is None else str(part)) for part in key)
