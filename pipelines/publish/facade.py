"""Publishing for the command line and for the orchestrator: prepare, then write.

What belongs here: the order of the steps and what callers are told. What does not: how any step works.
"""
from dataclasses import dataclass
from pathlib import Path
from typing import overload

import pandas as pd

from pipelines.publish.manifest import describe_release
from pipelines.publish.parquet import read_frame
from pipelines.publish.prepare import prepare
from pipelines.publish.prepared import Prepared
from pipelines.publish.records import Source
from pipelines.publish.release import Bundle, Step, current_release, silent, store
from schemas.tables import TABLES

__all__ = ["Prepared", "Published", "bundle_of", "prepare", "publish", "read_release", "read_tables", "write"]


@dataclass(frozen=True)
class Published:
    """The release that is current now. `changed`: false if the same one was current before and nothing had to be written."""

    version: str
    path: Path
    counts: dict[str, int]
    rejected: dict[str, int]
    changed: bool


def write(prepared: Prepared, data: Path, step: Step = silent) -> Published:
    """Write a release below `data` and switch to it, or leave all as it is if the same is current. See `release.store` for errors."""
    bundle = bundle_of(prepared)
    path, changed = store(bundle, data, step)
    return Published(bundle.version, path, prepared.counts(), prepared.rejected_counts(), changed)


def bundle_of(prepared: Prepared) -> Bundle:
    """The files of a release and what it says of itself."""
    manifest = describe_release(prepared)
    return Bundle(str(manifest["version"]), prepared.files(), manifest)


def publish(source: Source, data: Path) -> Published:
    """Records to a release below `data`."""
    return write(prepare(source), data)


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
