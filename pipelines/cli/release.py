"""A published release as the commands read it: rows by column value, any row by its id.

What belongs here: look-ups in Parquet files. What does not: validation and writing (`pipelines.publish`). pandas is not imported:
looking at one row must not cost its start-up.
"""
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipelines.cli.calling import callable_as
from pipelines.cli.faults import Fault

Row = dict[str, Any]
KEYS = {
    "documents": "document_id",
    "segments": "segment_id",
    "events": "event_id",
    "participants": "participant_id",
    "agreements": "agreement_id",
    "entities": "entity_id",
}


@dataclass(frozen=True)
class Found:
    """A row, the table it is in, and whether it was published or rejected."""

    table: str
    row: Row
    rejected: bool


@dataclass(frozen=True)
class Release:
    """One release folder; resolved once, so that a publish in between cannot mix two releases."""

    folder: Path

    def rows(self, table: str, **equal: object) -> list[Row]:
        """Rows of a table (`events`, `rejected/events`) whose columns have the given values, in the table's order."""
        filters = [(column, "=", value) for column, value in equal.items()] or None
        rows: list[Row] = read(self.folder / f"{table}.parquet", filters=filters).to_pylist()
        return rows

    def find(self, row_id: str) -> Found | None:
        for rejected in (False, True):
            for table, key in KEYS.items():
                if rows := self.rows(f"rejected/{table}" if rejected else table, **{key: row_id}):
                    return Found(table, rows[0], rejected)
        return None

    def ids(self) -> Iterator[str]:
        """Every id of the release, table by table."""
        for table, key in KEYS.items():
            yield from read(self.folder / f"{table}.parquet", columns=[key])[key].to_pylist()

    def like(self, row_id: str, limit: int = 3) -> list[str]:
        """The ids nearest to one that is not there: those it is the beginning of, else those a few characters away."""
        from rapidfuzz import process

        known = list(self.ids())
        begun = [known_id for known_id in known if known_id.startswith(row_id)]
        near = process.extract(row_id, known, limit=limit, score_cutoff=70)
        return begun[:limit] or [match for match, _, _ in near]


def read(path: Path, **options: Any) -> Any:
    """An Arrow table. A file that is damaged or not there is a Fault."""
    from pyarrow import ArrowException, parquet

    try:
        # The folder's name must not be taken for a partition.
        return parquet.read_table(path, partitioning=None, **options)
    except (ArrowException, FileNotFoundError) as fault:
        raise Fault(f"cannot read {path}: {callable_as('communique')} build mends the release") from fault


def require_data(data: Path) -> None:
    """Raise Fault where there is no data folder, with what makes one."""
    if not data.exists():
        raise Fault(f"no such folder: {data}; name one with --data DIR, or make it: {callable_as('communique')} build")


def open_release(data: Path) -> Release:
    """The release that `curated` below `data` points to. Raises Fault where there is none."""
    require_data(data)
    from pipelines.publish.release import current

    folder = current(data)
    if folder is None:
        raise Fault(f"no release in {data} yet: run {callable_as('communique')} build")
    return Release(folder)
