"""Where units of work are done: in this process, in several, on a cluster; one seam, results in the order of the tasks.

What belongs here: choosing and opening an executor, and what happens when a worker dies. What does not: what a unit of work is (`unit`),
how much is under way at once (`flow`), what becomes of a part (`corpus`).

An executor is one of `concurrent.futures`, or looks like it. Bytes go to the workers and parts come back, so neither needs the folders of
the other, only the same code.
"""
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from typing import Any, NamedTuple

SERIAL, PROCESSES, DASK, AUTO = "serial", "processes", "dask", "auto"
AHEAD = 4
"""Batches under way for each worker: enough that none waits, few enough that memory stays flat."""
WARM = "pipelines.engine.warm"


class EngineFault(ValueError):
    """An engine that is not known, not installed or not there. The message says what to do."""


class Target(NamedTuple):
    """A way of working, read from a setting: `auto`, `serial`, `processes`, `processes:4`, `dask://HOST:PORT`."""

    kind: str
    workers: int = 0
    address: str = ""


def parse_target(told: str) -> Target:
    """Raises EngineFault where `told` is none of the ways."""
    if told.startswith("dask://"):
        return Target(DASK, address=f"tcp://{told.removeprefix('dask://')}")
    kind, _, number = told.partition(":")
    if kind in (AUTO, SERIAL) and not number:
        return Target(kind)
    if kind == PROCESSES and (not number or (number.isdecimal() and int(number) > 0)):
        return Target(kind, int(number or os.cpu_count() or 1))
    raise EngineFault(f"no engine {told!r}: auto, serial, processes, processes:4 or dask://HOST:PORT")


class Opened(NamedTuple):
    """An executor, and how many batches may be under way on it."""

    executor: Executor
    ahead: int


@contextmanager
def opened(target: Target) -> Iterator[Opened]:
    """An executor for as long as the block lasts. Raises EngineFault."""
    if target.kind == DASK:
        with _cluster(target.address) as cluster:
            yield cluster
    elif target.kind == PROCESSES:
        with _closing(_pool(target.workers)) as pool:
            yield Opened(pool, AHEAD * target.workers)
    else:
        yield Opened(Serial(), 1)


class Serial(Executor):
    """Does everything at once, here."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> "Future[Any]":
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


@contextmanager
def _closing(executor: Executor) -> Iterator[Executor]:
    """Whatever ends the block, nothing that has not begun is begun any more."""
    try:
        yield executor
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _pool(workers: int) -> ProcessPoolExecutor:
    """Processes forked from one that has loaded the rules and holds no thread: the rules are read once, and shared."""
    context = get_context("forkserver")
    context.set_forkserver_preload([WARM])
    return ProcessPoolExecutor(workers, context, initializer=_live_and_die_with_parent)


def _live_and_die_with_parent() -> None:
    """Leave Ctrl-C to the parent, and do not outlive it: a killed parent cannot tell its workers to stop."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_die_with_parent, daemon=True).start()


def _die_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextmanager
def _cluster(address: str) -> Iterator[Opened]:
    """The workers that a Dask scheduler knows. It gives the work of a dead one to the others."""
    try:
        from distributed import Client
    except ImportError as fault:
        raise EngineFault("the engine dask:// needs the extra: pip install 'communique[dask]'") from fault
    try:
        client = Client(address, timeout="10s", set_as_default=False)
    except OSError as fault:
        raise EngineFault(f"no Dask scheduler answers at {address}") from fault
    with client:
        cores = sum(client.ncores().values())
        if not cores:
            raise EngineFault(f"the Dask scheduler at {address} has no worker")
        yield Opened(client.get_executor(pure=False), AHEAD * cores)
