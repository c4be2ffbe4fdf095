"""`communique releases`: the releases of a data folder, one line each, the last written first."""
import argparse
from datetime import datetime

from pipelines.cli.calling import callable_as
from pipelines.cli.faults import Fault
from pipelines.cli.release import require_data
from pipelines.publish.history import Listed, files_of, list_releases
from pipelines.settings import data_folder

HEAD = f"  {'version':<14}{'written':<18}{'files':>8}{'events':>9}  {'events + - ~':<18}code"


def run(options: argparse.Namespace) -> int:
    data = data_folder(options.data)
    require_data(data)
    found = list_releases(data)
    if not found:
        raise Fault(f"no release in {data} yet: run {callable_as('communique')} build")
    print("\n".join([HEAD, *map(line_of, found)]))
    return 0


def line_of(one: Listed) -> str:
    """`*` before the current one; a release whose manifest cannot be read says so."""
    written = f"{datetime.fromtimestamp(one.written):%Y-%m-%d %H:%M}"
    start = f"{'*' if one.current else ' '} {one.version:<14}{written:<18}"
    if not one.manifest:
        return f"{start}manifest.json cannot be read"
    changes = " ".join(f"{sign}{number:,}" for sign, number in zip("+-~", one.changes or (), strict=False))
    files, events = files_of(one.manifest), one.manifest["tables"]["events"]["rows"]
    return f"{start}{files:>8,}{events:>9,}  {changes:<18}{one.manifest['code_version']}"
