"""Whether a published release still is what it says: its files against the manifest, its tables against the contract.

What belongs here: reading a release critically. What does not: the rules themselves (`contract`, `faults`), printing.
"""
from pathlib import Path
from typing import Any

import pyarrow

from pipelines.publish.cells import rows
from pipelines.publish.contract import ContractBroken
from pipelines.publish.manifest import hash_of
from pipelines.publish.parquet import read_frame
from pipelines.publish.release import read_manifest
from pipelines.publish.validate import validate
from schemas import SCHEMA_VERSION
from schemas.tables import TABLES


def check_release(release: Path) -> list[str]:
    """Everything that is wrong with the release in this folder, one sentence each; empty if it is sound."""
    try:
        manifest = read_manifest(release)
    except (OSError, ValueError) as error:
        return [f"manifest.json cannot be read: {error}"]
    if manifest.get("schema_version") != SCHEMA_VERSION:
        return [f"written under schema {manifest.get('schema_version')}, this program knows {SCHEMA_VERSION}"]
    return damaged_files(release, manifest) or _faulty(release)


def damaged_files(release: Path, manifest: dict[str, Any]) -> list[str]:
    """Files of the release that are missing or not those its manifest names, one sentence each."""
    return [*_damaged(release, manifest, "tables", ""), *_damaged(release, manifest, "rejected", "rejected/")]


def _damaged(release: Path, manifest: dict[str, Any], part: str, folder: str) -> list[str]:
    """Files that are missing or not those the manifest counts."""
    problems = []
    for table in TABLES:
        path = release / f"{folder}{table}.parquet"
        expected = manifest.get(part, {}).get(table, {}).get("sha256")
        if not path.is_file():
            problems.append(f"{folder}{table}.parquet is missing")
        elif hash_of(path) != expected:
            problems.append(f"{folder}{table}.parquet is not the file the manifest names")
    return problems


def _faulty(release: Path) -> list[str]:
    """Rows of the published tables that would not be published again."""
    try:
        tables = {table: read_frame(release / f"{table}.parquet") for table in TABLES}
        rejected = validate(tables).rejected
    except (ContractBroken, OSError, pyarrow.ArrowException) as error:
        return [str(error)]
    return [
        f"{table} {' '.join(str(part) for part in key if part is not None)}: {'; '.join(reasons)}"
        for table, frame in rejected.items()
        for *key, reasons in rows(frame, *TABLES[table].key, "reasons")
    ]
