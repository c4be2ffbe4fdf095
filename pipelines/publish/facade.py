"""Publishing for the command line and for the orchestrator: prepare, then write.

What belongs here: the order of the steps and what callers are told. What does not: how any step works.
"""
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, overload

import pandas as pd

from pipelines.publish.manifest import count_reasons, describe_release
from pipelines.publish.parquet import read_frame, to_bytes
from pipelines.publish.records import Records
from pipelines.publish.release import Bundle, Step, current_release, silent, store
from pipelines.publish.tables import in_order, make_tables, rejected_files_frame
from pipelines.publish.validate import validate
from schemas.arrow import arrow_schema, rejected_schema
from schemas.tables import TABLES


@dataclass(frozen=True)
class Prepared:
    """Validated tables, nothing written yet. Frames are Arrow-backed; those of `rejected` end with `reasons`."""

    accepted: dict[str, pd.DataFrame]
    rejected: dict[str, pd.DataFrame]
    cut: dict[str, int] = field(default_factory=dict)

    def counts(self) -> dict[str, int]:
        """Rows to publish per table."""
        return {table: len(frame) for table, frame in self.accepted.items()}

    def rejected_counts(self) -> dict[str, int]:
        """Rejected rows per table, zeros included."""
        return {table: len(frame) for table, frame in self.rejected.items()}

    def reasons(self, table: str) -> dict[str, int]:
        """Why rows of a table were rejected -> how many, most frequent first."""
        return count_reasons(self.rejected[table])


@dataclass(frozen=True)
class Published:
    """The release that is current now. `changed`: false if the same one was current before and nothing had to be written."""

    version: str
    path: Path
    counts: dict[str, int]
    rejected: dict[str, int]
    changed: bool


def prepare(records: Records) -> Prepared:
    """Records to validated tables. Raises `contract.ContractBroken` where the run must fail; writes nothing."""
    validated = validate(make_tables(records))
    rejected = {**validated.rejected, "documents": _with_files(validated.rejected["documents"], records)}
    return Prepared(validated.accepted, rejected, validated.cut)


def _with_files(rejected: pd.DataFrame, records: Records) -> pd.DataFrame:
    """Rejected documents and unreadable files in one table."""
    files = rejected_files_frame(records.rejected_files)
    if rejected.empty or files.empty:
        return in_order("documents", files if rejected.empty else rejected)
    return in_order("documents", pd.concat([files, rejected], ignore_index=True))


def write(prepared: Prepared, data: Path, step: Step = silent) -> Published:
    """Write a release below `data` and switch to it, or leave all as it is if the same is current. See `release.store` for errors."""
    bundle = bundle_of(prepared)
    path, changed = store(bundle, data, step)
    return Published(bundle.version, path, prepared.counts(), prepared.rejected_counts(), changed)


def bundle_of(prepared: Prepared) -> Bundle:
    """The bytes of a release and what it says of itself."""
    accepted = {f"{table}.parquet": to_bytes(prepared.accepted[table], arrow_schema(table)) for table in TABLES}
    rejected = {f"rejected/{table}.parquet": to_bytes(prepared.rejected[table], rejected_schema(table)) for table in TABLES}
    files = accepted | rejected
    manifest: Mapping[str, Any] = describe_release(files, prepared.accepted, prepared.rejected, prepared.cut)
    return Bundle(str(manifest["version"]), files, manifest)


def publish(records: Records, data: Path) -> Published:
    """Records to a release below `data`."""
    return write(prepare(records), data)


@overload
def read_release(data: Path) -> dict[str, pd.DataFrame]: ...
@overload
def read_release(data: Path, table: str) -> pd.DataFrame: ...
def read_release(data: Path, table: str | None = None) -> pd.DataFrame | dict[str, pd.DataFrame]:
    """One table of the current release (also `rejected/<table>`), or all seven; all of one release, whatever is published meanwhile."""
    release = current_release(data)
    return read_tables(release) if table is None else read_frame(release / f"{table}.parquet")


def read_tables(release: Path) -> dict[str, pd.DataFrame]:
    """The seven tables of a release's folder."""
    return {table: read_frame(release / f"{table}.parquet") for table in TABLES}
