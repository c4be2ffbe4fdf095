"""`communique prune --keep N`: deletes old releases, never the current one."""
import argparse

from pipelines.cli.faults import Fault
from pipelines.cli.release import require_data
from pipelines.settings import data_folder


def run(options: argparse.Namespace) -> int:
    data = data_folder(options.data)
    require_data(data)
    from pipelines.publish.history import list_releases, prune
    from pipelines.publish.release import ReleaseError

    try:
        gone = prune(data, options.keep)
    except ReleaseError as fault:
        raise Fault(str(fault)) from fault
    left = len(list_releases(data))
    print(f"deleted {', '.join(gone) or 'nothing'}; {left} {'release' if left == 1 else 'releases'} left in {data}")
    return 0
