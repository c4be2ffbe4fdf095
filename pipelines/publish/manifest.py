"""What a release says of itself: `manifest.json`.

What belongs here: versions, counts, hashes of tables and of the files they came from. What does not: clock values, paths, host names; the
same texts and the same code give the same manifest.
"""
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from hashlib import file_digest, sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from pipelines.publish.cells import cells
from pipelines.publish.listing import Listing, sorted_on_disk
from pipelines.publish.origin import code_version, hash_of_code, hash_of_lexicon
from schemas import SCHEMA_VERSION

if TYPE_CHECKING:
    from pipelines.publish.prepared import Prepared

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
    sources = Listing(partial(_sources_of, prepared))
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
        "sources": sources,
        "made_from": {
            "texts": hash_of_texts(sources),
            "lexicon": hash_of_lexicon(),
            "code": hash_of_code(),
            "settings": dict(sorted(prepared.settings.items())),
        },
    }


def hash_of_texts(sources: Iterable[Mapping[str, str | None]]) -> str:
    """One hash over the names and contents of all files, whatever became of them."""
    digest = sha256()
    for line in sorted_on_disk(f"{one['sha256']} {one['file_name']}\n" for one in sources):
        digest.update(line.encode())
    return digest.hexdigest()


def count_reasons(rejected: pd.DataFrame) -> dict[str, int]:
    """Reason -> rows that have it, most frequent first."""
    counted = Counter(reason for reasons in cells(rejected["reasons"]) for reason in reasons)
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def _sources_of(prepared: "Prepared") -> Iterator[dict[str, Any]]:
    for outcome in ("documents", "rejected/documents"):
        for name, digest in prepared.values(outcome, "file_name", "sha256"):
            yield {"file_name": name, "sha256": digest, "outcome": outcome}
