"""A command in a process of its own: how long it takes, and how much memory it and all its children take together.

What belongs here: running and sampling. What does not: which commands (`scale`, `layers`).
"""
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from time import perf_counter

from benchmarks.corpus import ROOT

EVERY = 0.2  # seconds between two looks at the children
KIBI = 1024


@dataclass(frozen=True)
class Run:
    """Seconds of wall time; peak memory in MiB of the largest process, and of all together (shared pages counted once; 0: not known)."""

    seconds: float
    peak: float
    together: float


def run(command: Sequence[str], what: str) -> Run:
    """Raises SystemExit, naming `what`, where it fails."""
    started = perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    ended, seen = Event(), [0.0]
    watcher = Thread(target=_watch, args=(process.pid, ended, seen), daemon=True)
    watcher.start()
    _, status, used = os.wait4(process.pid, 0)
    took = perf_counter() - started
    ended.set()
    watcher.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{what} failed with status {process.returncode}")
    return Run(took, used.ru_maxrss / (KIBI * KIBI if sys.platform == "darwin" else KIBI), seen[0])  # bytes on macOS


def _watch(pid: int, ended: Event, seen: list[float]) -> None:
    while not ended.wait(EVERY):
        seen[0] = max(seen[0], sum(map(_share, tree(pid))))


def tree(pid: int) -> list[int]:
    """A process and all its descendants; only itself where the system does not tell (`/proc` of Linux)."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError, ValueError, IndexError):
            parents[int(entry.parent.name)] = int(entry.read_text().rpartition(")")[2].split()[1])
    found = [pid]
    for one in found:  # grows while it is gone through
        found += [child for child, parent in parents.items() if parent == one]
    return found


def _share(pid: int) -> float:
    """MiB of a process, each shared page divided by those that share it."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / KIBI
    return 0.0
