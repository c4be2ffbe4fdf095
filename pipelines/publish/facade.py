"""Publishing for the command line and for the orchestrator: prepare, then write.

What belongs here: the order of the steps and what callers are told. What does not: how any step works.
"""
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import overload

import pandas as pd

from pipelines.publish.check import damaged_files
from pipelines.publish.compare import diff_file
from pipelines.publish.manifest import describe_release
from pipelines.publish.parquet import read_frame
from pipelines.publish.prepare import prepare
from pipelines.publish.prepared import Prepared
from pipelines.publish.records import Source
from pipelines.publish.release import DIFF, Bundle, Step, current, current_release, find_release, read_manifest, silent, store
from schemas.tables import TABLES

__all__ = ["Prepared", "Published", "bundle_of", "prepare", "publish", "read_release", "read_tables", "standing", "write"]


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
    version = str(manifest["version"])
    return Bundle(version, prepared.files(), manifest, lambda before: {DIFF: diff_file(before, prepared.files(), version)})


def standing(data: Path, version: str) -> Published | None:
    """The current release if it has this version and is whole, None otherwise."""
    folder = current(data)
    if folder is None or folder.name != version:
        return None
    try:
        manifest = read_manifest(folder)
        sound = not damaged_files(folder, manifest)
        return Published(version, folder, _rows(manifest["tables"]), _rows(manifest["rejected"]), False) if sound else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _rows(tables: Mapping[str, Mapping[str, int]]) -> dict[str, int]:
    return {table: about["rows"] for table, about in tables.items()}


def publish(source: Source, data: Path) -> Published:
    """Records to a release below `data`."""
    return write(prepare(source), data)


@overload
def read_release(data: Path, *, release: str | None = None) -> dict[str, pd.DataFrame]: ...
@overload
def read_release(data: Path, table: str, *, release: str | None = None) -> pd.DataFrame: ...
def read_release(data: Path, table: str | None = None, *, release: str | None = None) -> pd.DataFrame | dict[str, pd.DataFrame]:
    """One table of a release (also `rejected/<table>`), or all seven; all of one release, whatever is published meanwhile.

    `release`: its version or the beginning of it, `previous`, or nothing for the current one. Raises ReleaseError.
    """
    folder = current_release(data) if release is None else find_release(data, release)
    return read_tables(folder) if table is None else read_frame(folder / f"{table}.parquet")


def read_tables(release: Path) -> dict[str, pd.DataFrame]:
    """The seven tables of a release's folder."""
    return {table: read_frame(release / f"{table}.parquet") for table in TABLES}
