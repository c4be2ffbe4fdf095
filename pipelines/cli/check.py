"""`communique check`: the published release held against its manifest and its contract once more, one line for every fault."""
import argparse
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from pipelines.cli.faults import Fault
from pipelines.cli.release import open_release
from pipelines.settings import data_folder


def run(options: argparse.Namespace) -> int:
    folder = open_release(data_folder(options.data)).folder
    manifest = manifest_of(folder)
    found = list(damaged_files(folder, manifest)) or list(broken_rules(folder))
    for fault in found:
        print(fault)
    if found:
        print(f"communique: {len(found)} faults in release {folder.name}", file=sys.stderr)
        return 1
    rows = sum(table["rows"] for table in manifest["tables"].values())
    print(f"Release {folder.name} is sound: {len(manifest['tables'])} tables, {rows:,} rows from {len(manifest['sources']):,} files.")
    print("Hashes, columns and types, keys, references, evidence and tiling hold.")
    return 0


def manifest_of(folder: Path) -> dict[str, Any]:
    from pipelines.publish.release import read_manifest

    try:
        return read_manifest(folder)
    except (OSError, ValueError) as fault:
        raise Fault(f"cannot read {folder / 'manifest.json'}: communique build mends the release") from fault


def damaged_files(folder: Path, manifest: dict[str, Any]) -> Iterator[str]:
    """Files that are missing, or are not the bytes the manifest says."""
    for prefix, tables in (("", manifest["tables"]), ("rejected/", manifest["rejected"])):
        for table, about in tables.items():
            path = folder / f"{prefix}{table}.parquet"
            if not path.is_file():
                yield f"{prefix}{table}.parquet: is missing"
            elif sha256(path.read_bytes()).hexdigest() != about["sha256"]:
                yield f"{prefix}{table}.parquet: is not the file the manifest describes"


def broken_rules(folder: Path) -> Iterator[str]:
    """What the contract and the rules of the rows say of the tables as they lie on disk."""
    from pipelines.publish.contract import ContractBroken, check_contract
    from pipelines.publish.facade import read_tables
    from pipelines.publish.faults import find_faults
    from schemas.tables import TABLES

    tables = read_tables(folder)
    try:
        check_contract(tables)
        faults = find_faults(tables)
    except ContractBroken as fault:
        yield str(fault)
        return
    for table, rows in faults.items():
        key = TABLES[table].key[0]
        for row, reasons in rows.items():
            yield f"{table}: {tables[table][key].iloc[row]}: {'; '.join(reasons)}"
