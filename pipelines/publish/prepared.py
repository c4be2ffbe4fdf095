"""Validated tables, before they are published.

What belongs here: what callers may ask of them. What does not: making them (`prepare`), publishing them (`facade`).
"""
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from pipelines.publish.manifest import count_reasons
from pipelines.publish.parquet import read_frame, read_values
from pipelines.publish.scratch import Scratch
from schemas.tables import TABLES


class Frames(Mapping[str, pd.DataFrame]):
    """table -> frame, read from its file each time it is asked for: hold no more of them than you need."""

    def __init__(self, scratch: Scratch) -> None:
        self._scratch = scratch

    def __getitem__(self, table: str) -> pd.DataFrame:
        if table not in TABLES:
            raise KeyError(table)
        return read_frame(self._scratch.folder / f"{table}.parquet")

    def __iter__(self) -> Iterator[str]:
        return iter(TABLES)

    def __len__(self) -> int:
        return len(TABLES)


@dataclass(frozen=True)
class Prepared:
    """Validated tables as files in a scratch folder, nothing published yet.

    Frames are Arrow-backed; those of `rejected` end with `reasons`. `rows`: accepted rows per table. `cut`: `table.column` -> references
    cut because the row they named is rejected. `settings`: those that are not the defaults.
    """

    scratch: Scratch
    rows: Mapping[str, int]
    rejected: Mapping[str, pd.DataFrame]
    cut: Mapping[str, int] = field(default_factory=dict)
    settings: Mapping[str, object] = field(default_factory=dict)

    @property
    def accepted(self) -> Frames:
        return Frames(self.scratch)

    def columns(self, table: str, *names: str) -> pd.DataFrame:
        """Some columns of a table of accepted rows."""
        return read_frame(self.scratch.folder / f"{table}.parquet", list(names))

    def values(self, table: str, *names: str) -> Iterator[tuple[Any, ...]]:
        """The values of some columns, row by row, however many rows there are. `table` may be that of rejected rows."""
        return read_values(self.scratch.folder / f"{table}.parquet", *names)

    def files(self) -> dict[str, Path]:
        """Path in the release -> file."""
        names = [f"{folder}{table}.parquet" for folder in ("", "rejected/") for table in TABLES]
        return {name: self.scratch.folder / name for name in names}

    def counts(self) -> dict[str, int]:
        """Rows to publish per table."""
        return dict(self.rows)

    def rejected_counts(self) -> dict[str, int]:
        """Rejected rows per table, zeros included."""
        return {table: len(frame) for table, frame in self.rejected.items()}

    def reasons(self, table: str) -> dict[str, int]:
        """Why rows of a table were rejected -> how many, most frequent first."""
        return count_reasons(self.rejected[table])
