"""What a release holds, as a person is told after a run.

What belongs here: counting what is published. What does not: printing it, checking it (`check`).
"""
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet

from pipelines.model.document import RejectedFile
from schemas.tables import TABLES


@dataclass(frozen=True)
class Account:
    """What came of the texts. Files that never became a document are told by name, and not among the rejected rows."""

    segments: Mapping[str, int]
    """kind of segment -> how many"""
    rejected_files: tuple[RejectedFile, ...]
    rejected_rows: Mapping[str, Mapping[str, int]]
    """table -> reason -> how many rows, tables without rejected rows left out"""
    example_id: str | None
    """an event to look at, None where there is none"""


def account_of(release: Path) -> Account:
    """The account of the release in this folder."""
    return Account(
        segments=Counter(_column(release / "segments.parquet", "kind")),
        rejected_files=tuple(_rejected_files(release)),
        rejected_rows={table: dict(sorted(counted.items())) for table in TABLES if (counted := _reasons(release, table))},
        example_id=_first(release / "events.parquet", "event_id"),
    )


def _rejected_files(release: Path) -> list[RejectedFile]:
    rows = _rows(release / "rejected/documents.parquet", "document_id", "file_name", "sha256", "reasons")
    return [RejectedFile(row["file_name"], row["sha256"], tuple(row["reasons"])) for row in rows if row["document_id"] is None]


def _reasons(release: Path, table: str) -> Counter[str]:
    rows = _rows(release / f"rejected/{table}.parquet", TABLES[table].key[0], "reasons")
    return Counter(reason for row in rows if table != "documents" or row["document_id"] is not None for reason in row["reasons"])


def _first(path: Path, column: str) -> str | None:
    batches = pyarrow.parquet.ParquetFile(path).iter_batches(1, columns=[column])
    return next((batch.column(0)[0].as_py() for batch in batches if len(batch)), None)


def _column(path: Path, name: str) -> list[Any]:
    found: list[Any] = pyarrow.parquet.ParquetFile(path).read([name])[name].to_pylist()
    return found


def _rows(path: Path, *columns: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pyarrow.parquet.ParquetFile(path).read(list(columns)).to_pylist()
    return found
