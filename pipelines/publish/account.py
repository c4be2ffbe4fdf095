"""What a release holds, as a person is told after a run.

What belongs here: counting what is published. What does not: printing it, checking it (`check`).
"""
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from pipelines.ingest.folder import COPY
from pipelines.model.document import RejectedFile
from pipelines.publish.parquet import read_values
from schemas.tables import TABLES

LISTED = 1_000
"""Files that are told by name; counts are of all."""


@dataclass(frozen=True)
class Account:
    """What came of the files: documents + copies + rejected = files. Those that never became a document are told by name, and not among
    the rejected rows."""

    documents: int
    near_copies: int
    """documents that tell what another tells, and were not coded"""
    copies: int
    """files with the same bytes as another"""
    rejected: int
    """all other files"""
    segments: Mapping[str, int]
    """kind of segment -> how many"""
    unread: int
    """files that never became a document, copies among them"""
    rejected_files: tuple[RejectedFile, ...]
    """the first of these"""
    rejected_rows: Mapping[str, Mapping[str, int]]
    """table -> reason -> how many rows, tables without rejected rows left out"""
    example_id: str | None
    """an event to look at, None where there is none"""


def account_of(release: Path) -> Account:
    """The account of the release in this folder."""
    files = list(islice(_rejected_files(release), LISTED))
    refused = Counter((one is None, is_copy(reasons)) for one, reasons in _refused(release, "document_id", "reasons"))
    documents = Counter(original is not None for original, in read_values(release / "documents.parquet", "duplicate_of"))
    return Account(
        documents=documents.total(),
        near_copies=documents[True],
        copies=refused[True, True],
        rejected=refused[True, False] + refused[False, False],
        segments=Counter(kind for kind, in read_values(release / "segments.parquet", "kind")),
        unread=refused[True, True] + refused[True, False],
        rejected_files=tuple(files),
        rejected_rows={table: dict(sorted(counted.items())) for table in TABLES if (counted := _reasons(release, table))},
        example_id=_first(release / "events.parquet", "event_id"),
    )


def is_copy(reasons: Sequence[str]) -> bool:
    """Whether a file was left out because another has the same bytes."""
    return reasons[0].startswith(COPY)


def _refused(release: Path, *names: str) -> Iterator[tuple[Any, ...]]:
    return read_values(release / "rejected/documents.parquet", *names)


def _rejected_files(release: Path) -> Iterator[RejectedFile]:
    found = _refused(release, "document_id", "file_name", "sha256", "reasons")
    return (RejectedFile(name, digest, tuple(reasons)) for document, name, digest, reasons in found if document is None)


def _reasons(release: Path, table: str) -> Counter[str]:
    found = read_values(release / f"rejected/{table}.parquet", TABLES[table].key[0], "reasons")
    return Counter(reason for key, reasons in found if table != "documents" or key is not None for reason in reasons)


def _first(path: Path, column: str) -> str | None:
    return next((value for value, in read_values(path, column)), None)
