"""What a release holds, as a person is told after a run.

What belongs here: counting what is published. What does not: printing it, checking it (`check`).
"""
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipelines.model.document import RejectedFile
from pipelines.publish.parquet import read_values
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
        segments=Counter(kind for kind, in read_values(release / "segments.parquet", "kind")),
        rejected_files=tuple(_rejected_files(release)),
        rejected_rows={table: dict(sorted(counted.items())) for table in TABLES if (counted := _reasons(release, table))},
        example_id=_first(release / "events.parquet", "event_id"),
    )


def _rejected_files(release: Path) -> list[RejectedFile]:
    found = read_values(release / "rejected/documents.parquet", "document_id", "file_name", "sha256", "reasons")
    return [RejectedFile(name, digest, tuple(reasons)) for document, name, digest, reasons in found if document is None]


def _reasons(release: Path, table: str) -> Counter[str]:
    found = read_values(release / f"rejected/{table}.parquet", TABLES[table].key[0], "reasons")
    return Counter(reason for key, reasons in found if table != "documents" or key is not None for reason in reasons)


def _first(path: Path, column: str) -> str | None:
    return next((value for value, in read_values(path, column)), None)
