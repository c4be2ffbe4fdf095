"""`communique diff A B`: the rows that were added (+), removed (-) or changed (~) between two releases, table by table."""
import argparse
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.cli.faults import Fault
from pipelines.cli.release import require_data
from pipelines.settings import data_folder

if TYPE_CHECKING:
    from pipelines.publish.diff import Key, TableDiff


def run(options: argparse.Namespace) -> int:
    data = data_folder(options.data)
    old, new = locate(data, options.old), locate(data, options.new)
    print(f"{old.name} -> {new.name}")
    for table, difference in differences(old, new).items():
        print("\n".join(islice(lines(table, difference), 1 if options.summary else None)))
    return 0


def locate(data: Path, name: str) -> Path:
    """Folder of a release: a path to one, a version, the beginning of one, `curated`, `latest` or `previous`."""
    from pipelines.publish.release import MANIFEST, ReleaseError, find_release

    if (Path(name) / MANIFEST).is_file():
        return Path(name).resolve()
    require_data(data)
    try:
        return find_release(data, "latest" if name == "curated" else name)
    except ReleaseError as fault:
        raise Fault(str(fault)) from fault


def differences(old: Path, new: Path) -> "dict[str, TableDiff]":
    from pyarrow import ArrowException

    from pipelines.publish.diff import diff_tables
    from pipelines.publish.facade import read_tables

    try:
        return diff_tables(read_tables(old), read_tables(new))
    except (ArrowException, FileNotFoundError) as fault:
        raise Fault(f"cannot read a release: {fault}") from fault


def lines(table: str, difference: "TableDiff") -> Iterator[str]:
    """`events: 3 added, 1 removed, 2 changed`, then one line for every row."""
    yield f"{table}: {', '.join(f'{number:,} {what}' for what, number in difference.summary().items())}"
    yield from (f"  + {_name(key)}" for key in difference.added)
    yield from (f"  - {_name(key)}" for key in difference.removed)
    yield from (f"  ~ {_name(key)}: {', '.join(columns)}" for key, columns in (difference.changed or {}).items())


def _name(key: "Key") -> str:
    return " ".join("-" if part is None else str(part) for part in key)
