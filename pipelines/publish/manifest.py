"""What a release says of itself: `manifest.json`.

What belongs here: versions, counts, hashes of tables and of the files they came from. What does not: clock values, paths, host names; the
same texts and the same code give the same manifest.
"""
from collections import Counter
from collections.abc import Mapping
from functools import cache
from hashlib import file_digest, sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from pipelines.publish.cells import cells, rows
from schemas import SCHEMA_VERSION

if TYPE_CHECKING:
    from pipelines.publish.prepared import Prepared

PACKAGES = Path(__file__).resolve().parents[2]
SOURCE_SUFFIXES = frozenset({".py", ".tsv", ".yaml", ".csv", ".json", ".gz", ".txt"})


@cache
def code_version() -> str:
    """The project's version and 12 hexadecimal digits over the content of its sources and data files, as `0.1.0+5d41402abc4b`."""
    digest = sha256()
    for path in sorted(_sources(), key=lambda one: one.relative_to(PACKAGES).as_posix()):
        digest.update(path.relative_to(PACKAGES).as_posix().encode())
        digest.update(sha256(path.read_bytes()).digest())
    return f"{_project_version()}+{digest.hexdigest()[:12]}"


def _sources() -> list[Path]:
    return [path for package in ("pipelines", "schemas") for path in (PACKAGES / package).rglob("*") if path.suffix in SOURCE_SUFFIXES]


def _project_version() -> str:
    try:
        return version("communique")
    except PackageNotFoundError:
        return "0"


def hash_of(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal digits."""
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def release_version(hashes: Mapping[str, str]) -> str:
    """12 hexadecimal digits of the content: the same tables are the same release. The schema's version is part of every table's bytes."""
    digest = sha256()
    for name in sorted(hashes):
        digest.update(name.encode())
        digest.update(bytes.fromhex(hashes[name]))
    return digest.hexdigest()[:12]


def describe_release(prepared: "Prepared") -> dict[str, Any]:
    """The manifest without `previous`, which is known only when the release is written."""
    hashes = {name: hash_of(path) for name, path in prepared.files().items()}
    sources = (("documents", prepared.columns("documents", "file_name", "sha256")), ("rejected/documents", prepared.rejected["documents"]))
    return {
        "version": release_version(hashes),
        "schema_version": SCHEMA_VERSION,
        "code_version": code_version(),
        "tables": {table: {"rows": rows, "sha256": hashes[f"{table}.parquet"]} for table, rows in prepared.rows.items()},
        "rejected": {
            table: {"rows": len(frame), "sha256": hashes[f"rejected/{table}.parquet"], "reasons": count_reasons(frame)}
            for table, frame in prepared.rejected.items()
        },
        "references_cut": dict(sorted(prepared.cut.items())),
        "sources": [one for outcome, documents in sources for one in _sources_of(documents, outcome)],
    }


def count_reasons(rejected: pd.DataFrame) -> dict[str, int]:
    """Reason -> rows that have it, most frequent first."""
    counted = Counter(reason for reasons in cells(rejected["reasons"]) for reason in reasons)
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def _sources_of(documents: pd.DataFrame, outcome: str) -> list[dict[str, Any]]:
    return [{"file_name": name, "sha256": digest, "outcome": outcome} for name, digest in rows(documents, "file_name", "sha256")]
