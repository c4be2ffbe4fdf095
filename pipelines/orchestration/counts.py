"""How many rows there are, held against the last release: a batch that lost its rows must not replace a good one.

What belongs here: what to expect of the texts that both have, and the verdict. What does not: reading texts, writing releases.

Texts come and go, so plain row counts would cry wolf whenever somebody removes a long one. What is compared is what the *same* texts
give: files of the last release that are still in the folder, byte for byte. With the same rules that is exactly as many rows as before;
with other rules a few more or less. Where it is a half, something is broken.
"""
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import dagster as dg
from pyarrow import ArrowException, parquet
from pydantic import Field

OF_TEXTS = ("documents", "segments", "events", "participants", "agreements")
"""Tables whose rows belong to one text each. Those of the others stand for many texts, and follow from these."""


class Bounds(dg.ConfigurableResource):  # type: ignore[type-arg]
    """What is normal from one release to the next. Shares are rows now over rows before, of the texts that both releases have."""

    floor: float = Field(default=0.5, ge=0, le=1, description="Below this share nothing is published; 0 publishes in any case.")
    low: float = Field(default=0.9, ge=0, le=1, description="Below this share the check warns.")
    high: float = Field(default=1.25, ge=1, description="Above this share the check warns.")
    few: int = Field(default=20, ge=0, description="Tables that had fewer rows than this never stop a run.")
    undated: float = Field(default=0.25, ge=0, le=1, description="Above this share of undated rows the check warns.")


@dataclass(frozen=True)
class Count:
    """Rows of one table now; those of texts that the last release had too, now and then."""

    rows: int
    shared: int
    expected: int

    @property
    def share(self) -> float | None:
        return self.shared / self.expected if self.expected else None

    def below_floor(self, bounds: Bounds) -> bool:
        return self.share is not None and self.expected >= bounds.few and self.share < bounds.floor

    def within(self, bounds: Bounds) -> bool:
        return self.share is None or bounds.low <= self.share <= bounds.high


def count_rows(ids: Mapping[str, Sequence[str]], files: Iterable[str], release: Path | None) -> dict[str, Count]:
    """Counts of the tables in OF_TEXTS. `ids`: the `document_id` of every row; `files`: SHA-256 of every file that was read; `release`:
    the last one, None before the first.

    A release that cannot be read is compared with as if there were none: publishing must be able to replace it.
    """
    try:
        shared = shared_documents(release, set(files)) if release else set()
        return {table: _count(table, ids[table], shared, release) for table in OF_TEXTS}
    except (ArrowException, OSError):
        return {table: Count(len(ids[table]), 0, 0) for table in OF_TEXTS}


def shared_documents(release: Path, files: set[str]) -> set[str]:
    """Ids of the documents of a release whose file is among `files`."""
    documents = parquet.read_table(release / "documents.parquet", columns=["document_id", "sha256"], partitioning=None).to_pylist()
    return {one["document_id"] for one in documents if one["sha256"] in files}


def _count(table: str, ids: Sequence[str], shared: set[str], release: Path | None) -> Count:
    if release is None:
        return Count(len(ids), 0, 0)
    before = parquet.read_table(release / f"{table}.parquet", columns=["document_id"], partitioning=None)["document_id"].to_pylist()
    return Count(len(ids), _among(ids, shared), _among(before, shared))


def _among(ids: Iterable[str], wanted: set[str]) -> int:
    return sum(one in wanted for one in ids)
