"""A Dask scheduler and workers on this machine, each a process of its own.

What belongs here: starting and ending them. What does not: what is run on them (`scale`).
"""
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from benchmarks.corpus import ROOT

ABSENT = "no cluster: distributed is not installed (pip install -r requirements-bench.lock)"
SECONDS = 60.0  # to start
SURROUNDINGS = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])}


@contextmanager
def cluster(workers: int, scratch: Path) -> Iterator[str | None]:
    """Its address as `--engine` takes it; None, with a word why, where distributed is not installed."""
    try:
        from distributed import Client
    except ImportError:
        print(ABSENT)
        yield None
        return
    running: list[subprocess.Popen[bytes]] = []
    try:
        told = scratch / "scheduler.json"
        running.append(_start("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(told)))
        address = _address(told)
        running += [_start("dask_worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard") for _ in range(workers)]
        with Client(address, set_as_default=False) as client:
            client.wait_for_workers(workers, timeout=SECONDS)
        yield address.replace("tcp://", "dask://")
    finally:
        for process in running:
            process.kill()
            process.wait()


def _start(module: str, *arguments: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", f"distributed.cli.{module}", *arguments]
    return subprocess.Popen(command, env=SURROUNDINGS, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _address(told: Path) -> str:
    deadline = monotonic() + SECONDS
    while not told.exists() and monotonic() < deadline:
        sleep(0.05)
    return str(json.loads(told.read_text("utf-8"))["address"])
