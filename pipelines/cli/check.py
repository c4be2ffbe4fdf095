"""`communique check`: the published release held against its manifest and its contract once more, one line for every fault."""
import argparse
import sys

from pipelines.cli.release import open_release
from pipelines.settings import data_folder


def run(options: argparse.Namespace) -> int:
    folder = open_release(data_folder(options.data)).folder
    from pipelines.publish.check import check_release
    from pipelines.publish.history import files_of
    from pipelines.publish.release import read_manifest

    found = check_release(folder)
    for fault in found:
        print(" ".join(fault.split()))
    if found:
        print(f"communique: {len(found)} fault{'s' * (len(found) != 1)} in release {folder.name}", file=sys.stderr)
        return 1
    manifest = read_manifest(folder)
    rows = sum(table["rows"] for table in manifest["tables"].values())
    files = files_of(manifest)
    print(f"Release {folder.name} is sound: {len(manifest['tables'])} tables, {rows:,} rows from {files:,} files.")
    print("Hashes, columns and types, keys, references, evidence and tiling hold.")
    return 0
